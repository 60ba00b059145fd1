"""Plain words for what the reader sees: progress, terms, checks, dates."""

from datetime import date

from flask import Flask

from corpus.translation import TermStatus, TermUse
from webui.worker import Progress

_STATUS = {
    TermStatus.NATIVE: "The model chose this by itself.",
    TermStatus.INLINE: "Given to the model together with the sentence.",
    TermStatus.FORCED: "Put in place of what the model had written.",
    TermStatus.MISSING: "The translation does not use it.",
}

_CHECKS = {
    "empty": "The translation is empty.",
    "numbers": "A number of the Vietnamese is not in the English.",
    "too short": "The English is very short; something may be left out.",
    "too long": "The English is very long; something may be made up.",
    "repetition": "The English repeats itself.",
    "untranslated": "Some words were left in Vietnamese.",
}


def install(app: Flask) -> None:
    """Give the templates these words."""
    app.jinja_env.filters.update(
        day=day, term_note=term_note, check_note=check_note, progress_line=progress_line
    )
    app.jinja_env.tests["web_address"] = is_web_address


def day(published: date) -> str:
    """The date as it is written in an English paper."""
    return f"{published.day} {published:%B %Y}"


def term_note(term: TermUse) -> str:
    """What is pinned, what it names, and what became of it."""
    return f"{term.source} → {term.target}\nPinned {term.kind}. {_STATUS[term.status]}"


def check_note(checks: tuple[str, ...]) -> str:
    """What may be wrong with a translation."""
    return " ".join(_CHECKS.get(check, check) for check in checks)


def progress_line(progress: Progress, problem: str = "") -> str:
    """How far the translation is, and why it does not go on."""
    if progress.complete:
        return f"All {progress.total} sentences translated"
    line = f"{progress.done} of {progress.total} sentences"
    if problem:
        return f"{line}. Translation has stopped: {problem}"
    if progress.seconds_left is None:
        return f"{line}, translating"
    return f"{line}, about {_duration(progress.seconds_left)} left"


def is_web_address(url: str) -> bool:
    """Whether a link to this address is safe to show: it leads to a web page and runs nothing."""
    return url.lower().startswith(("http://", "https://"))


def _duration(seconds: float) -> str:
    """About so long, in steps that do not flicker."""
    if seconds < 50:
        return f"{max(5, round(seconds / 5) * 5)} s"
    if seconds < 3000:
        return f"{max(1, round(seconds / 60))} min"
    return f"{max(1, round(seconds / 3600))} h"
