"""Progress on standard error: a bar on a terminal, now and then a plain line otherwise."""

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

PLAIN_LINE_SECONDS = 10


class Progress:
    """Counts sentences as they are done; use it in a `with` statement."""

    def __init__(self, total: int, title: str = "Translating") -> None:
        """Count up to `total` sentences under this title."""
        console = Console(stderr=True)
        self._total, self._title, self._done = total, title, 0
        self._started = self._told = time.monotonic()
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("sentences"),
            TimeRemainingColumn(),
        )
        self._bar = Bar(*columns, console=console) if console.is_terminal else None
        self._task = self._bar.add_task(title, total=total) if self._bar else None

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar:
            self._bar.stop()
        elif self._total:
            self._tell()

    def advance(self, count: int) -> None:
        """That many more sentences are done."""
        self._done += count
        if self._bar and self._task is not None:
            self._bar.advance(self._task, count)
        elif time.monotonic() - self._told >= PLAIN_LINE_SECONDS:
            self._tell()

    def _tell(self) -> None:
        self._told = time.monotonic()
        seconds = self._told - self._started
        if self._done >= self._total:
            time_said = f" in {seconds:.0f} s"
        elif self._done:
            left = seconds / self._done * (self._total - self._done)
            time_said = f", about {left:.0f} s left"
        else:
            time_said = ""
        line = f"{self._title}: {self._done} of {self._total} sentences{time_said}"
        print(line, file=sys.stderr, flush=True)
