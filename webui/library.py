"""The library page: all articles and a search through them."""

from collections.abc import Sequence

from flask import Blueprint, render_template, request

from corpus.library import Library
from corpus.segmenter import split
from webui.services import services

pages = Blueprint("library", __name__)


@pages.get("/")
def index() -> str:
    """The articles, or those that the query ?q= finds."""
    here, query = services(), request.args.get("q", "").strip()
    articles = here.library.summaries(here.translator.recipe, query)
    waiting = any(article.current < article.sentences for article in articles)
    return render_template(
        "library.html",
        articles=articles,
        titles=_english(here.library, [article.title for article in articles]),
        query=query,
        problem=here.worker.problem if waiting else "",
        waiting=waiting,
    )


def _english(library: Library, titles: Sequence[str]) -> dict[str, str]:
    """The English of those titles of which all sentences are translated."""
    parts = {title: split(title) for title in titles}
    found = library.translations(part.text for split_ in parts.values() for part in split_)
    return {
        title: " ".join(found[part.text].text for part in split_)
        for title, split_ in parts.items()
        if all(part.text in found for part in split_)
    }
