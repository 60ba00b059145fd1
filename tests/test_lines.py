"""The filter: line for line, blank lines kept, answers without waiting for more."""

import os
from collections.abc import Iterator

import pytest

from corpus.errors import CorpusError
from translator.lines import MOST, translate_lines
from translator.translator import Translator


def test_line_for_line_with_blank_lines(translator: Translator) -> None:
    lines = [b"\xef\xbb\xbfM\xc6\xb0a.\n", b"\n", "Nắng\r\n".encode(), b"  \n", "Gió".encode()]
    assert list(translate_lines(translator, lines)) == ["Mua.", "", "Nang", "", "Gio"]


def test_no_line_no_answer(translator: Translator) -> None:
    assert list(translate_lines(translator, [])) == []


def test_many_lines_keep_their_order(translator: Translator) -> None:
    lines = [f"Câu số {number}.\n" for number in range(5 * MOST)]
    found = list(translate_lines(translator, [line.encode() for line in lines]))
    assert found == [f"Cau so {number}." for number in range(5 * MOST)]


def test_line_is_answered_before_the_next_is_written(translator: Translator) -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as source, os.fdopen(writer, "wb", buffering=0) as pipe:
        answers = translate_lines(translator, source)
        for line, answer in (("Mưa.", "Mua."), ("", ""), ("Nắng.", "Nang.")):
            pipe.write(f"{line}\n".encode())
            assert next(answers) == answer
        pipe.close()
        assert list(answers) == []


def test_line_in_another_encoding_is_told_after_those_before_it(translator: Translator) -> None:
    def lines() -> Iterator[bytes]:
        yield "Mưa.\n".encode()
        yield "Nắng.\n".encode("utf-16")

    answers = translate_lines(translator, lines())
    assert next(answers) == "Mua."
    with pytest.raises(CorpusError, match="line 2: not in UTF-8"):
        next(answers)
