"""Slugs: short names of articles for addresses and files."""

import re
import unicodedata

_FALLBACK = "article"
_LONGEST = 100


def slug_of(name: str) -> str:
    """Return a name in ASCII, lower case and hyphens; never empty."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    letters = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST].strip("-") or _FALLBACK
