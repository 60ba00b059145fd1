"""Formats: which parser reads a file, as its name or its content tells."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath

from corpus.errors import CorpusError
from corpus.importers.archive import Archive
from corpus.importers.content import Content
from corpus.importers.docx import parse_docx
from corpus.importers.epub import parse_epub
from corpus.importers.feed import parse_feed
from corpus.importers.html import parse_html
from corpus.importers.mail import parse_mail
from corpus.importers.markdown import parse_markdown
from corpus.importers.piece import Draft
from corpus.importers.plain import parse_plain

# A part that cannot be read does not keep out the others of its file.
Found = Draft | CorpusError
Parser = Callable[[Content], Iterator[Found]]

_ARCHIVE = ".zip"
_HEAD = 4096
# The first that fits tells the format; a text that fits none is plain.
_SIGNS = (
    (
        re.compile(rb"\s*(?:<\?xml|<!--|<(?:rss|feed|rdf:RDF)\b).*?<(?:rss|feed|rdf:RDF)\b", re.S),
        ".xml",
    ),
    (
        re.compile(rb"\s*<(?:[!?]|(?:html|head|body|article|main|div|p|h1|section)\b)", re.I),
        ".html",
    ),
    (re.compile(rb"---[ \t]*\r?\n"), ".md"),
    (re.compile(rb"From \S.*\n[\w-]+:"), ".mbox"),
    (
        re.compile(rb"(?:(?:From|Subject|Date|To|Message-ID|Received|MIME-Version): .*\r?\n){2}"),
        ".eml",
    ),
)


def parse(content: Content) -> Iterator[Found]:
    """Yield what is in the content, part by part; its name or else its bytes tell the format."""
    suffix = _suffix(content.name)
    parser = FORMATS[suffix if suffix in FORMATS else _recognised(content)]
    for found in parser(content):
        if isinstance(found, Draft) and not found.original:
            found = replace(found, original=content.data)
        yield found


def refuse_unknown(name: str) -> None:
    """Raise `CorpusError` if no parser reads files of that name."""
    if _suffix(name) not in FORMATS:
        raise CorpusError(f"{name}: this kind of file cannot be read; {kinds()}")


def kinds() -> str:
    """Return what can be read, for a message."""
    return f"the readable kinds are {', '.join(FORMATS)}"


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _single(parser: Callable[[str, str], Draft]) -> Parser:
    def parse_one(content: Content) -> Iterator[Found]:
        yield parser(content.text, content.origin)

    return parse_one


def _parse_zip(content: Content) -> Iterator[Found]:
    """Yield what is in the readable files of an archive; an archive in it stays closed."""
    archive = Archive(content)
    names = [name for name in archive.names if _is_readable(name)]
    if not names:
        raise CorpusError(f"{content.origin}: no file in this archive can be read; {kinds()}")
    for name in names:
        try:
            yield from parse(archive.member(name))
        except CorpusError as error:
            yield error


def _is_readable(name: str) -> bool:
    parts = (part for part in PurePath(name).parts if part != "..")
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return _suffix(name) in FORMATS and _suffix(name) != _ARCHIVE and not hidden


def _recognised(content: Content) -> str:
    if content.data.startswith(b"PK"):
        return _kind_of_archive(Archive(content))
    # Without the zeros of UTF-16 and without a mark the signs are the same in every encoding.
    head = content.data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return next((suffix for sign, suffix in _SIGNS if sign.match(head)), ".txt")


def _kind_of_archive(archive: Archive) -> str:
    if "word/document.xml" in archive.names:
        return ".docx"
    return ".epub" if "META-INF/container.xml" in archive.names else _ARCHIVE


FORMATS: dict[str, Parser] = {
    ".txt": _single(parse_plain),
    ".text": _single(parse_plain),
    ".md": _single(parse_markdown),
    ".markdown": _single(parse_markdown),
    ".html": _single(parse_html),
    ".htm": _single(parse_html),
    ".xhtml": _single(parse_html),
    ".docx": parse_docx,
    ".epub": parse_epub,
    ".rss": parse_feed,
    ".atom": parse_feed,
    ".xml": parse_feed,
    ".mbox": parse_mail,
    ".eml": parse_mail,
    _ARCHIVE: _parse_zip,
}
