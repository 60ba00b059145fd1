"""The recipe: one line of everything that can change a translation."""

from corpus import segmenter
from glossary.glossary import Glossary
from translator.engine import Engine

# Raised when the steps around the engine change what comes out.
VERSION = 1

# A changed glossary touches only sentences with a changed term, and a changed segmenter only
# sentences whose text changed, which are then other sentences.
_TOUCH_NOT_ALL = ("glossary:", "segmenter:")


def recipe(engine: Engine, glossary: Glossary) -> str:
    """The recipe of this engine and glossary, known without loading a model."""
    parts = (
        f"model:{engine.model}",
        f"engine:{engine.name}",
        f"beam:{engine.beam}",
        f"translator:{VERSION}",
        f"glossary:{glossary.digest}",
        f"segmenter:{segmenter.VERSION}",
    )
    return "|".join(parts)


def same_but_for_terms(one: str, other: str) -> bool:
    """Whether two recipes give a sentence the same translation if its terms are the same."""
    return _lasting(one) == _lasting(other)


def _lasting(line: str) -> list[str]:
    return [part for part in line.split("|") if not part.startswith(_TOUCH_NOT_ALL)]
