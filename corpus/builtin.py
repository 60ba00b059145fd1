"""The built-in library: news articles that ship with the package."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from corpus.article import Article
from corpus.importers import read_bytes
from corpus.library import Library


def builtin_articles() -> tuple[Article, ...]:
    """Return the built-in articles, oldest first."""
    return tuple(read_bytes(item.read_bytes(), item.name, item.name) for item in _files())


def add_builtin(library: Library) -> None:
    """Add the built-in articles with their originals to a library."""
    for article, item in zip(builtin_articles(), _files(), strict=True):
        library.add(article, item.read_bytes())


def _files() -> list[Traversable]:
    # The names begin with the date.
    folder = files("corpus") / "articles"
    return sorted(folder.iterdir(), key=lambda item: item.name)
