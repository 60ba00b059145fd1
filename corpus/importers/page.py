"""Pages: the text of a web page, block by block and line by line."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from corpus.importers.markup import Element

_INLINE = {
    *("a", "abbr", "b", "bdi", "br", "cite", "code", "em", "font", "i", "img", "label", "mark"),
    *("q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"),
}
LINE_BREAK = "\N{LINE SEPARATOR}"
_SPACES = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = " or ".join(f"ancestor::{tag}" for tag in ("head", "script", "style", "noscript"))
_TEXTS = f".//text()[not({_HIDDEN})]"
# Two line breaks are how mails and old pages part paragraphs.
_PARAGRAPH_BREAK = re.compile(rf"{LINE_BREAK}(?:\s*{LINE_BREAK})+")


def blocks(page: Element) -> Iterator[tuple[Element, str]]:
    """Yield each block of the page, in order, with its text."""
    for block, nodes in groupby(page.xpath(_TEXTS), _block):
        yield block, "".join(nodes)


def lines(page: Element) -> Iterator[str]:
    """Yield the text of each block of the page, in order."""
    for _, text in blocks(page):
        if line := join_lines(text):
            yield line


def text_of(element: Element) -> str:
    """Return the text of an element as a browser shows it."""
    return join_lines("".join(element.itertext()))


def mark_breaks(tree: Element, mark: str = LINE_BREAK) -> Element:
    """Put the mark after each <br> (trafilatura's <lb>) and return the tree."""
    for element in tree.iter("br", "lb"):
        element.tail = mark + (element.tail or "")
    return tree


def join_lines(text: str) -> str:
    """Return a text with its line breaks as line ends, the lines without outer space."""
    return "\n".join(filter(None, map(collapse, text.split(LINE_BREAK))))


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text that holds line breaks."""
    return filter(None, map(join_lines, _PARAGRAPH_BREAK.split(text)))


def collapse(text: str) -> str:
    """Return the text with white space as a browser shows it."""
    return _SPACES.sub(" ", text).strip()


def _block(node: Any) -> Element:
    element = node.getparent()
    if node.is_tail:
        element = element.getparent()
    while element.tag in _INLINE:
        element = element.getparent()
    return element
