"""The seam before the slow thing: what every engine does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation of one sentence.

    `score` is the mean log-probability a token, so that long and short ones compare.
    """

    text: str
    score: float


class Engine(Protocol):
    """A loaded or loadable translation model.

    Making an engine is cheap: the model is loaded by the first call that needs it.
    """

    @property
    def name(self) -> str:
        """How the model is run, as the recipe tells it, e.g. "ctranslate2-int8"."""

    @property
    def model(self) -> str:
        """Which model is run, with its revision, e.g. "vi-en@3f2a9c41"."""

    @property
    def beam(self) -> int:
        """The width of the beam search."""

    @property
    def token_limit(self) -> int:
        """The most tokens a source sentence may have."""

    def lengths(self, sources: Sequence[str]) -> list[int]:
        """The number of tokens of each source."""

    def translate(self, sources: Sequence[str]) -> list[tuple[Hypothesis, ...]]:
        """The n best translations of each source, best first, n the width of the beam."""
