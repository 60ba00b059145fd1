"""Progress as plain lines, where there is no terminal."""

import pytest

from translator import progress
from translator.progress import Progress


def test_plain_lines_tell_what_is_done_and_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    times = iter([0.0, 5.0, 20.0, 20.0, 25.0, 40.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(times))
    with Progress(100) as shown:
        shown.advance(10)  # too soon for a line
        shown.advance(40)
        shown.advance(50)
    assert capsys.readouterr().err.splitlines() == [
        "Translating: 50 of 100 sentences, about 20 s left",
        "Translating: 100 of 100 sentences in 40 s",
    ]


def test_nothing_to_do_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(0):
        pass
    assert capsys.readouterr().err == ""
