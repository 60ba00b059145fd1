"""Encodings: every one that Vietnamese computers wrote, and what is refused."""

import unicodedata

import pytest

from corpus.encoding import decode
from corpus.errors import CorpusError

TEXT = "Ủy ban nhân dân tỉnh Đắk Lắk phối hợp với Bộ đội Biên phòng tuần tra biên giới.\n" * 3


def windows_1258(text: str) -> bytes:
    """Write the tone marks as letters of their own, as Windows does."""
    decomposed = unicodedata.normalize("NFD", text)
    for base, mark in (("aeoAEO", "\u0302"), ("aA", "\u0306"), ("ouOU", "\u031b")):
        for letter in base:
            # A dot below sorts before the other marks.
            for tone in ("", "\u0323"):
                whole = unicodedata.normalize("NFC", letter + mark) + tone
                decomposed = decomposed.replace(letter + tone + mark, whole)
                decomposed = decomposed.replace(letter + mark + tone, whole)
    return decomposed.encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode("utf-16"),
        windows_1258(TEXT),
    ],
)
def test_the_same_text(data: bytes) -> None:
    assert decode(data, "a.txt") == TEXT


@pytest.mark.parametrize(
    ("legacy", "expected"),
    [
        # TCVN3, as it looks in Windows-1252.
        (
            "Bé §éi Biªn phßng tØnh Hµ TÜnh b¾t gi÷ ®èi t­îng vËn chuyÓn ma tóy",
            "Bộ Đội Biên phòng tỉnh Hà Tĩnh bắt giữ đối tượng vận chuyển ma túy",
        ),
        # VNI, the same way.
        (
            "Boä Ñoäi Bieân phoøng tænh Haø Tónh baét giöõ ñoái töôïng vaän chuyeån ma tuùy",
            "Bộ Đội Biên phòng tỉnh Hà Tĩnh bắt giữ đối tượng vận chuyển ma túy",
        ),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
)
def test_fonts_of_old(legacy: str, expected: str) -> None:
    assert decode(legacy.encode("cp1252"), "a.txt") == expected


def test_tone_marks_stay_where_they_are() -> None:
    assert decode("hòa hoà".encode(), "a.txt") == "hòa hoà"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"PK\x03\x04\x14\0", "ZIP"),
        (b"{\\rtf1 abc}", "RTF"),
        (b"text\0\0\0\1\2 more", "no text file"),
        (b"\x01\x02\x03\x04 text", "no text file"),
        ("Où êtes-vous né, François ? Élève, garçon.".encode("latin-1"), "save the file as UTF-8"),
        ("Привет, мир. Добрый день.".encode("cp1251"), "save the file as UTF-8"),
        ("“Quotes only”".encode("cp1252"), "save the file as UTF-8"),
        (TEXT.encode() + b"\xff\xfe\xfa", "save the file as UTF-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "damaged UTF-16"),
    ],
)
def test_refused_by_name_with_the_cure(data: bytes, message: str) -> None:
    with pytest.raises(CorpusError, match=f"^news/a.txt: .*{message}"):
        decode(data, "news/a.txt")
