"""How fast the engines are, on the five built-in articles, all in one run on one machine."""

import os
import platform
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.builtin import builtin_articles
from translator.batching import batches
from translator.engine import Engine
from translator.normalize import normalize
from translator.translator import BATCH_TOKENS


@dataclass(frozen=True, slots=True)
class Speed:
    """What an engine did in `seconds`, its loading apart; tokens are those it wrote."""

    engine: str
    sentences: int
    tokens: int
    seconds: float


def sentences_of_articles() -> list[str]:
    """The distinct sentences of the five articles, as the model reads them."""
    texts = [s.text for article in builtin_articles() for s in article.sentences]
    return list(dict.fromkeys(normalize(text) for text in texts))


def measure(engine: Engine, sentences: Sequence[str]) -> Speed:
    """Translate the sentences once in batches, after one sentence to load the model."""
    engine.translate(sentences[:1])
    started = time.perf_counter()
    done = [
        found[0].text
        for batch in batches(engine.lengths(sentences), BATCH_TOKENS)
        for found in engine.translate([sentences[index] for index in batch])
    ]
    seconds = time.perf_counter() - started
    return Speed(engine.name, len(done), sum(engine.lengths(done)), seconds)


def machine() -> str:
    """The machine in a line: processor, cores, system."""
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"
