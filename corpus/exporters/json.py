"""All that is known of an article and its translations as JSON."""

import json
from dataclasses import asdict
from typing import Any

from corpus.article import Block
from corpus.exporters.bilingual import Bilingual


def to_json(bilingual: Bilingual) -> str:
    """One object: the article's fields, its blocks with sentence pairs, terms and checks."""
    article = bilingual.article
    fields = {
        "slug": article.slug,
        "title": article.title,
        "title_derived": article.title_derived,
        "source": article.source,
        "published": article.published.isoformat() if article.published else None,
        "origin": article.origin,
        "recipes": bilingual.recipes,
        "blocks": [_block(bilingual, block) for block in article.blocks],
        "images": [asdict(image) for image in article.images],
        "leftovers": [asdict(leftover) for leftover in article.leftovers],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def _block(bilingual: Bilingual, block: Block) -> dict[str, Any]:
    sentences = [
        {
            "source": sentence.text,
            "gap": sentence.gap,
            "translation": asdict(found) if found else None,
        }
        for sentence, found in bilingual.pairs(block)
    ]
    return {"kind": block.kind, "sentences": sentences}
