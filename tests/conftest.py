"""What the tests share: a fake engine, a small glossary, a tiny library, the app."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article, Block, BlockKind, Leftover
from corpus.library import Library
from corpus.segmenter import split
from glossary.entry import Entry, Kind
from glossary.glossary import Glossary
from translator.engine import Hypothesis
from translator.translator import Translator


@dataclass
class FakeEngine:
    """Leaves out the marks of the source and remembers what it was asked."""

    name: str = "fake"
    model: str = "fake@1"
    beam: int = 1
    token_limit: int = 100
    asked: list[str] = field(default_factory=list)

    def lengths(self, sources: Sequence[str]) -> list[int]:
        return [len(source.split()) for source in sources]

    def translate(self, sources: Sequence[str]) -> list[tuple[Hypothesis, ...]]:
        self.asked += sources
        return [(Hypothesis(without_marks(source), -0.5),) for source in sources]


def without_marks(text: str) -> str:
    """The text without diacritics, its case kept."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def block(kind: BlockKind, text: str) -> Block:
    """A block of this text, segmented."""
    return Block(kind, split(text))


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def glossary() -> Glossary:
    return Glossary(
        (
            Entry("Bộ Công an", "Ministry of Public Security", Kind.ORGANIZATION),
            Entry("Thứ trưởng", "Deputy Minister", Kind.TITLE),
            Entry("Hà Tĩnh", "Ha Tinh", Kind.PLACE),
        )
    )


@pytest.fixture
def translator(engine: FakeEngine, glossary: Glossary) -> Translator:
    return Translator(engine, glossary)


@pytest.fixture
def articles() -> tuple[Article, ...]:
    talks = Article(
        slug="hoi-dam",
        title="Hội đàm tại Hà Tĩnh",
        blocks=(
            block(BlockKind.TITLE, "Hội đàm tại Hà Tĩnh"),
            block(BlockKind.PARAGRAPH, "Thứ trưởng Bộ Công an đến Hà Tĩnh. Hai bên ký <biên bản>."),
            block(BlockKind.CAPTION, "Toàn cảnh hội đàm"),
        ),
        source="Báo Thử",
        published=date(2024, 8, 21),
        origin="/tmp/hoi-dam.txt",
        leftovers=(Leftover("Bình luận (0)", "comment box"),),
    )
    weather = Article(
        slug="thoi-tiet",
        title="Đắk Lắk có mưa.",
        blocks=(block(BlockKind.PARAGRAPH, "Đắk Lắk có mưa. Ngày mai trời nắng."),),
        published=date(2023, 1, 12),
        title_derived=True,
    )
    return talks, weather


@pytest.fixture
def library(tmp_path: Path, articles: tuple[Article, ...]) -> Iterator[Library]:
    found = Library(tmp_path / "library.db")
    for article in articles:
        found.add(article)
    yield found
    found.close()
