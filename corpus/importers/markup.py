"""Markup: XML and HTML read without entities of their own, other files or the network."""

import re
from collections.abc import Iterator
from typing import Any

from corpus.errors import CorpusError

# lxml ships no types.
Element = Any

_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,8}));?", re.IGNORECASE)
_SURROGATES = range(0xD800, 0xE000)


def parse_xml(text: str, name: str) -> Element:
    """Return the root of an XML text, small faults mended; no XML raises `CorpusError`."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        encoding="utf-8",  # whatever the text declares: it has been decoded
        resolve_entities=False,
        no_network=True,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_encoded(text), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise CorpusError(f"{name}: this is no XML; save the file anew")
    return root


def parse_page(text: str) -> Element | None:
    """Return the root of an HTML text, be it a page or a few paragraphs; None if it is empty."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(_encoded(text), parser)
    except etree.XMLSyntaxError:
        return None


def _encoded(text: str) -> bytes:
    """Return the text in UTF-8; lxml takes half a surrogate pair in and then chokes on it."""
    return _REFERENCE.sub(_whole, text).encode("utf-8", "replace")


def _whole(reference: re.Match[str]) -> str:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return "\N{REPLACEMENT CHARACTER}" if number in _SURROGATES else reference[0]


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def find_all(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names below an element, whatever their namespace."""
    return (found for found in element.iter("{*}*") if local_name(found) in names)


def child_text(element: Element, *names: str) -> str:
    """Return the text of the first child that has one, tried name by name."""
    for name in names:
        for child in element.iterchildren(f"{{*}}{name}"):
            if text := " ".join("".join(child.itertext()).split()):
                return text
    return ""
