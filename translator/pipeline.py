"""From the library through the translator back into the library."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.library import Library
from corpus.translation import Translation
from translator.recipe import same_but_for_terms
from translator.terms import same_entries
from translator.translator import Translator

# Sentences sorted by length together: more of them pad less, fewer come sooner to the reader.
WINDOW = 256


def pending(library: Library, translator: Translator, slugs: Iterable[str]) -> list[str]:
    """The sentences of these articles that are missing or stale, once each, in reading order."""
    texts = [sentence.text for slug in slugs for sentence in library.load(slug).sentences]
    known = library.translations(texts)
    return [
        text
        for text in dict.fromkeys(texts)
        if text not in known or known[text].recipe != translator.recipe
    ]


def translate(
    library: Library, translator: Translator, texts: list[str], window: int = WINDOW
) -> Iterator[dict[str, Translation]]:
    """Translate and store these sentences, yielding each batch when it is safe in the library."""
    for start in range(0, len(texts), window):
        for batch in translator.stream(texts[start : start + window]):
            library.store(batch)
            yield batch


def adopt(library: Library, translator: Translator) -> int:
    """Keep what a changed glossary leaves as it is, and return how many sentences that are.

    A translation of another recipe that differs only in terms, none of them in this sentence,
    is what the present recipe would give; it is marked so instead of being made again.
    """
    kept = {
        text: replace(translation, recipe=translator.recipe)
        for text, translation in library.outdated(translator.recipe).items()
        if same_but_for_terms(translation.recipe, translator.recipe)
        and same_entries(translation.terms, translator.glossary.find(text))
    }
    library.store(kept)
    return len(kept)
