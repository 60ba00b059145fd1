"""The engine that runs every model: `generate` of the transformers library, on CPU or GPU."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from translator.engine import Hypothesis
from translator.errors import TranslatorError
from translator.local_engine import LocalEngine


class TransformersEngine(LocalEngine):
    """Runs a model by `AutoModelForSeq2SeqLM.generate`, 16-bit on a GPU, 32-bit on a CPU."""

    name = "transformers"

    def translate(self, sources: Sequence[str]) -> list[tuple[Hypothesis, ...]]:
        """The n best translations of each source, best first, n the width of the beam."""
        import torch

        if not sources:
            return []
        ids = self._tokens.ids(sources)
        batch = self._tokens.tokenizer.pad({"input_ids": ids}, return_tensors="pt")
        inputs = {
            name: batch[name].to(self._loaded.device) for name in ("input_ids", "attention_mask")
        }
        with torch.inference_mode():
            sequences = self._loaded.generate(
                **inputs,
                **self._start,
                num_beams=self.beam,
                num_return_sequences=self.beam,
                do_sample=False,
                # As in CTranslate2: a beam ends with its n-th finished hypothesis.
                early_stopping=self.beam > 1,
                max_new_tokens=self._tokens.answer_limit(ids),
            )
            scores = self._scores(inputs, sequences)
        found = list(map(Hypothesis, map(self._tokens.text, sequences.tolist()), scores))
        return [tuple(found[at : at + self.beam]) for at in range(0, len(found), self.beam)]

    def _scores(self, inputs: dict[str, Any], sequences: Any) -> list[float]:
        """The mean log-probability a token of each sequence, told tokens and padding apart.

        `generate` gives scores only with the logits of every step, gigabytes in a batch; so one
        source after the other is read again.
        """
        told = 1 if "forced_bos_token_id" in self._start else 0
        scores: list[float] = []
        for number, rows in enumerate(sequences.split(self.beam)):
            source = {name: value[[number]].expand(len(rows), -1) for name, value in inputs.items()}
            logits = self._loaded(**source, decoder_input_ids=rows[:, :-1]).logits
            each = logits.float().log_softmax(-1).gather(2, rows[:, 1:, None])[..., 0]
            counted = rows[:, 1:] != self._loaded.config.pad_token_id
            counted[:, :told] = False
            scores += ((each * counted).sum(1) / counted.sum(1).clamp(min=1)).tolist()
        return scores

    @cached_property
    def _start(self) -> dict[str, int]:
        """How the decoder is told the target language."""
        target = self._tokens.family.target
        if not target:
            return {}
        token = self._tokens.tokenizer.convert_tokens_to_ids(target)
        if type(self._tokens.tokenizer).__name__.startswith("MBartTokenizer"):
            return {"decoder_start_token_id": token}
        return {"forced_bos_token_id": token}

    @cached_property
    def _loaded(self) -> Any:
        import torch
        from transformers import AutoModelForSeq2SeqLM

        gpu = torch.cuda.is_available()
        half = torch.bfloat16 if gpu and torch.cuda.is_bf16_supported() else torch.float16
        try:
            model = AutoModelForSeq2SeqLM.from_pretrained(
                self._model.folder, local_files_only=True, dtype=half if gpu else torch.float32
            )
        except Exception as error:  # a damaged file can fail in any layer of the library
            reason = str(error).strip().partition("\n")[0]
            raise TranslatorError(
                f"{self._model.folder}: the model cannot be loaded ({reason}); "
                "copy or download it again"
            ) from error
        return model.eval().to("cuda" if gpu else "cpu")
