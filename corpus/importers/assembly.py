"""Assembly: from the pieces of a file to an article."""

import unicodedata
from dataclasses import replace
from pathlib import PurePath

from corpus.article import Article, Block, BlockKind, Leftover
from corpus.errors import CorpusError
from corpus.importers.agency import cut_agency_tag
from corpus.importers.dateline import read_dateline
from corpus.importers.furniture import remove_furniture
from corpus.importers.headline import find_headline, remove_repeats
from corpus.importers.kinds import assign_kinds, named_source
from corpus.importers.piece import Draft, Step
from corpus.importers.slug import slug_of
from corpus.importers.trail import remove_trail
from corpus.segmenter import split


def normalise(draft: Draft) -> Draft:
    """Bring the texts into NFC, which joins marks to letters but moves no tone mark."""
    pieces = (replace(piece, text=_normal(piece.text)) for piece in draft.pieces)
    draft = replace(draft, title=_normal(draft.title), source=_normal(draft.source))
    return draft.with_pieces(piece for piece in pieces if piece.text)


def _normal(text: str) -> str:
    # Halves of surrogate pairs, which mails can hold, are no characters and cannot be stored.
    text = text.encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFC", text).strip()


# The order matters: a trail is known by its dates, so it goes before the dateline is read; the
# headline is the first line that is left when furniture, dateline and agency tag are gone.
_STEPS: tuple[Step, ...] = (
    normalise,
    remove_furniture,
    remove_trail,
    read_dateline,
    cut_agency_tag,
    find_headline,
    remove_repeats,
    assign_kinds,
)


def assemble(draft: Draft) -> Article:
    """Return the article that a draft holds; a draft without any text raises `CorpusError`."""
    for step in _STEPS:
        draft = step(draft)
    blocks = tuple(
        Block(piece.kind, split(piece.text)) for piece in draft.pieces if piece.kind is not None
    )
    if not blocks:
        raise CorpusError(f"{draft.name}: no article text was found in it; give a file with some")
    heading = (Block(BlockKind.TITLE, split(draft.title)),) if draft.title else ()
    return Article(
        slug=draft.slug or slug_of(PurePath(draft.name).stem),
        title=draft.title or blocks[0].sentences[0].text,
        blocks=heading + blocks,
        source=draft.source or _source(blocks),
        published=draft.published,
        origin=draft.name,
        title_derived=not draft.title,
        images=draft.images,
        leftovers=tuple(Leftover(p.text, p.reason) for p in draft.pieces if p.reason),
    )


def _source(blocks: tuple[Block, ...]) -> str:
    bylines = (block.text for block in blocks if block.kind is BlockKind.BYLINE)
    return next(filter(None, map(named_source, bylines)), "")
