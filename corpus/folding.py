"""Text folded for searching: without marks and case."""

import unicodedata


def fold(text: str) -> str:
    """The text in lower case without diacritics, "Đắk Lắk" as "dak lak"."""
    bare = (mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))
    return "".join(bare).casefold().replace("đ", "d")
