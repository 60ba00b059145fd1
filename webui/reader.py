"""The reader page and the stream of events that fills it in."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, get_template_attribute, render_template

from corpus.article import Article
from corpus.errors import UnknownArticleError
from webui.events import events
from webui.reading import Pair, reading
from webui.services import services

pages = Blueprint("reader", __name__, url_prefix="/article")


@pages.get("/<slug>")
def article(slug: str) -> str:
    """An article side by side with its English; what is missing is put first in the queue.

    :raise 404: if there is no article of that slug
    """
    here = services()
    page = reading(here.library, _article(slug), here.translator.recipe)
    progress = here.worker.progress_of(page.done, len(page.pairs))
    if not progress.complete:
        here.worker.request(slug)
    return render_template(
        "reader.html",
        page=page,
        article=page.article,
        progress=progress,
        problem=here.worker.problem,
        recipe=here.translator.recipe,
    )


@pages.get("/<slug>/events")
def stream(slug: str) -> Response:
    """The sentences of an article as server-sent events, each when it is translated.

    :raise 404: if there is no article of that slug
    """
    here, found = services(), _article(slug)
    here.worker.request(slug)  # a page that is seen again, among others, is what is looked at
    return Response(
        events(here, found, _renderer()),
        mimetype="text/event-stream",
        headers={"Cache-Control": "no-store"},
    )


def _renderer() -> Callable[[Pair], dict[str, object]]:
    """What makes HTML of both halves of a pair, by the same macros as the page."""
    source = get_template_attribute("sentence.html", "source")
    target = get_template_attribute("sentence.html", "target")
    return lambda pair: {
        "number": pair.number,
        "source": source(pair),
        "target": target(pair),
    }


def _article(slug: str) -> Article:
    try:
        return services().library.load(slug)
    except UnknownArticleError:
        abort(404, f"There is no article “{slug}” in the library.")
