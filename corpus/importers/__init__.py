"""Importers: files of several formats into articles."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.article import Article
from corpus.encoding import decode
from corpus.errors import CorpusError
from corpus.importers.assembly import assemble
from corpus.importers.html import parse_html
from corpus.importers.markdown import parse_markdown
from corpus.importers.piece import Draft
from corpus.importers.plain import parse_plain
from corpus.importers.slug import slug_of

LARGEST = 64 * 1024 * 1024
_PARSERS: dict[str, Callable[[str, str], Draft]] = {
    ".txt": parse_plain,
    ".text": parse_plain,
    ".md": parse_markdown,
    ".markdown": parse_markdown,
    ".html": parse_html,
    ".htm": parse_html,
}
READABLE = tuple(_PARSERS)


def read_file(path: Path) -> Article:
    """Read a file as an article; what cannot be read raises `CorpusError`."""
    _parser(path.name)
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
    return read_bytes(data, path.name, str(path))


def read_bytes(data: bytes, name: str, origin: str) -> Article:
    """Read the content of a file as an article; the name's suffix tells the format."""
    parse = _parser(name)
    if len(data) > LARGEST:
        raise CorpusError(f"{origin}: larger than {LARGEST >> 20} MB; divide it into smaller files")
    draft = parse(decode(data, origin), origin)
    return assemble(draft, slug_of(Path(name).stem), origin)


def find_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files as given and, for each folder, the readable files below it, sorted.

    A missing path and a folder with nothing to read raise `CorpusError`.
    """
    return tuple(dict.fromkeys(file for path in paths for file in _files(path)))


def _files(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise CorpusError(f"{path}: there is no such file or folder; check the path")
    if not path.is_dir():
        yield path
        return
    found = sorted(file for file in path.rglob("*") if _is_readable(file, path))
    if not found:
        raise CorpusError(f"{path}: no file in this folder can be read; {_kinds()}")
    yield from found


def _is_readable(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in _PARSERS and not hidden and file.is_file()


def _parser(name: str) -> Callable[[str, str], Draft]:
    parser = _PARSERS.get(Path(name).suffix.lower())
    if parser is None:
        raise CorpusError(f"{name}: this kind of file cannot be read; {_kinds()}")
    return parser


def _kinds() -> str:
    return f"the readable kinds are {', '.join(READABLE)}"
