"""The matching key of a text: what is left when spellings that mean the same are made equal."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from unicodedata import is_normalized, normalize

_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f"
# Invisible characters, or one character with all its combining marks.
_UNIT = re.compile(rf"[{_ZERO_WIDTH}]+|(?s:.)(?:[{_ZERO_WIDTH}]*[{_MARKS}]+)*")
_INVISIBLE = dict.fromkeys(map(ord, _ZERO_WIDTH))
# Eth looks like the Vietnamese D with stroke and stands for it in many old files.
_LOOKALIKES = str.maketrans("‐‑‒–—―−’ʼÐð", "-------''Đđ")
# A text without any of these and composed is its own key but for the placement of tone marks.
_SPECIAL = re.compile(f"[{_ZERO_WIDTH}{_MARKS}{''.join(map(chr, _LOOKALIKES))}]")

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_OPEN_VOWELS = [
    pair
    for one, two in ("oa", "oe", "uy")
    for pair in product(one + one.upper(), two + two.upper())
]
# Old placement (hòa, khỏe, thúy) to new (hoà, khoẻ, thuý). Only these three pairs, and only where
# the syllable ends with them: hoàn and hoạt are written one way, quý and giá have no such pair.
_NEW_PLACEMENT = {
    normalize("NFC", first + tone + second): normalize("NFC", first + second + tone)
    for (first, second), tone in product(_OPEN_VOWELS, _TONES)
}
_OLD_PLACEMENT = re.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY])(?!\w)")
# Hyphens come and go in foreign names (Hủa Phăn, Hủa-phăn): between tokens they are white space.
_TOKEN = re.compile(r"\w+|[^\w\s-]")


@dataclass(frozen=True, slots=True)
class Keyed:
    """The key of a text; for each key character, where its original starts and ends there."""

    key: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text of the key's characters from `start` up to `end`."""
        return self.starts[start], self.ends[end - 1]

    def tokens(self) -> Iterator[tuple[str, int, int]]:
        """The words and the single punctuation marks of the key but dashes, with start and end."""
        return ((found.group(), *found.span()) for found in _TOKEN.finditer(self.key))


def keyed(text: str) -> Keyed:
    """The key of `text` in its own case.

    It is the same for composed and decomposed letters, old and new placement of the tone mark,
    any dash, and with or without zero-width characters.
    """
    if _SPECIAL.search(text) or not is_normalized("NFC", text):
        composed, starts, ends = _compose(text)
        return Keyed(_place_tones(composed), starts, ends)
    return Keyed(_place_tones(text), range(len(text)), range(1, len(text) + 1))


def fold_case(key: str) -> str:
    """The key without its case, of the same length, so that the offsets stay valid."""
    folded = key.casefold()
    if len(folded) == len(key):
        return folded
    return "".join(low if len(low := char.casefold()) == 1 else char for char in key)


def term_key(source: str) -> str:
    """The key of a term in its own case: its tokens with one space between."""
    return " ".join(_TOKEN.findall(keyed(source).key))


def _compose(text: str) -> tuple[str, list[int], list[int]]:
    """The text composed, without the characters that do not count; starts and ends as in Keyed."""
    units, starts, ends = [], [], []
    for found in _UNIT.finditer(text):
        unit = normalize("NFC", found.group().translate(_INVISIBLE)).translate(_LOOKALIKES)
        units.append(unit)
        starts.extend([found.start()] * len(unit))
        ends.extend([found.end()] * len(unit))
    return "".join(units), starts, ends


def _place_tones(key: str) -> str:
    return _OLD_PLACEMENT.sub(lambda old: _NEW_PLACEMENT[old.group()], key)
