"""Articles and translations to and from the rows of the library."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row

from corpus.article import Article, Block, BlockKind, Image, Leftover, Sentence
from corpus.translation import TermStatus, TermUse, Translation


def digest(article: Article) -> str:
    """A fingerprint of the text, the same for the same article read from another place."""
    blocks = "\n\n".join(f"{block.kind}\t{block.text}" for block in article.blocks)
    return hashlib.sha256(blocks.encode()).hexdigest()


def article_row(article: Article) -> dict[str, Any]:
    """The columns of an article, its blocks apart."""
    return {
        "slug": article.slug,
        "title": article.title,
        "title_derived": article.title_derived,
        "source": article.source,
        "published": article.published,
        "origin": article.origin,
        "images": [asdict(image) for image in article.images],
        "leftovers": [asdict(leftover) for leftover in article.leftovers],
        "digest": digest(article),
        "added_at": _now(),
    }


def article_from(row: Row[Any], placed: Iterable[Row[Any]]) -> Article:
    """The article of a row and its placed sentences, ordered by block and position."""
    return Article(
        slug=row.slug,
        title=row.title,
        blocks=tuple(_blocks(placed)),
        source=row.source,
        published=row.published,
        origin=row.origin,
        title_derived=row.title_derived,
        images=tuple(Image(**image) for image in row.images),
        leftovers=tuple(Leftover(**leftover) for leftover in row.leftovers),
    )


def _blocks(placed: Iterable[Row[Any]]) -> Iterable[Block]:
    for (_, kind), rows in groupby(placed, key=lambda row: (row.block, row.kind)):
        yield Block(BlockKind(kind), tuple(Sentence(row.text, row.gap) for row in rows))


def translation_row(translation: Translation) -> dict[str, Any]:
    """The columns of a translation."""
    return {
        "target": translation.text,
        "score": translation.score,
        "recipe": translation.recipe,
        "terms": [asdict(term) for term in translation.terms],
        "checks": list(translation.checks),
        "translated_at": _now(),
    }


def translation_from(row: Row[Any]) -> Translation:
    """The translation in a row of the sentence store."""
    terms = (TermUse(**{**term, "status": TermStatus(term["status"])}) for term in row.terms)
    return Translation(row.target, row.score, row.recipe, tuple(terms), tuple(row.checks))


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
