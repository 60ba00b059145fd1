"""Sentence pairs as tab-separated lines."""

from corpus.exporters.bilingual import Bilingual


def to_tsv(bilingual: Bilingual) -> str:
    """A line a sentence, Vietnamese and English; tabs and line breaks in them become spaces."""
    lines = [
        f"{_flat(sentence.text)}\t{_flat(found.text if found else '')}\n"
        for block in bilingual.article.blocks
        for sentence, found in bilingual.pairs(block)
    ]
    return "".join(lines)


def _flat(text: str) -> str:
    return " ".join(text.split())
