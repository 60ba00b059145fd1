"""From the library through the translator and back: only what is missing or stale."""

import pytest

from corpus.article import Article
from corpus.library import Library
from glossary.entry import Entry, Kind
from glossary.glossary import Glossary
from tests.conftest import FakeEngine
from translator.pipeline import adopt, pending, translate
from translator.translator import Translator

SLUGS = ("hoi-dam", "thoi-tiet")


@pytest.fixture
def translated(library: Library, translator: Translator) -> Library:
    for _ in translate(library, translator, pending(library, translator, SLUGS)):
        pass
    return library


def with_entry(translator: Translator, *entries: Entry) -> Translator:
    return Translator(translator.engine, Glossary(translator.glossary.entries, entries))


def test_everything_is_pending_once_in_reading_order(
    library: Library, translator: Translator, articles: tuple[Article, ...]
) -> None:
    texts = [sentence.text for article in articles for sentence in article.sentences]
    assert pending(library, translator, (*SLUGS, *SLUGS)) == texts


def test_nothing_is_pending_after_translating(
    translated: Library, translator: Translator, engine: FakeEngine
) -> None:
    engine.asked.clear()
    assert pending(translated, translator, SLUGS) == []
    assert {found.current for found in translated.summaries(translator.recipe)} == {4, 2}


def test_each_batch_is_in_the_library_when_it_is_told(
    library: Library, translator: Translator
) -> None:
    texts = pending(library, translator, SLUGS)
    batches = translate(library, translator, texts, window=1)
    first = next(batches)
    assert library.translations(texts) == first
    batches.close()
    assert pending(library, translator, SLUGS) == texts[1:]


def test_changed_model_makes_all_stale(translated: Library, glossary: Glossary) -> None:
    changed = Translator(FakeEngine(model="fake@2"), glossary)
    assert adopt(translated, changed) == 0
    assert len(pending(translated, changed, SLUGS)) == 6


def test_new_term_makes_only_its_sentences_stale(
    translated: Library, translator: Translator
) -> None:
    changed = with_entry(translator, Entry("Đắk Lắk", "Dak Lak", Kind.PLACE))
    assert adopt(translated, changed) == 5
    assert pending(translated, changed, SLUGS) == ["Đắk Lắk có mưa."]


def test_changed_target_makes_only_its_sentences_stale(
    translated: Library, translator: Translator
) -> None:
    changed = with_entry(translator, Entry("Thứ trưởng", "Vice Minister", Kind.TITLE))
    adopt(translated, changed)
    stale = pending(translated, changed, SLUGS)
    assert stale == ["Thứ trưởng Bộ Công an đến Hà Tĩnh."]
    for _ in translate(translated, changed, stale):
        pass
    (found,) = translated.translations(stale).values()
    assert found.text.startswith("Vice Minister Ministry of Public Security")


def test_adopting_again_changes_nothing(translated: Library, translator: Translator) -> None:
    assert adopt(translated, translator) == 0
