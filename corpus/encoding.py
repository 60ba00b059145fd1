"""Bytes into text, whatever encoding a Vietnamese computer gave them."""

import codecs
import re
import unicodedata
from collections.abc import Callable

from corpus.errors import CorpusError
from corpus.legacy import decode_tcvn3, decode_vni

_MAGIC = {
    b"%PDF": "a PDF; copy its text into a .txt file",
    b"PK\x03\x04": "a ZIP archive or an office document; save its text as a .txt file",
    b"\xd0\xcf\x11\xe0": "an old Word document; save its text as a .txt file",
    b"{\\rtf": "an RTF document; save it as plain text in UTF-8",
    b"\x89PNG": "a picture; give a text file",
    b"\xff\xd8\xff": "a picture; give a text file",
    b"GIF8": "a picture; give a text file",
    b"\x1f\x8b": "a gzip archive; unpack it first",
}
_BOMS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_LEGACY: tuple[Callable[[bytes], str], ...] = (
    lambda data: unicodedata.normalize("NFC", data.decode("cp1258", errors="replace")),
    decode_tcvn3,
    decode_vni,
)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r"))
_SAMPLE = 1 << 16
_ENOUGH = 0.8

# A syllable without its tone: onset, one to three vowels, final consonant.
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh?|kh|ph|th|tr|ch|qu|[bcdđhklmnprstvx])?"
    r"[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_WORD = re.compile(r"[^\W\d_]+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def decode(data: bytes, name: str) -> str:
    """Return the text of a file in NFC, its lines ended by a line feed.

    UTF-8, UTF-16, Windows-1258, TCVN3 and VNI are recognised. What is empty, no text or in
    another encoding raises `CorpusError` with the name of the file.
    """
    _refuse_other_files(data, name)
    text = _unicode(data, name)
    if text is None:
        text = _legacy(data, name)
    if not text.strip():
        raise CorpusError(f"{name}: the file is empty; give one with text")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _refuse_other_files(data: bytes, name: str) -> None:
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise CorpusError(f"{name}: this is {kind}")


def _unicode(data: bytes, name: str) -> str | None:
    """Return the text if the bytes are one of the encodings of Unicode."""
    encoding = next((_BOMS[bom] for bom in _BOMS if data.startswith(bom)), "") or _utf16(data)
    _refuse_binary(data, name, may_hold_nul=bool(encoding))
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            raise CorpusError(
                f"{name}: damaged {encoding.upper()} at byte {error.start}; save it as UTF-8"
            ) from error
        return None


def _utf16(data: bytes) -> str:
    """Return the UTF-16 without mark that the bytes are, if their zeros tell it."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    many, few = len(sample) // 8, len(sample) // 100
    if len(data) % 2 == 0 and odd > many and even <= few:
        return "utf-16-le"
    if len(data) % 2 == 0 and even > many and odd <= few:
        return "utf-16-be"
    return ""


def _refuse_binary(data: bytes, name: str, *, may_hold_nul: bool) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if not may_hold_nul and (b"\0" in data or controls > len(sample) // 100):
        raise CorpusError(f"{name}: this is no text file; give a text saved as UTF-8")


def _legacy(data: bytes, name: str) -> str:
    """Return the text in the legacy encoding that makes it look most Vietnamese."""
    start = next(re.finditer(rb"[\x80-\xff]", data)).start()
    sample = data[start : start + _SAMPLE]
    best = max(_LEGACY, key=lambda decoder: _vietnamese_share(decoder(sample)))
    if _vietnamese_share(best(sample)) < _ENOUGH:
        raise CorpusError(f"{name}: the encoding was not recognised; save the file as UTF-8")
    return best(data)


def _vietnamese_share(text: str) -> float:
    """Return the share of Vietnamese syllables among the words that are not all ASCII."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(map(_is_syllable, words)) / max(1, len(words))


def _is_syllable(word: str) -> bool:
    toneless, tones = _TONES.subn("", unicodedata.normalize("NFD", word.lower()))
    return tones <= 1 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)))
