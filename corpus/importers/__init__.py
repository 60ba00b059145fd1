"""Importers: files of several formats, addresses and standard input into articles."""

from corpus.importers.reading import Reading, read_articles, read_bytes
from corpus.importers.sources import Source, find_sources

__all__ = ["Reading", "Source", "find_sources", "read_articles", "read_bytes"]
