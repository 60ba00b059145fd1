"""An article with the translations of its sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.article import Article, Block, Sentence
from corpus.library import Library
from corpus.translation import Translation


@dataclass(frozen=True, slots=True)
class Bilingual:
    """An article and the translations by sentence, those that there are."""

    article: Article
    translations: Mapping[str, Translation]

    @classmethod
    def load(cls, library: Library, slug: str) -> "Bilingual":
        """The article of that slug with what the library has; raises CorpusError."""
        article = library.load(slug)
        return cls(article, library.translations(s.text for s in article.sentences))

    @property
    def recipes(self) -> tuple[str, ...]:
        """The recipes that made the translations, each once; one where all are current."""
        return tuple(sorted({found.recipe for found in self.translations.values()}))

    def pairs(self, block: Block) -> list[tuple[Sentence, Translation | None]]:
        """The sentences of a block, each with its translation."""
        return [(sentence, self.translations.get(sentence.text)) for sentence in block.sentences]

    def target(self, block: Block) -> str:
        """The block in English, its sentences a space apart; missing ones are left out."""
        return " ".join(found.text for _, found in self.pairs(block) if found)
