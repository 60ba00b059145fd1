"""The full-text index over the sentences of the library."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy import text as sql

from corpus.folding import fold
from corpus.schema import placements, sentences

# SQLite takes 32,766 values in a statement; a few hundred at a time is as fast.
CHUNK = 500
_WORD = re.compile(r"\w+")


def index(connection: Connection, texts: Iterable[str]) -> None:
    """Bring the full-text index of these sentences up to date."""
    for chunk in chunks(list(texts)):
        statement = select(sentences.c.id, sentences.c.text, sentences.c.target)
        rows = [
            {"id": row.id, "source": fold(row.text), "target": fold(row.target or "")}
            for row in connection.execute(statement.where(sentences.c.text.in_(chunk)))
        ]
        connection.execute(sql("DELETE FROM search WHERE rowid = :id"), rows)
        connection.execute(
            sql("INSERT INTO search(rowid, source, target) VALUES (:id, :source, :target)"), rows
        )


def words(query: str) -> list[str]:
    """The query's words as FTS5 prefixes; quotes keep its operators from being meant."""
    return [f'"{word}"*' for word in _WORD.findall(fold(query))]


def articles_with(word: str) -> Any:
    """The ids of the articles with such a word in a sentence, as a subquery."""
    matching = sql("SELECT rowid FROM search WHERE search MATCH :word").bindparams(
        bindparam("word", word, unique=True)
    )
    return select(placements.c.article_id).where(placements.c.sentence_id.in_(matching))


def chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """The items in runs short enough for one statement."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]
