"""The library: what goes in comes out, found by any spelling, and damage is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article, BlockKind, Image
from corpus.database import VERSION
from corpus.errors import CorpusError, UnknownArticleError
from corpus.library import Library
from corpus.translation import TermStatus, TermUse, Translation
from tests.conftest import block

TERM = TermUse("Hà Tĩnh", "Ha Tinh", "place", 0, 7, "0123abcd", TermStatus.NATIVE, 3, 10)
TRANSLATION = Translation("In Ha Tinh.", -0.4, "recipe one", (TERM,), ("numbers",))


def article(slug: str, text: str, **fields: object) -> Article:
    blocks = (block(BlockKind.PARAGRAPH, text),)
    return replace(Article(slug=slug, title=text, blocks=blocks), **fields)


def test_article_comes_out_as_it_went_in(library: Library) -> None:
    full = article(
        "full",
        "Một câu.  Hai câu!\nBa câu?",
        source="Báo",
        published=date(2025, 9, 24),
        origin="/tmp/full.md",
        title_derived=True,
        images=(Image("https://example.org/a.jpg", "ảnh"),),
    )
    assert library.add(full) == "full"
    assert library.load("full") == full


def test_original_is_kept_byte_for_byte(library: Library) -> None:
    library.add(article("raw", "Một câu."), original=b"\xff\xfeM\0")
    assert library.original("raw") == b"\xff\xfeM\0"
    assert library.original("hoi-dam") == b""
    library.remove("raw")
    with pytest.raises(UnknownArticleError):
        library.original("raw")


def test_same_text_is_stored_once(library: Library, articles: tuple[Article, ...]) -> None:
    assert library.add(replace(articles[0], slug="other", origin="/tmp/copy")) == articles[0].slug
    assert len(library.summaries("")) == len(articles)


def test_article_without_a_sentence_is_refused(library: Library) -> None:
    with pytest.raises(CorpusError, match="there is no text in it"):
        library.add(Article(slug="leer", title="", blocks=()))


def test_changed_file_takes_the_place_of_the_old_text(
    library: Library, articles: tuple[Article, ...]
) -> None:
    changed = replace(articles[0], blocks=articles[0].blocks[:1])
    assert library.add(changed) == articles[0].slug
    assert library.load(articles[0].slug) == changed


def test_another_text_of_the_same_name_gets_a_number(library: Library) -> None:
    slugs = [library.add(article("tin", f"Tin số {n}.", origin=f"/{n}/tin.txt")) for n in (1, 2, 3)]
    assert slugs == ["tin", "tin-2", "tin-3"]


def test_removed_article_leaves_its_translations(
    library: Library, articles: tuple[Article, ...]
) -> None:
    text = articles[1].sentences[0].text
    library.store({text: TRANSLATION})
    library.remove(articles[1].slug)
    assert library.translations([text]) == {text: TRANSLATION}
    with pytest.raises(CorpusError, match="songngu library list"):
        library.load(articles[1].slug)
    with pytest.raises(CorpusError, match="no such article"):
        library.remove(articles[1].slug)


def test_translation_comes_out_as_it_went_in_and_is_replaced(library: Library) -> None:
    library.store({"Ở Hà Tĩnh.": TRANSLATION})
    assert library.translations(["Ở Hà Tĩnh.", "không có"]) == {"Ở Hà Tĩnh.": TRANSLATION}
    newer = replace(TRANSLATION, text="Here.", recipe="recipe two", terms=(), checks=())
    library.store({"Ở Hà Tĩnh.": newer})
    assert library.translations(["Ở Hà Tĩnh."]) == {"Ở Hà Tĩnh.": newer}
    assert library.outdated("recipe two") == {}
    assert library.outdated("recipe three") == {"Ở Hà Tĩnh.": newer}


def test_summaries_count_what_is_current_newest_first(
    library: Library, articles: tuple[Article, ...]
) -> None:
    library.store({articles[1].sentences[0].text: TRANSLATION})
    found = [(each.slug, each.current, each.sentences) for each in library.summaries("recipe one")]
    assert found == [("hoi-dam", 0, 4), ("thoi-tiet", 1, 2)]
    assert all(each.current == 0 for each in library.summaries("recipe two"))


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("dak lak", ["thoi-tiet"]),
        ("ĐẮK", ["thoi-tiet"]),
        ("hoi dam bien ban", ["hoi-dam"]),
        ("hội mưa", []),
        ("rain", ["thoi-tiet"]),
        ("cô", ["hoi-dam", "thoi-tiet"]),
        ('"mưa" OR (x*', []),
        ("mưa\0", ["thoi-tiet"]),
        ("", ["hoi-dam", "thoi-tiet"]),
    ],
)
def test_search_finds_any_spelling_in_both_languages(
    library: Library, query: str, slugs: list[str]
) -> None:
    library.store({"Đắk Lắk có mưa.": replace(TRANSLATION, text="It rains in Dak Lak.")})
    assert [found.slug for found in library.summaries("", query)] == slugs


def test_damaged_file_is_named_with_the_cure(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"not a database " * 500)
    with pytest.raises(CorpusError, match=r"library\.db: the library is damaged.*move the file"):
        Library(path)
    assert path.read_bytes() == b"not a database " * 500


def test_newer_library_is_left_alone(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    with library._database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION + 1}")
    library.close()
    with pytest.raises(CorpusError, match="made by a newer"):
        Library(tmp_path / "library.db")


def test_unwritable_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CorpusError, match="cannot be made"):
        Library(tmp_path / "file" / "library.db")


def test_write_ahead_log_lets_one_read_while_another_writes(library: Library) -> None:
    database = library._database
    with database.write() as writing:
        assert writing.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        writing.exec_driver_sql("UPDATE articles SET source = 'neu'")
        assert {found.source for found in library.summaries("")} == {"Báo Thử", ""}
    assert {found.source for found in library.summaries("")} == {"neu"}
