"""Articles with their translations as files: HTML, TSV, plain text and JSON."""

from collections.abc import Callable

from corpus.exporters.bilingual import Bilingual
from corpus.exporters.html import to_html
from corpus.exporters.json import to_json
from corpus.exporters.text import to_text
from corpus.exporters.tsv import to_tsv

FORMATS: dict[str, Callable[[Bilingual], str]] = {
    "html": to_html,
    "tsv": to_tsv,
    "txt": to_text,
    "json": to_json,
}

__all__ = ["FORMATS", "Bilingual", "to_html", "to_json", "to_text", "to_tsv"]
