"""Clues: what the markup of a news page tells of its article, whatever the site."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.importers.kinds import is_names
from corpus.importers.markup import Element
from corpus.importers.page import lines, text_of

# What stands in or around an article and is none of it; the names are those of many papers.
_FOREIGN = re.compile(
    r"(?<![a-z])(?:relat(?:ed|e|ion)|tin-?lien-?quan|lien-?quan|articles?-link|other-?news"
    r"|tin-?khac|more-?news|most-?(?:read|view)|doc-?nhieu|comments?(?![a-z])|binh-?luan|sidebar"
    r"|share(?![a-z])|social|breadcrumb|banner|quang-?cao|ads?(?![a-z]))",
    re.IGNORECASE,
)
_NEVER_FOREIGN = ("html", "body", "main", "article")
_CAPTION = re.compile(r"caption|chu-?thich|pic-?desc|image-?desc", re.IGNORECASE)
_LEAD = re.compile(r"sapo|\blead\b|chapeau|(?:article|detail|news|post)[\w-]*(?:summary|desc)")
_LEAD_LENGTHS = range(40, 800)
_AUTHOR = re.compile(r"author|byline|tac-?gia", re.IGNORECASE)
_DESCRIPTIONS = "//meta[@name='description' or @property='og:description']/@content"
# Where a picture is before the page's script has loaded it.
_SOURCES = ("data-src", "data-original", "src")


@dataclass(frozen=True, slots=True)
class Caption:
    """The text under a picture, its parts as the page sets them, and the picture's address."""

    text: str
    parts: tuple[str, ...]
    picture: str


def prune(page: Element) -> None:
    """Take out of the page what its names call comments, other stories, buttons or advertising."""
    foreign = [element for element in page.iter("*") if _is_foreign(element)]
    for element in foreign:
        # Emptied, not removed: its tail would be copied to what stands before it, time and again.
        element.clear(keep_tail=True)


def captions(page: Element) -> Iterator[Caption]:
    """Yield the caption of each figure, table or box that holds one picture."""
    seen = set()
    for figure in page.iter("figure", "table", "div"):
        pictures = figure.findall(".//img")
        parts = next(filter(None, map(_caption, figure.iterdescendants("*"))), ())
        if len(pictures) == 1 and parts and parts not in seen:
            seen.add(parts)
            yield Caption(" ".join(parts), parts, picture_of(pictures[0]))


def lead(page: Element) -> str:
    """Return the summary that the page sets off above its text, or nothing."""
    for element in page.iter("h2", "p", "div", "strong"):
        if _LEAD.search(element.get("class") or ""):
            text = text_of(element)
            if len(text) in _LEAD_LENGTHS:
                return text
    return _described(page)


def headline(page: Element, title: str) -> str:
    """Return the one first heading if the title holds it: titles often name the paper as well."""
    headings = [text_of(heading) for heading in page.iter("h1")]
    return headings[0] if len(headings) == 1 and headings[0] and headings[0] in title else title


def author(page: Element) -> str:
    """Return the names that the page sets off as its author's, or nothing."""
    named = (text_of(e) for e in page.iter("*") if _AUTHOR.search(e.get("class") or ""))
    return next(filter(is_names, named), "")


def picture_of(image: Element) -> str:
    """Return the address of a picture, empty where it stands in the page itself."""
    sources = (image.get(name) or "" for name in _SOURCES)
    return next((source for source in sources if source and not source.startswith("data:")), "")


def _is_foreign(element: Element) -> bool:
    names = " ".join(element.get(name) or "" for name in ("class", "id", "type"))
    if not names.strip() or element.tag in _NEVER_FOREIGN or not _FOREIGN.search(names):
        return False
    return element.find(".//h1") is None


def _caption(element: Element) -> tuple[str, ...]:
    is_caption = element.tag == "figcaption" or _CAPTION.search(element.get("class") or "")
    return tuple(lines(element)) if is_caption else ()


def _described(page: Element) -> str:
    """Return the description in the page's head if a line of the page ends with it."""
    descriptions = {" ".join(text.split()) for text in page.xpath(_DESCRIPTIONS)}
    told = tuple(text for text in descriptions if len(text) in _LEAD_LENGTHS)
    for line in lines(page) if told else ():
        if line.endswith(told):
            return next(text for text in told if line.endswith(text))
    return ""
