"""Sources: files, folders, addresses and standard input as the command line names them."""

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.errors import CorpusError
from corpus.importers.content import Content
from corpus.importers.formats import FORMATS, kinds, refuse_unknown

LARGEST = 64 * 1024 * 1024
STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)

Source = str | Path


def find_sources(paths: Iterable[Source]) -> tuple[Source, ...]:
    """Return addresses, `-` and files as given and, for each folder, the readable files below it.

    A missing path and a folder with nothing to read raise `CorpusError`.
    """
    return tuple(dict.fromkeys(source for path in paths for source in _sources(path)))


def load(source: Source, *, allow_private: bool = False) -> Content:
    """Return what is in a file, at an address or on standard input, or raise `CorpusError`."""
    if _is_address(source):
        # Loaded only now, for it takes TLS along.
        from corpus.fetching import fetch

        page = fetch(str(source), allow_private=allow_private, largest=LARGEST)
        return Content(page.data, page.name, page.url, page.charset)
    if str(source) == STANDARD_INPUT:
        return _standard_input()
    return _file(Path(source))


def _is_address(source: Source) -> bool:
    # A Path has lost one of the two slashes.
    return isinstance(source, str) and bool(_ADDRESS.match(source))


def _sources(source: Source) -> Iterator[Source]:
    path = Path(source)
    if _is_address(source) or str(source) == STANDARD_INPUT:
        yield source
    elif not path.exists():
        raise CorpusError(f"{path}: there is no such file or folder; check the path")
    elif path.is_dir():
        yield from _readable_files(path)
    else:
        yield path


def _readable_files(folder: Path) -> list[Path]:
    found = sorted(file for file in folder.rglob("*") if _is_readable(file, folder))
    if not found:
        raise CorpusError(f"{folder}: no file in this folder can be read; {kinds()}")
    return found


def _is_readable(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in FORMATS and not hidden and file.is_file()


def _file(path: Path) -> Content:
    refuse_unknown(path.name)
    if not path.exists():
        raise CorpusError(f"{path}: there is no such file; check the path")
    if path.is_dir():
        raise CorpusError(f"{path}: this is a folder; name a file in it")
    try:
        # One byte more than allowed tells a file that is too large, whatever its size says.
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror}); check its rights") from error
    return Content(_checked(data, str(path)), path.name, str(path))


def _standard_input() -> Content:
    """Return what stands on standard input; its fingerprint tells it from the next such text."""
    data = sys.stdin.buffer.read(LARGEST + 1)
    mark = hashlib.sha256(data).hexdigest()[:8]
    origin = f"standard input {mark}"
    return Content(_checked(data, origin), "", origin)


def _checked(data: bytes, origin: str) -> bytes:
    if len(data) > LARGEST:
        raise CorpusError(f"{origin}: larger than {LARGEST >> 20} MB; divide it into smaller files")
    return data
