"""What engines on this machine have in common: a checkpoint and its tokens."""

from collections.abc import Sequence

from translator.model import Model
from translator.tokens import Tokens


class LocalEngine:
    """A checkpoint on this machine; it is loaded by the first translation."""

    def __init__(self, model: Model, beam: int = 4) -> None:
        """Remember what to run and how wide to search."""
        self.beam = beam
        self.model = str(model)
        self._model = model
        self._tokens = Tokens(model)

    @property
    def token_limit(self) -> int:
        """The most tokens a source sentence may have."""
        return self._tokens.limit

    def lengths(self, sources: Sequence[str]) -> list[int]:
        """The number of tokens of each source."""
        return [len(ids) for ids in self._tokens.ids(sources)]
