"""Markdown with front matter (Jekyll posts) into pieces."""

from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from corpus.article import BlockKind, Image
from corpus.importers.frontmatter import FrontMatter, host_of, read_front_matter, refuse_unclosed
from corpus.importers.headline import headline_key
from corpus.importers.piece import Draft, Piece

_CONTAINERS = {
    "heading": BlockKind.HEADING,
    "list_item": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
}
_VERBATIM = {
    "html_block": "HTML",
    "fence": "code",
    "code_block": "code",
    "hr": "separator",
    "front_matter": "front matter",
}


def parse_markdown(text: str, name: str) -> Draft:
    """Read the front matter and the blocks; a broken front matter raises `CorpusError`."""
    tokens = MarkdownIt("commonmark").use(front_matter_plugin).parse(text)
    if tokens and tokens[0].type == "front_matter":
        matter = read_front_matter(tokens[0].content, name)
    else:
        refuse_unclosed(text, name)
        matter = FrontMatter()
    return Draft(
        name,
        tuple(_pieces(tokens)),
        title=matter.title,
        source=matter.source or _linked_source(tokens, matter.title),
        published=matter.published,
        images=tuple(_images(tokens)),
    )


def _pieces(tokens: Iterable[Token]) -> Iterator[Piece]:
    containers: list[BlockKind] = []
    for token in tokens:
        container = _CONTAINERS.get(token.type.removesuffix("_open").removesuffix("_close"))
        if container and token.nesting > 0:
            containers.append(container)
        elif container:
            containers.pop()
        elif token.type in _VERBATIM:
            yield Piece(token.content.strip() or token.markup).left_out(_VERBATIM[token.type])
        elif token.type == "inline" and (text := _text(token).strip()):
            yield Piece(text, containers[-1] if containers else None)


def _text(inline: Token) -> str:
    """Return the text as a reader sees it, without pictures and markup."""
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or ()
        if child.type not in ("image", "html_inline")
    )


def _images(tokens: Iterable[Token]) -> Iterator[Image]:
    for token in tokens:
        for child in token.children or ():
            if child.type == "image":
                yield Image(str(child.attrGet("src") or ""), child.content)


def _linked_source(tokens: Iterable[Token], title: str) -> str:
    """Return the host of the link under which the headline stands once more, or nothing."""
    for token in tokens:
        children = token.children or ()
        if len(children) == 3 and children[0].type == "link_open":
            key = headline_key(children[1].content)
            if key and headline_key(title).endswith(key):
                return host_of(str(children[0].attrGet("href")))
    return ""
