"""The TSV format of glossaries: a header, then one entry a line."""

import re
from collections.abc import Iterator
from os import PathLike, fspath
from pathlib import Path

from glossary.entry import Entry, Kind
from glossary.errors import GlossaryError
from glossary.index import identity

COLUMNS = ("source", "target", "kind", "accepted", "case", "note")
_EXACT = "exact"
# Not str.splitlines, which also splits at characters that may stand inside a cell.
_LINE_END = re.compile(r"\r\n?|\n")


def read_tsv(path: str | PathLike[str]) -> tuple[Entry, ...]:
    """The entries of a TSV file, in its order. Raises GlossaryError with file, line and cure."""
    name = fspath(path)
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise GlossaryError(f"{name}: there is no such glossary; check the path") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise GlossaryError(f"{name}: cannot be read ({reason}); name a readable file") from error
    return parse_tsv(data, name)


def parse_tsv(data: bytes, name: str) -> tuple[Entry, ...]:
    """The entries in `data`, in its order; `name` is what errors call it.

    UTF-8 with or without a byte order mark; blank lines and lines starting with `#` do not count;
    empty columns at the end of a line may be left out.
    """
    rows = _rows(_decode(data, name))
    _check_header(next(rows, (1, [])), name)
    entries: dict[tuple[str, str], tuple[int, Entry]] = {}
    for number, cells in rows:
        entry = _entry(cells, f"{name}:{number}")
        key = identity(entry)
        if not key[0]:
            raise GlossaryError(f"{name}:{number}: the source is empty; write a Vietnamese term")
        before, other = entries.setdefault(key, (number, entry))
        if other.target != entry.target:
            raise GlossaryError(
                f"{name}:{number}: “{entry.source}” has the target “{entry.target}” here and "
                f"“{other.target}” on line {before}; delete one of the two lines"
            )
    return tuple(entry for _, entry in entries.values())


def _check_header(row: tuple[int, list[str]], name: str) -> None:
    number, cells = row
    if tuple(cells) != COLUMNS:
        wanted = ", ".join(COLUMNS)
        raise GlossaryError(
            f"{name}:{number}: the first line must name the columns {wanted}, separated by tabs"
        )


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(f"{name}:{line}: is not UTF-8; save the file as UTF-8") from None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The number and the cells of each line that counts."""
    for number, line in enumerate(_LINE_END.split(text), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.split("\t")]


def _entry(cells: list[str], where: str) -> Entry:
    if not 2 <= len(cells) <= len(COLUMNS):
        raise GlossaryError(
            f"{where}: {len(cells)} column(s) instead of 2 to {len(COLUMNS)}; "
            "separate source, target, kind, accepted, case and note by one tab each"
        )
    source, target, kind, accepted, case, note = cells + [""] * (len(COLUMNS) - len(cells))
    if not target:
        raise GlossaryError(f"{where}: “{source}” has no target; write its English after a tab")
    if case not in ("", _EXACT):
        raise GlossaryError(f"{where}: unknown case rule “{case}”; write “{_EXACT}” or nothing")
    forms = tuple(form for part in accepted.split("|") if (form := part.strip()))
    return Entry(source, target, _kind(kind, where), forms, case == _EXACT, note)


def _kind(text: str, where: str) -> Kind:
    try:
        return Kind(text or Kind.TERM)
    except ValueError:
        kinds = ", ".join(Kind)
        raise GlossaryError(f"{where}: unknown kind “{text}”; use one of {kinds}") from None
