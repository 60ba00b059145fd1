"""Front matter: what a Markdown file says of itself before its text."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

import yaml

from corpus.errors import CorpusError
from corpus.importers.dateline import parse_any_date

_UNCLOSED = re.compile(r"---[ \t]*\n\s*\w+[ \t]*:")
_SOURCES = ("source", "sitename", "site", "publisher", "author")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Title, source and date of an article as its author gave them."""

    title: str = ""
    source: str = ""
    published: date | None = None


def read_front_matter(content: str, name: str) -> FrontMatter:
    """Read the YAML between the lines ---; anything else raises `CorpusError` with its line."""
    fields = _load(content, name)
    source = next(filter(None, (_text(fields.get(key)) for key in _SOURCES)), "")
    return FrontMatter(
        title=_text(fields.get("title")),
        source=host_of(source) or source,
        published=_date(fields.get("date")),
    )


def host_of(address: str) -> str:
    """Return the host that an address names, or nothing where it is no address."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def refuse_unclosed(text: str, name: str) -> None:
    """Raise `CorpusError` if the text opens a front matter that never ends."""
    if _UNCLOSED.match(text):
        raise CorpusError(f"{name}, line 1: the front matter has no end; close it with a line ---")


def _load(content: str, name: str) -> dict[object, object]:
    try:
        fields = yaml.safe_load(content)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # The first line of the content is the second of the file.
        line = f", line {mark.line + 2}" if mark else ""
        raise CorpusError(
            f"{name}{line}: the front matter is not valid YAML; correct it or remove it"
        ) from error
    if fields is not None and not isinstance(fields, dict):
        raise CorpusError(f"{name}, line 2: the front matter needs lines such as title: …")
    return fields or {}


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return parse_any_date(value) if isinstance(value, str) else None
