"""The built-in articles, as they were verified by reading them."""

from collections import Counter
from contextlib import closing
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.article import Article, BlockKind
from corpus.builtin import add_builtin, builtin_articles
from corpus.library import Library


class Expected(NamedTuple):
    slug: str
    title: str
    source: str
    published: date
    kinds: dict[str, int]
    sentences: int
    leftovers: dict[str, int]


EXPECTED = [
    Expected(
        "2022-10-26-ministerial-conference-drugs",
        "",
        "VTC News",
        date(2022, 10, 26),
        {"lead": 1, "paragraph": 14, "caption": 2},
        21,
        {"agency tag": 1},
    ),
    Expected(
        "2023-01-12-two-ministries-comprehensive-cooperation",
        "Bộ Công an hai nước Việt Nam - Lào hợp tác toàn diện",
        "CAO",
        date(2023, 1, 12),
        {"title": 1, "lead": 1, "paragraph": 19, "caption": 5},
        30,
        {"dateline": 1, "separator": 1, "agency tag": 1, "comments": 1, "page navigation": 1},
    ),
    Expected(
        "2024-08-04-viet-lao-police-forces",
        "Lực lượng Công an hai nước Việt Nam – Lào nâng cao hiệu quả ...",
        "cand.com.vn",
        date(2024, 8, 4),
        {"title": 1, "lead": 1, "paragraph": 14, "caption": 3},
        23,
        {"front matter": 1, "repeats the headline": 1, "teaser cut off": 1},
    ),
    Expected(
        "2024-08-21-ha-tinh-three-provinces",
        "",
        "",
        date(2024, 8, 21),
        {"paragraph": 13},
        17,
        {},
    ),
    Expected(
        "2025-09-24-border-guard-lao-police-talks",
        "",
        "Báo Biên phòng",
        date(2025, 9, 24),
        {"paragraph": 12, "caption": 1, "byline": 1},
        24,
        {"dateline": 1, "trail of other headlines": 30},
    ),
]

CAPTIONS = {
    "2022-10-26-ministerial-conference-drugs": [
        "Đoàn đại biểu Bộ Công an 2 nước Việt Nam - Lào chụp ảnh lưu niệm tại hội nghị.",
        "Thứ trưởng Bộ Công an Nguyễn Duy Ngọc phát biểu tại hội nghị.",
    ],
    "2023-01-12-two-ministries-comprehensive-cooperation": [
        "Thứ trưởng Nguyễn Duy Ngọc (trái) và Thứ trưởng Khamking Phuilamanivong tại hội đàm.",
        "Toàn cảnh hội đàm",
        "Thứ trưởng Nguyễn Duy Ngọc chào xã giao Đại tướng Vilay Lakhamphong.",
        "Toàn cảnh buổi tiếp",
        "Thứ trưởng Nguyễn Duy Ngọc và Thứ trưởng Khamking Phuilamanivong với các đại biểu tham dự "
        "hội đàm. (Nguồn ảnh: Công an nhân dân)",
    ],
    "2024-08-04-viet-lao-police-forces": [
        "Quang cảnh hội đàm.",
        "Thứ trưởng Nguyễn Văn Long và Thứ trưởng Khamking Phuilamanyvong.",
        "Thứ trưởng Nguyễn Văn Long và Thứ trưởng Khamking Phuilamanyvong cùng các đại biểu.",
    ],
    "2024-08-21-ha-tinh-three-provinces": [],
    "2025-09-24-border-guard-lao-police-talks": ["Các đại biểu chụp ảnh lưu niệm. Ảnh: Thu Minh"],
}


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {article.slug: article for article in builtin_articles()}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.slug)
def test_article(articles: dict[str, Article], expected: Expected) -> None:
    article = articles[expected.slug]
    assert article.title == expected.title or article.title_derived
    assert article.title_derived == (not expected.title)
    assert article.source == expected.source
    assert article.published == expected.published
    assert Counter(block.kind.value for block in article.blocks) == expected.kinds
    assert len(article.sentences) == expected.sentences
    assert Counter(leftover.reason for leftover in article.leftovers) == expected.leftovers
    captions = [block.text for block in article.blocks if block.kind is BlockKind.CAPTION]
    assert captions == CAPTIONS[expected.slug]


def test_all_are_there_oldest_first(articles: dict[str, Article]) -> None:
    assert list(articles) == [expected.slug for expected in EXPECTED]


@pytest.mark.parametrize("slug", CAPTIONS)
def test_every_line_is_kept(articles: dict[str, Article], slug: str) -> None:
    article = articles[slug]
    kept = [block.text for block in article.blocks] + [left.text for left in article.leftovers]
    # A line may hold a tag and a paragraph; a picture is kept as such.
    kept += [f"![{image.alt}]({image.url})" for image in article.images]
    rest = _original(slug)
    for text in sorted(kept, key=len, reverse=True):
        rest = rest.replace(text, "")
    # What is left is the markup of the front matter and of the link.
    address = r"https://cand.com.vn/"
    assert [
        line for line in rest.split() if line not in ("---", "[]()") and address not in line
    ] == []


def test_leads(articles: dict[str, Article]) -> None:
    leads = {
        slug: block.text[:20]
        for slug, article in articles.items()
        for block in article.blocks
        if block.kind is BlockKind.LEAD
    }
    assert leads == {
        "2022-10-26-ministerial-conference-drugs": "Sáng 26/10, tại Hà N",
        "2023-01-12-two-ministries-comprehensive-cooperation": "Hai bên khẳng định t",
        "2024-08-04-viet-lao-police-forces": "Hai bên thống nhất s",
    }


def _original(slug: str) -> str:
    folder = files("corpus") / "articles"
    (found,) = (item for item in folder.iterdir() if item.name.startswith(slug))
    return found.read_text(encoding="utf-8")


def test_built_in_library_keeps_the_originals(tmp_path: Path) -> None:
    with closing(Library(tmp_path / "library.db")) as library:
        add_builtin(library)
        for expected in EXPECTED:
            original = library.original(expected.slug).decode()
            assert library.load(expected.slug).sentences[-1].text in original
