"""The fast engine: a checkpoint converted once to CTranslate2 and run from the user's cache."""

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from translator.engine import Hypothesis
from translator.errors import TranslatorError
from translator.local_engine import LocalEngine
from translator.model import Model


class CTranslate2Engine(LocalEngine):
    """Runs a model by CTranslate2 on the CPU, in 8-bit integers or 32-bit floats."""

    def __init__(self, model: Model, cache: Path, beam: int = 4, precision: str = "int8") -> None:
        """Remember what to run; it is converted, once, into a folder of the cache."""
        super().__init__(model, beam)
        self.name = f"ctranslate2-{precision}"
        self._cache = cache
        self._precision = precision

    def translate(self, sources: Sequence[str]) -> list[tuple[Hypothesis, ...]]:
        """The n best translations of each source, best first, n the width of the beam."""
        if not sources:
            return []
        ids = self._tokens.ids(sources)
        tokens = list(map(self._tokens.pieces, ids))
        target = self._tokens.family.target
        results = self._translator.translate_batch(
            tokens,
            target_prefix=[[target]] * len(tokens) if target else None,
            beam_size=self.beam,
            num_hypotheses=self.beam,
            return_scores=True,
            max_input_length=0,
            max_decoding_length=self._tokens.answer_limit(ids),
        )
        return [
            tuple(map(self._hypothesis, result.hypotheses, result.scores)) for result in results
        ]

    def _hypothesis(self, tokens: list[str], score: float) -> Hypothesis:
        ids = self._tokens.tokenizer.convert_tokens_to_ids(tokens)
        return Hypothesis(self._tokens.text(ids), score)

    @cached_property
    def _translator(self) -> Any:
        import ctranslate2

        folder = self._converted(ctranslate2.__version__)
        threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
        compute = "int8_float32" if self._precision == "int8" else self._precision
        try:
            return ctranslate2.Translator(
                str(folder), device="cpu", compute_type=compute, intra_threads=threads
            )
        except (RuntimeError, ValueError) as error:
            raise TranslatorError(
                f"{folder}: CTranslate2 cannot load this converted model ({error}); "
                "delete the folder to have it converted again, or use --engine transformers"
            ) from error

    def _converted(self, version: str) -> Path:
        """The converted model's folder, made now where there is none.

        Whoever comes while another converts waits for it. The folder appears under its name
        only when it is whole.
        """
        from filelock import FileLock

        name = f"{self.model.replace('/', '--')}-{self._precision}-ct2-{version}"
        folder = self._cache / "models" / name
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(folder.with_name(f"{name}.lock")):
                if not folder.exists():
                    self._convert(folder)
        except OSError as error:
            raise TranslatorError(
                f"{folder}: the converted model cannot be stored there: {error.strerror or error}; "
                "make room or name another folder with --cache"
            ) from error
        return folder

    def _convert(self, folder: Path) -> None:
        from ctranslate2.converters import TransformersConverter

        work = Path(tempfile.mkdtemp(dir=folder.parent, prefix="converting-"))
        try:
            converter = TransformersConverter(str(_as_converter_wants(self._model, work)))
            converter.convert(str(work / "whole"), quantization=self._precision)
            (work / "whole").rename(folder)
        except OSError:
            raise
        except Exception as error:  # the converter knows many models, each fails in its own way
            raise TranslatorError(
                f"{self.model}: cannot be converted to CTranslate2 ({error}); "
                "use --engine transformers, or copy the model again if it is damaged"
            ) from error
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _as_converter_wants(model: Model, work: Path) -> Path:
    """The model's folder, its config with the fields that transformers 5 no longer writes.

    BART normalizes after each layer and mBART before it; both normalize the embeddings.
    """
    wanted = {"bart": {"normalize_before": False}, "mbart": {"normalize_before": True}}
    config = model.config
    if config["model_type"] not in wanted:
        return model.folder
    folder = work / "checkpoint"
    folder.mkdir()
    for path in model.folder.iterdir():
        if path.name != "config.json":
            (folder / path.name).symlink_to(path)
    config |= {**wanted[config["model_type"]], "normalize_embedding": True}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder
