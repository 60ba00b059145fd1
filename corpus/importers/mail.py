"""Mail (a message, or a mailbox of them) into pieces, one draft a message."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage

from corpus.errors import CorpusError
from corpus.importers.content import Content
from corpus.importers.fragment import parse_fragment
from corpus.importers.piece import Draft
from corpus.importers.plain import parse_plain
from corpus.importers.slug import slug_of

# A line of a message that begins like this is quoted with ">" in a mailbox, or follows another.
_START = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S[^\n]*\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def parse_mail(content: Content) -> Iterator[Draft | CorpusError]:
    """Yield the messages, and an error for each without a readable text."""
    for number, data in enumerate(_messages(content.data), 1):
        try:
            yield _draft(data, content, number)
        except CorpusError as error:
            yield error


def _messages(data: bytes) -> Iterator[bytes]:
    """Yield the messages of a mailbox, or the bytes as they are if they are but one message."""
    if not _START.match(data):
        yield data
        return
    for message in _START.split(data)[1:]:
        yield _QUOTED.sub(rb"\1", message)


def _draft(data: bytes, content: Content, number: int) -> Draft:
    origin = f"{content.origin}#{number}"
    try:
        message = message_from_bytes(data, policy=policy.default)
        origin = f"{content.origin}#{_header(message, 'Message-ID').strip('<>') or number}"
        draft = _read(message, origin)
    except CorpusError:
        raise
    # The headers are parsed as they are asked for, and damaged ones fail with errors of all kinds.
    except Exception as error:
        raise CorpusError(f"{origin}: the message is damaged; save it anew") from error
    return replace(draft, slug=slug_of(draft.title or f"mail {number}"), original=data)


def _read(message: EmailMessage, origin: str) -> Draft:
    part = message.get_body(preferencelist=("plain", "html"))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        raise CorpusError(f"{origin}: the message holds no text; open what is attached to it")
    text = Content(payload, "", origin, part.get_content_charset("")).text
    parse = parse_fragment if part.get_content_subtype() == "html" else parse_plain
    return replace(
        parse(text, origin),
        title=" ".join(_header(message, "Subject").split()),
        source=_sender(message),
        published=_sent(message),
    )


def _header(message: EmailMessage, name: str) -> str:
    return str(message.get(name, "")).strip()


def _sender(message: EmailMessage) -> str:
    header = message.get("From")
    addresses = header.addresses if isinstance(header, AddressHeader) else ()
    return next((address.display_name or address.addr_spec for address in addresses), "")


def _sent(message: EmailMessage) -> date | None:
    header = message.get("Date")
    sent = header.datetime if isinstance(header, DateHeader) else None
    return sent.date() if sent else None
