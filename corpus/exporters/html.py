"""The bilingual page as one file that needs nothing else."""

import jinja2

from corpus.exporters.bilingual import Bilingual


def to_html(bilingual: Bilingual) -> str:
    """A self-contained page, both languages side by side, pinned terms marked with their status."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("corpus.exporters", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("bilingual.html").render(bilingual=bilingual) + "\n"
