"""Web pages: their lines, captions and lead, as the markup tells them."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

# lxml ships no types.
Element = Any

_INLINE = {
    *("a", "abbr", "b", "bdi", "br", "cite", "code", "em", "font", "i", "img", "label", "mark"),
    *("q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"),
}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_TEXTS = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
_CAPTION_CLASS = re.compile(r"caption|chu-?thich|pic-?desc|image-?desc", re.IGNORECASE)
_LEAD_CLASS = re.compile(
    r"sapo|\blead\b|chapeau|(?:article|detail|news|post)[\w-]*(?:summary|desc)"
)
_LEAD_LENGTHS = range(40, 800)


def lines(page: Element) -> Iterator[str]:
    """Yield the text of each block of the page, in order."""
    for _, nodes in groupby(page.xpath(_TEXTS), _block):
        if line := collapse("".join(nodes)):
            yield line


def captions(page: Element) -> dict[str, str]:
    """Return the caption under each picture, by the picture's address."""
    found: dict[str, str] = {}
    for figure in page.iter("figure", "table", "div"):
        pictures = figure.findall(".//img")
        text = next(filter(None, map(_caption, figure.iterdescendants())), "")
        if len(pictures) == 1 and text:
            found.setdefault(pictures[0].get("src") or "", text)
    return found


def lead(page: Element) -> str:
    """Return the summary that the page sets off above its text, or nothing."""
    for element in page.iter("h2", "p", "div", "strong"):
        if _LEAD_CLASS.search(element.get("class") or ""):
            text = text_of(element)
            if len(text) in _LEAD_LENGTHS:
                return text
    return ""


def text_of(element: Element) -> str:
    """Return the text of an element as a browser shows it."""
    return collapse("".join(element.itertext()))


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


def _caption(element: Element) -> str:
    is_caption = element.tag == "figcaption" or _CAPTION_CLASS.search(element.get("class") or "")
    return text_of(element) if is_caption else ""
