"""From settings to a translator; nothing is loaded until it is used."""

from glossary.glossary import Glossary
from glossary.tsv import read_tsv
from translator.ctranslate2_engine import CTranslate2Engine
from translator.engine import Engine
from translator.model import find_model
from translator.settings import Settings
from translator.transformers_engine import TransformersEngine
from translator.translator import Translator


def engine_for(settings: Settings) -> Engine:
    """The engine that the settings name; raises TranslatorError where its model is not there."""
    model = find_model(settings.model)
    if settings.engine == "transformers":
        return TransformersEngine(model, settings.beam)
    precision = settings.engine.removeprefix("ctranslate2").removeprefix("-") or "int8"
    return CTranslate2Engine(model, settings.cache, settings.beam, precision)


def translator_for(settings: Settings) -> Translator:
    """The translator that the settings name, with the built-in glossary and the user's over it.

    Raises TranslatorError or GlossaryError.
    """
    glossary = Glossary(Glossary.builtin().entries, *map(read_tsv, settings.glossary))
    return Translator(engine_for(settings), glossary)
