"""Settings: read once at the edge from flags and environment, then passed down."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from translator.errors import TranslatorError

ENGINES = ("ctranslate2", "ctranslate2-float32", "transformers")
EMBEDDED = "vi-en"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how to translate.

    `model` is "vi-en" (embedded), a folder, or a name on the Hugging Face hub.
    """

    library: Path
    cache: Path
    model: str = EMBEDDED
    engine: str = ENGINES[0]
    beam: int = 4
    glossary: tuple[Path, ...] = ()

    @classmethod
    def read(cls, environment: Mapping[str, str], **flags: object) -> "Settings":
        """Settings from flags, else from SONGNGU_… variables, else the defaults.

        Raises TranslatorError naming the setting that cannot be used.
        """

        def value(name: str, default: object) -> str:
            flag = flags.get(name)
            return str(
                environment.get(f"SONGNGU_{name.upper()}", default) if flag is None else flag
            )

        data, cache = (
            platformdirs.user_data_path("songngu"),
            platformdirs.user_cache_path("songngu"),
        )
        return cls(
            library=Path(value("library", data / "library.db")),
            cache=Path(value("cache", cache)),
            model=value("model", EMBEDDED),
            engine=_engine(value("engine", ENGINES[0])),
            beam=_beam(value("beam", 4)),
            glossary=tuple(Path(name) for name in value("glossary", "").split(":") if name),
        )


def _engine(name: str) -> str:
    if name not in ENGINES:
        raise TranslatorError(f"engine: {name} is not one of {', '.join(ENGINES)}")
    return name


def _beam(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 16:
        raise TranslatorError(f"beam: {text} is not a whole number from 1 to 16")
    return int(text)
