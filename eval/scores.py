"""Scores of translations against references, each with the signature of what computed it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sacrebleu import BLEU, CHRF

from corpus.bitext import Bitext
from translator.translator import Translator


@dataclass(frozen=True, slots=True)
class Score:
    """A value between 0 and 100 and how it was computed (Post 2018, sacrebleu)."""

    name: str
    value: float
    signature: str


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of one recipe on one bitext."""

    testset: str
    recipe: str
    scores: tuple[Score, ...]


def score(hypotheses: Sequence[str], bitext: Bitext) -> tuple[Score, ...]:
    """BLEU and chrF2 of the hypotheses.

    Raises ValueError where there are not as many of them as references, since sacrebleu would
    silently leave out the rest.
    """
    if len(hypotheses) != len(bitext.references):
        raise ValueError(f"{len(hypotheses)} hypotheses, {len(bitext.references)} references")
    found = []
    for metric in (BLEU(), CHRF()):
        value = metric.corpus_score(list(hypotheses), [list(bitext.references)])
        found.append(Score(value.name, value.score, str(metric.get_signature())))
    return tuple(found)


def evaluate(translator: Translator, bitext: Bitext) -> Report:
    """Translate the sources and score the translations."""
    hypotheses = [found.text for found in translator.translate(bitext.sources)]
    return Report(bitext.name, translator.recipe, score(hypotheses, bitext))
