"""Text to and from the tokens of a model, with its family's language codes and prefixes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from translator.errors import TranslatorError
from translator.model import Model

# Some models can read longer texts or do not tell how long; none is good at them.
MOST_POSITIONS = 512

# A translation is at most this many times as long as its source, in tokens, and a little more:
# a model in a loop is stopped there.
GROWTH, ROOM = 2, 32


@dataclass(frozen=True, slots=True)
class Family:
    """How a family of models is told to translate from Vietnamese into English.

    `target` is the first token of the translation, `prefix` stands before each source, and
    `answer` is what the model puts before each translation.
    """

    source: str = ""
    target: str = ""
    prefix: str = ""
    answer: str = ""


# Which family it is shows in the token that stands for English.
_BY_TOKEN = {
    "eng_Latn": Family(source="vie_Latn", target="eng_Latn"),  # NLLB
    "__en__": Family(source="vi", target="__en__"),  # M2M100
    "en_XX": Family(source="vi_VN", target="en_XX"),  # mBART
    "<2en>": Family(prefix="<2en> "),  # MADLAD
    ">>eng<<": Family(prefix=">>eng<< "),  # Marian into several languages
}
_ENVIT5 = Family(prefix="vi: ", answer="en: ")
_T5 = Family(prefix="translate Vietnamese to English: ")

_FAMILIES = ("marian", "m2m_100", "mbart", "bart", "t5", "mt5", "umt5")


def family_of(model_type: str, name: str, knows: Callable[[str], bool]) -> Family:
    """The family of a checkpoint by its type and by the language tokens that it knows.

    Raises TranslatorError for a type that is no translation model.
    """
    if model_type not in _FAMILIES:
        known = ", ".join(_FAMILIES)
        raise TranslatorError(f"{name}: a {model_type} model cannot translate; known are {known}")
    for token, family in _BY_TOKEN.items():
        if knows(token):
            return family
    if model_type.endswith("t5"):
        return _ENVIT5 if "envit5" in name.lower() else _T5
    return Family()


class Tokens:
    """The tokenizer of a model; loaded by the first call that needs it."""

    def __init__(self, model: Model) -> None:
        """Remember the model; nothing is loaded yet."""
        self._model = model

    @cached_property
    def tokenizer(self) -> Any:
        """The Hugging Face tokenizer, set to the family's source language."""
        from transformers import AutoTokenizer
        from transformers.utils import logging

        # The engines load their weights after this; their bars would break into our progress.
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            tokenizer = AutoTokenizer.from_pretrained(self._model.folder, local_files_only=True)
        except Exception as error:  # a damaged file can fail in any layer of the library
            reason = str(error).strip().partition("\n")[0]
            raise TranslatorError(
                f"{self._model.folder}: its tokenizer cannot be loaded ({reason}); "
                "copy or download the model again"
            ) from error
        family = self._family(tokenizer)
        if family.source:
            tokenizer.src_lang = family.source
        return tokenizer

    @cached_property
    def family(self) -> Family:
        """The model's family."""
        return self._family(self.tokenizer)

    def _family(self, tokenizer: Any) -> Family:
        def knows(token: str) -> bool:
            return bool(tokenizer.convert_tokens_to_ids(token) != tokenizer.unk_token_id)

        return family_of(self._model.config["model_type"], self._model.name, knows)

    @cached_property
    def limit(self) -> int:
        """The most tokens a source may have, all signs counted: what the checkpoint says."""
        return min(int(self.tokenizer.model_max_length), self._positions - 2)

    def answer_limit(self, ids: Sequence[Sequence[int]]) -> int:
        """The most tokens that a translation of one of these sources may have."""
        return min(GROWTH * max(map(len, ids)) + ROOM, self._positions - 2)

    @cached_property
    def _positions(self) -> int:
        config = self._model.config
        told = config.get("max_position_embeddings") or config.get("n_positions")
        return min(int(told or MOST_POSITIONS), MOST_POSITIONS)

    def ids(self, sources: Sequence[str]) -> list[list[int]]:
        """The token ids of each source, with prefix, language and end signs."""
        if not sources:
            return []
        prefixed = [self.family.prefix + source for source in sources]
        return list(self.tokenizer(prefixed, verbose=False)["input_ids"])

    def pieces(self, ids: Sequence[int]) -> list[str]:
        """The tokens of these ids."""
        return list(self.tokenizer.convert_ids_to_tokens(ids))

    def text(self, ids: Sequence[int]) -> str:
        """The text of a translation's token ids."""
        text = self.tokenizer.decode(ids, skip_special_tokens=True)
        return str(text).strip().removeprefix(self.family.answer.strip()).strip()
