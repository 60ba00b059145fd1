"""Content: the bytes of a file on their way to an importer."""

import re
from dataclasses import dataclass, replace

from corpus.encoding import decode
from corpus.errors import CorpusError

# Both <meta charset="…"> and <?xml encoding="…"?>; browsers look as far as this.
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 1024


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file or of a part of it, its name, and where it came from.

    `name` tells the format by its suffix; `origin` is what errors and the article name, the same
    whenever the same thing is read again; `charset` is what its sender said of it.
    """

    data: bytes
    name: str
    origin: str
    charset: str = ""

    def part(self, key: str, data: bytes, charset: str = "") -> "Content":
        """Return a part of this content, which its key tells from the others."""
        return Content(data, key, f"{self.origin}#{key}", charset)

    def named(self, name: str) -> "Content":
        """Return the same content under another name."""
        return replace(self, name=name)

    @property
    def text(self) -> str:
        """The text in NFC; what is no text raises `CorpusError`.

        The bytes are asked first: a declared encoding is wrong more often than the letters.
        """
        try:
            return decode(self.data, self.origin)
        except CorpusError:
            text = _as_declared(self.data, self.charset or _declared(self.data))
            if not text:
                raise
            return decode(text.encode(), self.origin)


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return found[1].decode("ascii", "replace") if found else ""


def _as_declared(data: bytes, charset: str) -> str:
    """Return the text in that encoding, or nothing where the two do not fit."""
    try:
        text = data.decode(charset) if charset else ""
        text.encode()
    except (LookupError, ValueError):
        return ""
    return text
