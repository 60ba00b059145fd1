"""English as plain text, and both languages for reading in a terminal."""

from corpus.exporters.bilingual import Bilingual


def to_text(bilingual: Bilingual) -> str:
    """The English alone, a blank line between blocks."""
    return "\n\n".join(bilingual.target(block) for block in bilingual.article.blocks) + "\n"


def to_both(bilingual: Bilingual) -> str:
    """Each block in Vietnamese, then in English, a blank line between blocks."""
    blocks = bilingual.article.blocks
    return "\n".join(f"{block.text}\n{bilingual.target(block)}\n" for block in blocks)
