"""The library: articles and the one store of sentences."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, case, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from corpus.article import Article
from corpus.database import Database
from corpus.errors import CorpusError, UnknownArticleError
from corpus.rows import article_from, article_row, digest, translation_from, translation_row
from corpus.schema import articles, originals, placements, sentences
from corpus.search import articles_with, chunks, index, words
from corpus.translation import Translation


@dataclass(frozen=True, slots=True)
class Summary:
    """An article in a list: `current` of its `sentences` have an up-to-date translation."""

    slug: str
    title: str
    source: str
    published: date | None
    sentences: int
    current: int


class Library:
    """Articles and their sentences in one SQLite file."""

    def __init__(self, path: Path) -> None:
        """Open the library, made new where there is none; raises CorpusError."""
        self.is_new = not path.exists()
        self._database = Database(path)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def add(self, article: Article, original: bytes = b"") -> str:
        """Store an article, and what it was read from, and return the slug it is found under.

        A text that is there already is not stored twice; a changed text read from the same
        place takes the place of the old one; another text with the same slug gets a new slug.
        Raises CorpusError for an article without a sentence.
        """
        if not article.sentences:
            raise CorpusError(f"{article.origin or article.slug}: there is no text in it")
        with self._database.write() as connection:
            known = connection.scalar(
                select(articles.c.slug).where(articles.c.digest == digest(article))
            )
            if known is not None:
                return str(known)
            row = article_row(article) | {"slug": _free_slug(connection, article)}
            key = connection.execute(insert(articles).values(row)).inserted_primary_key
            assert key is not None  # SQLite always tells the key of the row it made
            _place(connection, key[0], article)
            if original:
                kept = {"article_id": key[0], "data": zlib.compress(original)}
                connection.execute(insert(originals).values(kept))
            return str(row["slug"])

    def load(self, slug: str) -> Article:
        """The article of that slug; raises UnknownArticleError."""
        with self._database.read() as connection:
            row = connection.execute(select(articles).where(articles.c.slug == slug)).first()
            if row is None:
                raise UnknownArticleError(slug)
            placed = connection.execute(
                select(placements, sentences.c.text)
                .join(sentences)
                .where(placements.c.article_id == row.id)
                .order_by(placements.c.block, placements.c.position)
            )
            return article_from(row, placed)

    def original(self, slug: str) -> bytes:
        """The bytes that an article was read from, empty where none were kept.

        Raises UnknownArticleError.
        """
        statement = select(articles.c.id, originals.c.data).outerjoin(originals)
        with self._database.read() as connection:
            row = connection.execute(statement.where(articles.c.slug == slug)).first()
        if row is None:
            raise UnknownArticleError(slug)
        return zlib.decompress(row.data) if row.data else b""

    def remove(self, slug: str) -> None:
        """Remove an article; its sentences stay in the store for other articles.

        Raises UnknownArticleError.
        """
        with self._database.write() as connection:
            if not connection.execute(delete(articles).where(articles.c.slug == slug)).rowcount:
                raise UnknownArticleError(slug)

    def summaries(self, recipe: str, query: str = "") -> tuple[Summary, ...]:
        """All articles, or those in which every word of the query occurs, newest first.

        The query is looked for in source and translation, without marks and case.
        """
        # Counted apart: an article's row can be long and must not be sorted once a sentence.
        current = func.sum(case((sentences.c.recipe == recipe, 1), else_=0))
        counts = (
            select(
                placements.c.article_id, func.count().label("sentences"), current.label("current")
            )
            .join(sentences)
            .group_by(placements.c.article_id)
            .subquery()
        )
        columns = (articles.c.slug, articles.c.title, articles.c.source, articles.c.published)
        statement = (
            select(*columns, counts.c.sentences, counts.c.current)
            .join(counts, counts.c.article_id == articles.c.id)
            .order_by(articles.c.published.desc().nulls_last(), articles.c.slug)
        )
        for word in words(query):
            statement = statement.where(articles.c.id.in_(articles_with(word)))
        with self._database.read() as connection:
            return tuple(_summary(row) for row in connection.execute(statement))

    def translations(self, texts: Iterable[str]) -> dict[str, Translation]:
        """The stored translations of these sentences, whatever recipe made them."""
        found: dict[str, Translation] = {}
        with self._database.read() as connection:
            for chunk in chunks(sorted(set(texts))):
                statement = select(sentences).where(
                    sentences.c.text.in_(chunk), sentences.c.target.is_not(None)
                )
                for row in connection.execute(statement):
                    found[row.text] = translation_from(row)
        return found

    def outdated(self, recipe: str) -> dict[str, Translation]:
        """All stored translations that another recipe made."""
        statement = select(sentences).where(
            sentences.c.target.is_not(None), sentences.c.recipe != recipe
        )
        with self._database.read() as connection:
            return {row.text: translation_from(row) for row in connection.execute(statement)}

    def store(self, translations: Mapping[str, Translation]) -> None:
        """Keep the translations of these sentences, all in one transaction."""
        with self._database.write() as connection:
            for text, translation in translations.items():
                row = translation_row(translation)
                statement = upsert(sentences).values(text=text, **row)
                statement = statement.on_conflict_do_update(index_elements=["text"], set_=row)
                connection.execute(statement)
            index(connection, translations)


def _free_slug(connection: Connection, article: Article) -> str:
    """The article's slug, numbered where another article has it; an older version goes."""
    if article.origin:
        connection.execute(delete(articles).where(articles.c.origin == article.origin))
    taken = set(connection.scalars(select(articles.c.slug)))
    slug, number = article.slug, 2
    while slug in taken:
        slug, number = f"{article.slug}-{number}", number + 1
    return slug


def _place(connection: Connection, article_id: int, article: Article) -> None:
    texts = dict.fromkeys(sentence.text for sentence in article.sentences)
    for chunk in chunks(list(texts)):
        statement = upsert(sentences).on_conflict_do_nothing(index_elements=["text"])
        connection.execute(statement, [{"text": text} for text in chunk])
    ids = _ids(connection, texts)
    rows = [
        {
            "article_id": article_id,
            "block": number,
            "position": position,
            "kind": block.kind,
            "gap": sentence.gap,
            "sentence_id": ids[sentence.text],
        }
        for number, block in enumerate(article.blocks)
        for position, sentence in enumerate(block.sentences)
    ]
    connection.execute(insert(placements), rows)
    index(connection, texts)


def _ids(connection: Connection, texts: Iterable[str]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for chunk in chunks(list(texts)):
        statement = select(sentences.c.text, sentences.c.id).where(sentences.c.text.in_(chunk))
        ids.update((row.text, row.id) for row in connection.execute(statement))
    return ids


def _summary(row: Any) -> Summary:
    return Summary(row.slug, row.title, row.source, row.published, row.sentences, row.current)
