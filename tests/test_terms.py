"""The built-in glossary: in order, in house style, and with the key terms of the articles."""

import re
from importlib import resources
from itertools import combinations

import pytest

from glossary.entry import Kind
from glossary.glossary import Glossary
from glossary.key import fold_case, term_key
from glossary.tsv import parse_tsv

DATA = (resources.files("glossary") / "terms.tsv").read_bytes()
ENTRIES = parse_tsv(DATA, "terms.tsv")
GLOSSARY = Glossary.builtin()
# Letters with marks that English spelling has itself.
ENGLISH_MARKS = "éü"


def test_it_is_sorted_and_has_no_entry_twice() -> None:
    kinds = list(Kind)
    keys = [(kinds.index(entry.kind), fold_case(term_key(entry.source))) for entry in ENTRIES]
    assert keys == sorted(keys)
    assert len(GLOSSARY.entries) == len(ENTRIES)


def test_it_covers_the_domain() -> None:
    assert len(ENTRIES) >= 300
    assert {entry.kind for entry in ENTRIES} == set(Kind) - {Kind.PERSON}


def test_targets_and_alternatives_have_no_vietnamese_letters() -> None:
    letters = {
        char
        for entry in ENTRIES
        for form in (entry.target, *entry.accepted)
        for char in form
        if not char.isascii()
    }
    assert letters <= set(ENGLISH_MARKS)


def test_no_alternative_contains_an_earlier_form() -> None:
    """The earlier form would be found first, so the alternative would never count."""
    shadowed = [
        (entry.source, later)
        for entry in ENTRIES
        for earlier, later in combinations((entry.target, *entry.accepted), 2)
        if f" {earlier} " in f" {later} "
    ]
    assert shadowed == []


def test_acronyms_are_case_exact() -> None:
    acronyms = [entry for entry in ENTRIES if re.fullmatch(r"[A-ZĐ]{2,}", entry.source)]
    assert [entry.source for entry in acronyms if not entry.case_sensitive] == []


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        (
            "Trung tướng Ngọc, Ủy viên Trung ương Đảng, Thứ trưởng Bộ Công an làm Trưởng đoàn",
            [
                "Lieutenant General",
                "member of the Party Central Committee",
                "Deputy Minister of Public Security",
                "head of the delegation",
            ],
        ),
        (
            "Đại tướng Tô Lâm, Uỷ viên Bộ Chính trị, Bộ trưởng Bộ Công an Việt Nam",
            ["General", "Politburo member", "Minister of Public Security", "Vietnam"],
        ),
        (
            "hội nghị giao ban giữa Công an tỉnh Hà Tĩnh (Việt Nam) với Công an tỉnh Bolikhămxay",
            [
                "regular meeting",
                "Ha Tinh provincial Police",
                "Vietnam",
                "Bolikhamxay provincial Police",
            ],
        ),
        (
            "Bộ Tư lệnh BĐBP, Bộ Quốc phòng và Tổng cục Cảnh sát, Bộ An ninh nước CHDCND Lào",
            [
                "Border Guard Command",
                "Ministry of National Defense",
                "General Department of Police",
                "Ministry of Public Security",
                "Lao People's Democratic Republic",
            ],
        ),
        (
            "tỉnh At-ta-pư, tỉnh Rat-ta-na-ki-ri, tỉnh Hủa-phăn và tỉnh Oudomxay",
            ["Attapeu", "Ratanakiri", "Houaphanh", "Oudomxay"],
        ),
        (
            "cửa khẩu quốc tế Cầu Treo và cửa khẩu Nậm Pao, ANTT, TTATXH, BLO, mốc quốc giới",
            [
                "Cau Treo international border gate",
                "Nam Phao border gate",
                "security and order",
                "social order and safety",
                "BLO",
                "national border marker",
            ],
        ),
        (
            "47kg ma tuý đá, 1.000 viên ma tuý tổng hợp, viên thuốc lắc, đối tượng truy nã",
            ["crystal methamphetamine", "synthetic drugs", "ecstasy", "wanted suspect"],
        ),
        (
            "biên bản ghi nhớ về phòng, chống tội phạm, mua bán người và căn cước công dân",
            [
                "memorandum of understanding",
                "crime prevention and control",
                "human trafficking",
                "citizen identity card",
            ],
        ),
        (
            "Chủ tịch UBND tỉnh Hà Tĩnh",
            ["provincial People's Committee", "Ha Tinh"],
        ),
        ("cán bộ công an, trụ sở công an bản, hoà bình", ["village police"]),
    ],
)
def test_key_terms_of_the_articles(sentence: str, targets: list[str]) -> None:
    assert [match.entry.target for match in GLOSSARY.find(sentence)] == targets


@pytest.mark.parametrize(
    "text",
    [
        "các cán bộ công an",
        "ông trở thành ủy viên",
        "tại hội nghị quyết liệt",
        "đề nghị định kỳ",
        "khách hàng giả danh",
        "siêu thị thực phẩm",
        "giao thông quan trọng",
        "ông Lê Quốc Khánh",
        "sống trong hòa bình",
        "lào xào",
    ],
)
def test_syllables_of_other_words_are_no_terms(text: str) -> None:
    assert GLOSSARY.find(text) == ()
