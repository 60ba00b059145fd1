"""Word documents (DOCX) into pieces."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.article import BlockKind
from corpus.errors import CorpusError
from corpus.importers.archive import Archive
from corpus.importers.content import Content
from corpus.importers.markup import Element, local_name
from corpus.importers.piece import Draft, Piece

if TYPE_CHECKING:
    from docx.document import Document

# Names of styles as Word writes them to the file, whatever language it speaks.
_STYLES = (
    (re.compile(r"heading \d|subtitle", re.I), BlockKind.HEADING),
    (re.compile(r"caption", re.I), BlockKind.CAPTION),
    (re.compile(r"(?:intense )?quote", re.I), BlockKind.QUOTE),
    (re.compile(r"list(?!.*continue).*", re.I), BlockKind.LIST_ITEM),
)
# Cells and text boxes hold paragraphs too; a fallback repeats its text box for old readers.
_PARAGRAPHS = ".//w:p[not(ancestor::*[local-name()='Fallback'])]"
_TEXTS = ".//w:r/*[self::w:t or self::w:tab or self::w:br or self::w:cr or self::w:noBreakHyphen]"
_BLANKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CONTENTS = re.compile(r"toc (?:\d|heading)", re.I)
_TITLE_STYLE = re.compile(r"title", re.I)
# What Word writes into the properties by itself is no title and no author.
_AUTOMATIC = re.compile(r"microsoft word - .*|python-docx|admin\w*|user|pc|windows user", re.I)


def parse_docx(content: Content) -> Iterator[Draft]:
    """Yield the document; a damaged one raises `CorpusError`."""
    if "word/document.xml" not in Archive(content).names:
        raise CorpusError(f"{content.origin}: this is no Word document; save it as .docx anew")
    # python-docx takes a tenth of a second to import.
    from docx import Document

    try:
        yield _draft(Document(io.BytesIO(content.data)), content.origin)
    # python-docx trusts a document to be whole: a damaged one fails with errors of every kind.
    except Exception as error:
        raise CorpusError(
            f"{content.origin}: the Word document is damaged; save it anew"
        ) from error


def _draft(document: "Document", name: str) -> Draft:
    paragraphs = [
        (_style(paragraph, document), text)
        for paragraph in document.element.body.xpath(_PARAGRAPHS)
        if (text := _text(paragraph))
    ]
    titles = [text for style, text in paragraphs if _TITLE_STYLE.fullmatch(style)]
    properties = document.core_properties
    return Draft(
        name,
        tuple(_piece(text, style) for style, text in paragraphs),
        title=" ".join(titles[0].split()) if titles else _meant(properties.title),
        source=_meant(properties.author),
        published=properties.created.date() if properties.created else None,
    )


def _style(paragraph: Element, document: "Document") -> str:
    """Return the name of the style; what is numbered without one is a list item all the same."""
    from docx.text.paragraph import Paragraph

    style = Paragraph(paragraph, document).style
    name = (style and style.name) or ""
    return name if name != "Normal" or not paragraph.xpath("./w:pPr/w:numPr") else "List"


def _text(paragraph: Element) -> str:
    """Return the text, tracked insertions too: the library passes over them."""
    return "".join(
        node.text or "" if local_name(node) == "t" else _BLANKS[local_name(node)]
        for node in paragraph.xpath(_TEXTS)
        if next(node.iterancestors(paragraph.tag)) is paragraph
    ).strip()


def _piece(text: str, style: str) -> Piece:
    if _CONTENTS.fullmatch(style):
        return Piece(text).left_out("table of contents")
    return Piece(text, next((kind for names, kind in _STYLES if names.fullmatch(style)), None))


def _meant(value: str | None) -> str:
    text = " ".join((value or "").split())
    return "" if _AUTOMATIC.fullmatch(text) else text
