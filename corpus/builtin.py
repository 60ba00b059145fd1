"""The built-in library: news articles that ship with the package."""

from importlib.resources import files

from corpus.article import Article
from corpus.importers import read_bytes


def builtin_articles() -> tuple[Article, ...]:
    """Return the built-in articles, oldest first."""
    folder = files("corpus") / "articles"
    # The names begin with the date.
    resources = sorted(folder.iterdir(), key=lambda resource: resource.name)
    return tuple(read_bytes(item.read_bytes(), item.name, item.name) for item in resources)
