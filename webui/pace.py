"""How fast sentences have lately been translated."""

from collections import deque

# Long sentences follow short ones, so a few batches are averaged; a busy machine slows down, so
# no more than a few.
_BATCHES = 12


class Pace:
    """Measures batches of sentences and foretells how long others will take."""

    def __init__(self) -> None:
        """Nothing is measured yet."""
        self._batches: deque[tuple[int, float]] = deque(maxlen=_BATCHES)
        self._warm = False

    def note(self, sentences: int, seconds: float) -> None:
        """A batch was translated; of the first one most was loading the model."""
        if self._warm:
            self._batches.append((sentences, seconds))
        self._warm = True

    def seconds_for(self, sentences: int) -> float | None:
        """The time that so many sentences should take, None while nothing is measured."""
        measured = sum(count for count, _ in self._batches)
        return sentences * sum(time for _, time in self._batches) / measured if measured else None
