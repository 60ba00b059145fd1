"""The embedded model itself, through both engines and the command."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.builtin import builtin_articles
from eval.speed import measure, sentences_of_articles
from translator.ctranslate2_engine import CTranslate2Engine
from translator.factory import translator_for
from translator.model import find_model
from translator.settings import Settings
from translator.transformers_engine import TransformersEngine
from translator.translator import Translator

pytestmark = pytest.mark.slow

SHORT = "Thứ trưởng Bộ Công an Nguyễn Duy Ngọc phát biểu tại hội nghị."


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def translator(cache: Path) -> Translator:
    return translator_for(Settings(library=cache / "library.db", cache=cache))


def test_short_sentence_is_right(translator: Translator) -> None:
    (found,) = translator.translate([SHORT])
    assert "Nguyen Duy Ngoc" in found.text
    assert "Deputy Minister" in found.text
    assert found.checks == ()


def test_terms_of_the_articles_are_kept_and_each_has_its_status(translator: Translator) -> None:
    article = builtin_articles()[3]
    found = translator.translate([sentence.text for sentence in article.sentences[:6]])
    terms = [(translation, term) for translation in found for term in translation.terms]
    kept = [term for _, term in terms if term.status != "missing"]
    assert len(terms) > 10
    assert len(kept) / len(terms) > 0.8
    for translation, term in terms:
        span = translation.text[term.target_start : term.target_end]
        assert (span == "") == (term.status == "missing")


def test_sentence_beyond_the_limit_is_translated_at_length(translator: Translator) -> None:
    long = [text for text in sentences_of_articles() if 60 < len(text.split()) < 90][:8]
    joined = "; ".join(text.rstrip(".") for text in long)
    assert translator.engine.lengths([joined])[0] > 3 * translator.engine.token_limit
    (found,) = translator.translate([joined])
    assert len(found.text.split()) > 0.5 * len(joined.split())


def test_both_engines_give_the_same_translations(cache: Path) -> None:
    """In 32 bits; 8-bit rounding changes words in many sentences, as the changelog tells."""
    model = find_model("vi-en")
    sentences = sentences_of_articles()
    fast = CTranslate2Engine(model, cache, precision="float32")
    plain = TransformersEngine(model)
    fast_texts = [found[0].text for found in in_batches(fast, sentences)]
    plain_texts = [found[0].text for found in in_batches(plain, sentences)]
    same = sum(one == other for one, other in zip(fast_texts, plain_texts, strict=True))
    assert same / len(sentences) >= 0.95


def in_batches(engine: CTranslate2Engine | TransformersEngine, sentences: list[str]) -> Iterator:
    order = sorted(range(len(sentences)), key=lambda index: len(sentences[index]))
    found = {}
    for start in range(0, len(order), 16):
        batch = order[start : start + 16]
        found.update(zip(batch, engine.translate([sentences[i] for i in batch]), strict=True))
    return iter(found[index] for index in range(len(sentences)))


def test_speed_is_measured(cache: Path) -> None:
    found = measure(CTranslate2Engine(find_model("vi-en"), cache), [SHORT] * 3)
    assert (found.engine, found.sentences) == ("ctranslate2-int8", 3)
    assert found.tokens > 15
    assert found.seconds > 0


def songngu(
    home: Path, *arguments: str, text: str = "", **more: str
) -> subprocess.CompletedProcess:
    command = [str(Path(sys.executable).with_name("songngu")), *arguments]
    environment = {**os.environ, "HOME": str(home), "SONGNGU_CACHE": str(home / "cache"), **more}
    return subprocess.run(
        command, input=text, env=environment, capture_output=True, text=True, check=False
    )


def test_command_works_as_a_filter(tmp_path: Path) -> None:
    done = songngu(tmp_path, "translate", "--lines", text=f"{SHORT}\n\nHà Tĩnh\n")
    first, blank, last, end = done.stdout.split("\n")
    assert "Nguyen Duy Ngoc" in first
    assert (blank, end) == ("", "")
    assert last.strip()
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--model", "/no/such/model", "translate", "--lines"), "no such model folder"),
        (("--model", "some/model", "translate", "--lines"), "HF_HUB_OFFLINE is set"),
        (("--engine", "nemo", "translate", "--lines"), "engine: nemo is not one of"),
        (("translate", "no-such-file.txt"), "no-such-file.txt"),
    ],
)
def test_users_error_is_one_line_without_a_traceback(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = songngu(tmp_path, *arguments, text="Mưa.\n", HF_HUB_OFFLINE="1")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert message in done.stderr
