"""Server-sent events: the sentences of an article as they are translated."""

import json
from collections.abc import Callable, Iterator

from corpus.article import Article
from webui.reading import Pair, reading
from webui.services import Services
from webui.wording import progress_line

# Also how often a closed page is noticed, for that shows only in writing to it.
HEARTBEAT_SECONDS = 5


def events(
    here: Services, article: Article, render: Callable[[Pair], dict[str, object]]
) -> Iterator[str]:
    """What is translated now, then each sentence when it is, then `done`.

    It looks into the library at every change instead of being told what changed, so a sentence
    that was translated between page and stream, or by another program, is not lost.
    """
    sent: set[int] = set()
    told = ""
    while not here.worker.stopped:
        changes, problem = here.worker.changes, here.worker.problem
        page = reading(here.library, article, here.translator.recipe)
        progress = here.worker.progress_of(page.done, len(page.pairs))
        line = progress_line(progress, problem)
        fresh = [pair for pair in page.pairs if pair.current and pair.number not in sent]
        news = {"line": line, "done": progress.done, "problem": bool(problem)}
        if fresh or line != told:
            yield _event("sentences", sentences=[render(pair) for pair in fresh], **news)
        else:
            yield ": still here\n\n"
        if progress.complete:
            yield _event("done")
            return
        sent.update(pair.number for pair in fresh)
        told = line
        here.worker.wait(changes, HEARTBEAT_SECONDS)


def _event(name: str, **data: object) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"
