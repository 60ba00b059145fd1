"""Entries, glossaries and their files, and the English forms of a term."""

from dataclasses import replace
from pathlib import Path

import pytest

from glossary.entry import Entry, Kind
from glossary.errors import GlossaryError
from glossary.forms import locate
from glossary.glossary import Glossary
from glossary.tsv import parse_tsv

HEADER = "source\ttarget\tkind\taccepted\tcase\tnote\n"
ENTRY = Entry("Lào", "Laos", Kind.PLACE, ("Lao",), case_sensitive=True)


def written(folder: Path, name: str, rows: str) -> Path:
    """A glossary file with `rows` under the header."""
    path = folder / name
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        (replace(ENTRY, source="lào"), False),
        (replace(ENTRY, target="Lao PDR"), False),
        (replace(ENTRY, accepted=()), False),
        (replace(ENTRY, case_sensitive=False), False),
        (replace(ENTRY, kind=Kind.TERM), True),
        (replace(ENTRY, note="a country"), True),
    ],
)
def test_the_digest_of_an_entry_covers_what_can_change_a_translation(
    changed: Entry, same: bool
) -> None:
    assert (changed.digest == ENTRY.digest) is same
    assert len(changed.digest) == 8


def test_the_digest_of_a_glossary_ignores_the_order() -> None:
    other = Entry("tin", "news")
    assert Glossary([ENTRY, other]).digest == Glossary([other, ENTRY]).digest
    assert Glossary([ENTRY]).digest != Glossary([ENTRY, other]).digest
    assert len(Glossary().digest) == 8


def test_a_file_is_read_with_all_its_columns() -> None:
    rows = "Lào\tLaos\tplace\tLao | Laotian\texact\ta country\r\ntin\tnews"
    text = f"\ufeff# ours\r\n{HEADER}\r\n{rows}"
    assert parse_tsv(text.encode(), "x.tsv") == (
        Entry("Lào", "Laos", Kind.PLACE, ("Lao", "Laotian"), True, "a country"),
        Entry("tin", "news"),
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", r"x\.tsv:1: the first line must name the columns source, target"),
        (b"a\tb\n", r"x\.tsv:1: the first line must name the columns"),
        (HEADER.encode("utf-16"), r"x\.tsv:1: .*UTF-8"),
        ((HEADER + "tòa").encode("cp1258", "ignore") + b"\xd2", r"x\.tsv:2: .*UTF-8"),
        ((HEADER + "Lào Laos\n").encode(), r"x\.tsv:2: 1 column"),
        ((HEADER + "\ta\n").encode(), r"x\.tsv:2: the source is empty"),
        ((HEADER + "...\u200b\ta\n").encode(), None),
        ((HEADER + "\u200b\ta\n").encode(), r"x\.tsv:2: the source is empty"),
        ((HEADER + "Lào\t\tplace\n").encode(), r"x\.tsv:2: “Lào” has no target"),
        ((HEADER + "Lào\tLaos\tcountry\n").encode(), r"x\.tsv:2: unknown kind “country”; use one"),
        ((HEADER + "Lào\tLaos\tplace\t\tyes\n").encode(), r"x\.tsv:2: unknown case rule “yes”"),
        ((HEADER + "a\tb\tterm\t\t\t\tc\n").encode(), r"x\.tsv:2: 7 column.* one tab each"),
        (
            (HEADER + "hòa bình\tpeace\n# note\nHoà  Bình\tHoa Binh\n").encode(),
            r"x\.tsv:4: “Hoà  Bình” has the target “Hoa Binh” here and “peace” on line 2",
        ),
    ],
)
def test_a_bad_file_is_refused_with_line_and_cure(data: bytes, message: str | None) -> None:
    if message is None:
        assert len(parse_tsv(data, "x.tsv")) == 1
    else:
        with pytest.raises(GlossaryError, match=message):
            parse_tsv(data, "x.tsv")


def test_entries_that_differ_in_case_are_no_duplicates() -> None:
    rows = "hòa bình\tpeace\nHòa Bình\tHoa Binh\tplace\t\texact\n"
    assert len(parse_tsv((HEADER + rows).encode(), "x.tsv")) == 2


@pytest.mark.parametrize("name", ["missing.tsv", "."])
def test_an_unreadable_file_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with pytest.raises(GlossaryError, match=str(path)):
        Glossary.load(path)


def test_later_files_win(tmp_path: Path) -> None:
    first = written(tmp_path, "1.tsv", "Lào\tLaos\tplace\t\texact\nhoà\tpeace\n")
    second = written(tmp_path, "2.tsv", "lào\tLao PDR\nhòa\tharmony\n")
    targets = {entry.target for entry in Glossary.load(first, second).entries}
    assert targets == {"Lao PDR", "harmony"}


def test_a_case_exact_entry_leaves_the_general_one_in_force() -> None:
    glossary = Glossary(
        [Entry("hòa bình", "peace")], [Entry("Hòa Bình", "Hoa Binh", Kind.PLACE, (), True)]
    )
    assert [match.entry.target for match in glossary.find("hòa bình Hòa Bình")] == [
        "peace",
        "Hoa Binh",
    ]


@pytest.mark.parametrize(
    ("target", "accepted", "english", "piece"),
    [
        ("Deputy Minister", "", "the deputy minister said", "deputy minister"),
        ("Deputy Minister", "", "Two Deputy Ministers met", "Deputy Ministers"),
        ("Deputy Minister", "", "the Deputy Minister's visit", "Deputy Minister"),
        ("Minister of Justice", "", "the Ministers of Justice met", "Ministers of Justice"),
        ("border gate", "", "a border-gate zone", "border-gate"),
        ("People's Committee", "", "the People’s Committees", "People’s Committees"),
        (
            "General Department of Police",
            "",
            "General Department of the Police",
            "General Department of the Police",
        ),
        ("agency", "", "two agencies", "agencies"),
        ("authorities", "", "the authority said", "authority"),
        ("synthetic drugs", "", "a synthetic drug ring", "synthetic drug"),
        ("Chairman", "", "the Chairmen", "Chairmen"),
        ("fugitive", "", "fugitiveness", None),
        ("US", "", "let us go", None),
        ("US", "", "the US side", "US"),
        ("BLO", "", "the blo", None),
        ("wanted suspect", "fugitive", "a fugitive, the wanted suspects", "wanted suspects"),
        ("wanted suspect", "fugitive", "all fugitives", "fugitives"),
        ("Laos", "Lao", "in Lao Cai", "Lao"),
        ("talks", "", "they spoke", None),
    ],
)
def test_locate(target: str, accepted: str, english: str, piece: str | None) -> None:
    forms = tuple(accepted.split("|")) if accepted else ()
    span = locate(Entry("x", target, accepted=forms), english)
    assert (span and english[slice(*span)]) == piece


def test_locate_leaves_taken_spans_alone() -> None:
    english = "Deputy Minister A and Minister B"
    entry = Entry("Bộ trưởng", "Minister")
    assert locate(entry, english, [(0, 15)]) == (22, 30)
    assert locate(entry, english, [(0, 15), (22, 30)]) is None
