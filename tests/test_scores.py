"""Scores: with signatures, and never on unequal lengths."""

from pathlib import Path

import pytest

from corpus.bitext import Bitext, read_bitext
from corpus.errors import CorpusError
from eval.scores import evaluate, score
from translator.translator import Translator

BITEXT = Bitext("weather", ("Mưa.", "Nắng."), ("It rains today again.", "The sun is out now."))


def test_perfect_translation_scores_100_with_signature() -> None:
    for found in score(BITEXT.references, BITEXT):
        assert found.value == pytest.approx(100)
        assert found.signature.startswith("nrefs:1|case:mixed|")


def test_wrong_number_of_hypotheses_is_refused() -> None:
    with pytest.raises(ValueError, match="1 hypotheses, 2 references"):
        score(["It rains."], BITEXT)


def test_report_tells_recipe_and_testset(translator: Translator) -> None:
    report = evaluate(translator, BITEXT)
    assert (report.testset, report.recipe) == ("weather", translator.recipe)
    assert [found.name for found in report.scores] == ["BLEU", "chrF2"]


@pytest.mark.parametrize(
    ("source", "reference", "message"),
    [
        ("a\nb\n", "a\n", "2 sources but 1 references"),
        ("", "", "no sentences"),
        ("a\n", None, "cannot be read"),
    ],
)
def test_bad_bitext_is_told(
    tmp_path: Path, source: str, reference: str | None, message: str
) -> None:
    (tmp_path / "s").write_text(source)
    if reference is not None:
        (tmp_path / "r").write_text(reference)
    with pytest.raises(CorpusError, match=message):
        read_bitext(tmp_path / "s", tmp_path / "r")


def test_lines_are_kept_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("a \n\nb\u2028c\n", encoding="utf-8")
    assert read_bitext(tmp_path / "s", tmp_path / "s").sources == ("a ", "", "b\u2028c")
