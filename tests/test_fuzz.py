"""Damaged files of each kind: only `CorpusError` comes out of the importers.

The seeds are the numbers 0 to 199 and those that once found a fault; a failure names its seed,
which makes the same file again.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from corpus.errors import CorpusError
from corpus.importers.content import Content
from corpus.importers.reading import read_content

DATA = Path(__file__).parent / "data"
SAMPLES = {
    "a.txt": DATA / "post.md",
    "a.md": DATA / "post.md",
    "a.html": DATA / "news_page.html",
    "a.docx": DATA / "formats" / "document.docx",
    "a.epub": DATA / "formats" / "book.epub",
    "a.rss": DATA / "formats" / "feed.rss",
    "a.atom": DATA / "formats" / "feed.atom",
    "a.mbox": DATA / "formats" / "mail.mbox",
    "a.zip": DATA / "formats" / "articles.zip",
}
SEEDS = (*range(200), 1751, 1989, 5212)
TOKENS = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n\n", b"---\n", b"From x\n"),
    *(
        b"<",
        b">",
        b"</p>",
        b"<p>",
        b"]]>",
        b"<![CDATA[",
        b"&#0;",
        b"&#xD800;",
        b"&x;",
        b"<!DOCTYPE",
    ),
    *(b"=?utf-8?b?", b"=?x?q?=FF?=", b"charset=x", b"encoding='hex'", b"PK\x03\x04", b"PK\x01\x02"),
    *(b"99/99/9999", b"9" * 400, b"[" * 400, b"> " * 400, "Đ\N{COMBINING ACUTE ACCENT}".encode()),
)


def cut_off(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def taken_out(random: Random, data: bytes) -> bytes:
    start, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + data[end:]


def doubled(random: Random, data: bytes) -> bytes:
    start, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[start:]


def changed(random: Random, data: bytes) -> bytes:
    damaged = bytearray(data)
    for _ in range(random.randrange(1, 20)):
        if damaged:
            damaged[random.randrange(len(damaged))] = random.randrange(256)
    return bytes(damaged)


def put_in(random: Random, data: bytes) -> bytes:
    for _ in range(random.randrange(1, 5)):
        place = random.randrange(len(data) + 1)
        data = data[:place] + random.choice(TOKENS) + data[place:]
    return data


MUTATIONS: tuple[Callable[[Random, bytes], bytes], ...] = (
    *(cut_off, taken_out, doubled, changed, changed, put_in, put_in),
)


def mutated(random: Random, data: bytes) -> bytes:
    for mutation in random.choices(MUTATIONS, k=random.randrange(1, 4)):
        data = mutation(random, data)
    return data


def repacked(random: Random, data: bytes) -> bytes:
    """Return the archive whole with one of its members damaged."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        chosen = random.choice(old.namelist())
        for name in old.namelist():
            member = old.read(name)
            new.writestr(name, mutated(random, member) if name == chosen else member)
    return buffer.getvalue()


@pytest.mark.parametrize("name", SAMPLES)
def test_only_corpus_errors_come_out(name: str) -> None:
    sample = SAMPLES[name].read_bytes()
    refusals = []
    for seed in SEEDS:
        random = Random(seed)
        damage = repacked if sample.startswith(b"PK") and seed % 2 else mutated
        try:
            reading = read_content(Content(damage(random, sample), name, f"seed {seed}"))
            assert all(article.sentences for article in reading.articles)
        except CorpusError as error:
            refusals.append(str(error))
        except Exception as error:
            error.add_note(f"{name}, seed {seed}")
            raise
    assert all(refusal.startswith("seed ") and "\n" not in refusal for refusal in refusals)
    # Some are still read: the damage is not all refused at the door.
    assert len(refusals) < 0.9 * len(SEEDS)
