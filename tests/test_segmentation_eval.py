"""The gold set of sentence boundaries: its format, the metric, and what our segmenter scores."""

import unicodedata
from itertools import islice

import pytest
from click.testing import CliRunner

from eval import segmentation_command
from eval.segmentation import PARTS, Error, Score, boundaries, errors, parse, read_gold, score
from eval.splitters import OTHERS, Splitter, missing, naive, ours, speed, splitters

LEAST_SENTENCES = 400


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một.\nHai.", [[("Một.", " "), ("Hai.", "")]]),
        ("# plain\nMột.\n\nHai.\n", [[("Một.", "")], [("Hai.", "")]]),
        ("Lào.\\g{}\nNgày", [[("Lào.", ""), ("Ngày", "")]]),
        ("A\\g{\\r\\n}\nB\\g{\\u200b }\nC", [[("A", "\r\n"), ("B", "\u200b "), ("C", "")]]),
        ("dài\\nngắt \\u00e9 \\\\n \\t.", [[("dài\nngắt é \\n \t.", "")]]),
        ("\\d{Ủy ban} xã", [[(unicodedata.normalize("NFD", "Ủy ban") + " xã", "")]]),
        ("#1 là một câu.", [[("#1 là một câu.", "")]]),
        ("", []),
    ],
)
def test_format(text: str, expected: list[list[tuple[str, str]]]) -> None:
    found = [[(s.text, s.gap) for s in block.sentences] for block in parse(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "sentences", "expected"),
    [
        ("Một. Hai.", ["Một. ", "Hai."], {4}),
        ("Một. Hai.", ["Một.", " Hai."], {4}),
        ("Một.\u200b Hai.", ["Một.", "Hai."], {4}),
        ("Một. Hai.", ["Một. Hai."], set()),
        ("Một. Hai. Ba.", ["Một.", "", "Hai.", "Ba."], {4, 8}),
        ("Một. [bỏ] Ba.", ["Một.", "Ba."], {8}),
        (unicodedata.normalize("NFD", "Một. Hai."), ["Một.", "Hai."], {4}),
    ],
)
def test_boundaries_are_counted_in_visible_characters(
    text: str, sentences: list[str], expected: set[int]
) -> None:
    assert boundaries(text, sentences) == expected


def test_sentences_of_another_text_are_refused() -> None:
    with pytest.raises(ValueError, match="substring not found"):
        boundaries("Một. Hai.", ["Một.", "Ba."])


@pytest.mark.parametrize(
    ("found", "precision", "recall", "f1"),
    [
        (Score(3, 1, 0), 0.75, 1.0, 6 / 7),
        (Score(1, 0, 3), 1.0, 0.25, 0.4),
        (Score(0, 0, 0), 1.0, 1.0, 1.0),
        (Score(0, 2, 2), 0.0, 0.0, 0.0),
    ],
)
def test_precision_recall_and_f1(found: Score, precision: float, recall: float, f1: float) -> None:
    assert (found.precision, found.recall, found.f1) == pytest.approx((precision, recall, f1))


def test_score_and_errors_of_a_splitter() -> None:
    gold = parse("Ông A. Bình đến.\nMưa.\n\nNắng.\n15 người đi.")
    assert score(naive, gold) == Score(right=1, wrong=1, missed=1)
    assert errors(naive, gold) == (
        Error("wrong", "Ông A. ", "Bình đến. Mưa."),
        Error("missed", "Nắng. ", "15 người đi."),
    )


def test_gold_set_is_large_and_its_halves_are_apart() -> None:
    parts = [read_gold(part) for part in PARTS]
    assert sum(len(block.sentences) for part in parts for block in part) >= LEAST_SENTENCES
    assert not {block.text for block in parts[0]} & {block.text for block in parts[1]}


def test_our_segmenter_on_the_dev_part() -> None:
    assert score(ours, read_gold("dev")).f1 >= 0.99


def test_ours_and_the_naive_splitter_are_always_there() -> None:
    found = [splitter.name for splitter in islice(splitters(), 2)]
    assert found == ["song-ngu", "naive"]
    assert set(missing()) <= set(OTHERS)


def test_speed_is_that_of_the_splitter() -> None:
    calls: list[str] = []

    def split(text: str) -> list[str]:
        calls.append(text)
        return [text]

    assert speed(split, ["Một. Hai." * 1000]) > 0
    assert sum(len(text.encode()) for text in calls) >= 2_000_000


def test_command_prints_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        segmentation_command, "splitters", lambda: [Splitter("naive", "1.2", naive)]
    )
    found = CliRunner().invoke(segmentation_command.segmentation)
    assert found.exit_code == 0
    assert "naive" in found.output
    assert "1.2" in found.output


def test_command_shows_errors_on_dev_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmentation_command, "ours", naive)
    found = CliRunner().invoke(segmentation_command.segmentation, ["--errors"])
    lines = found.output.splitlines()
    assert len(lines) == len(errors(naive, read_gold("dev"))) + 1
    assert lines[0].startswith("wrong\t'PGS.TS. ' | 'Nguyễn Văn Ánh")
