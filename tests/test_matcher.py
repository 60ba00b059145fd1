"""Keys and matching: spellings that mean the same, exact offsets, longest match, case rules."""

from itertools import pairwise
from unicodedata import normalize

import pytest

from glossary.entry import Entry
from glossary.glossary import Glossary
from glossary.key import fold_case, keyed, term_key

ENTRIES = (
    Entry("Thứ trưởng", "Deputy Minister"),
    Entry("Bộ Công an", "Ministry of Public Security", case_sensitive=True),
    Entry("Thứ trưởng Bộ Công an", "Deputy Minister of Public Security"),
    Entry("công an tỉnh", "provincial Police"),
    Entry("Lào", "Laos", case_sensitive=True),
    Entry("Lào Cai", "Lao Cai", case_sensitive=True),
    Entry("hòa bình", "peace"),
    Entry("Hòa Bình", "Hoa Binh", case_sensitive=True),
    Entry("sức khỏe", "health"),
    Entry("Hủa Phăn", "Houaphanh"),
    Entry("TP.HCM", "Ho Chi Minh City", case_sensitive=True),
    Entry("BLO", "BLO", case_sensitive=True),
    Entry("phòng, chống tội phạm", "crime prevention and control"),
    Entry("kinh tế - xã hội", "socio-economic"),
)
GLOSSARY = Glossary(ENTRIES)


def found(text: str) -> list[tuple[str, str]]:
    """The matched pieces of `text`, each with its target."""
    return [(text[match.start : match.end], match.entry.target) for match in GLOSSARY.find(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("khỏe", "khoẻ"),
        ("thúy", "thuý"),
        ("Ủy viên", "Uỷ viên"),
        ("HÓA", "HOÁ"),
        ("Thụy Sĩ", "Thuỵ Sĩ"),
        ("tiếng Việt", normalize("NFD", "tiếng Việt")),
        ("hòa", normalize("NFD", "hoà")),
        ("Hà  Nội", "Hà\u00a0\nNội"),
        ("Hủa–phăn", "Hủa-phăn"),
        ("Hủa Phăn", "Hủa-Phăn"),
        ("A - B", "A — B"),
        ("ma\u200btúy", "matúy"),
        ("\ufeffLào", "Lào"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("Ia H’Drai", "Ia H'Drai"),
    ],
)
def test_spellings_that_mean_the_same_have_one_key(one: str, other: str) -> None:
    assert term_key(one) == term_key(other)


@pytest.mark.parametrize(
    "syllable", ["quý", "giá", "hoàn", "hoạt", "quả", "của", "khoảng", "huỳnh", "ngoéo", "lúa"]
)
def test_other_syllables_keep_their_tone_mark(syllable: str) -> None:
    assert keyed(syllable).key == syllable


@pytest.mark.parametrize("text", ["", "Ủy", "İstanbul STRASSE ß", "a\u200b\u0301b  c", "\u0301x"])
def test_every_key_character_comes_from_somewhere(text: str) -> None:
    key = keyed(text)
    assert len(key.starts) == len(key.ends) == len(key.key) == len(fold_case(key.key))
    assert all(start < end for start, end in zip(key.starts, key.ends, strict=True))
    assert all(one <= two for one, two in pairwise(key.starts))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thứ trưởng Bộ Công an",
            [("Thứ trưởng Bộ Công an", "Deputy Minister of Public Security")],
        ),
        ("thứ trưởng nói", [("thứ trưởng", "Deputy Minister")]),
        ("CÔNG AN TỈNH HÀ TĨNH", [("CÔNG AN TỈNH", "provincial Police")]),
        ("các cán bộ công an", []),
        ("tại Lào.", [("Lào", "Laos")]),
        ("lào xào", []),
        ("Lào Cai và Lào", [("Lào Cai", "Lao Cai"), ("Lào", "Laos")]),
        ("Lào,Lào", [("Lào", "Laos"), ("Lào", "Laos")]),
        ("Việt-Lào", [("Lào", "Laos")]),
        ("Làoxyz xLào Lào2", []),
        ("giữ hoà bình ở Hòa Bình", [("hoà bình", "peace"), ("Hòa Bình", "Hoa Binh")]),
        ("Sức khoẻ", [("Sức khoẻ", "health")]),
        ("tỉnh Hủa-phăn", [("Hủa-phăn", "Houaphanh")]),
        ("ở TP. HCM", [("TP. HCM", "Ho Chi Minh City")]),
        ("(BLO) blo", [("BLO", "BLO")]),
        ("phòng,chống tội phạm", [("phòng,chống tội phạm", "crime prevention and control")]),
        ("phòng chống tội phạm", []),
        ("kinh tế–xã hội", [("kinh tế–xã hội", "socio-economic")]),
        ("", []),
    ],
)
def test_find(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["Sáng 26/10, thứ trưởng sang Hủa-phăn, Lào, vì hoà bình."])
def test_decomposed_text_has_the_same_matches(text: str) -> None:
    decomposed = normalize("NFD", text)
    composed_again = [(normalize("NFC", piece), target) for piece, target in found(decomposed)]
    assert composed_again == found(text)
    assert len(composed_again) == 4


def test_offsets_cover_the_last_combining_mark_and_no_more() -> None:
    text = normalize("NFD", "sang Thứ trưởng\u200b.")
    (match,) = GLOSSARY.find(text)
    assert text[match.start : match.end] == normalize("NFD", "Thứ trưởng")


def test_the_longest_match_wins_wherever_it_starts() -> None:
    glossary = Glossary([Entry("a b", "1"), Entry("b c d", "2"), Entry("d", "3")])
    assert [match.entry.target for match in glossary.find("a b c d d")] == ["2", "3"]
