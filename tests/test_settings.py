"""Settings: flags over environment over defaults, and a wrong one told by its name."""

from pathlib import Path

import pytest

from translator.errors import TranslatorError
from translator.settings import Settings


def test_defaults_lie_in_the_users_own_folders() -> None:
    settings = Settings.read({})
    assert (settings.model, settings.engine, settings.beam) == ("vi-en", "ctranslate2", 4)
    assert settings.library.name == "library.db"
    assert settings.glossary == ()


def test_flag_goes_over_variable_over_default() -> None:
    environment = {"SONGNGU_BEAM": "2", "SONGNGU_MODEL": "a/b", "SONGNGU_GLOSSARY": "x.tsv:y.tsv"}
    settings = Settings.read(environment, beam=5, engine=None)
    assert (settings.beam, settings.model, settings.engine) == (5, "a/b", "ctranslate2")
    assert settings.glossary == (Path("x.tsv"), Path("y.tsv"))


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"SONGNGU_BEAM": "many"}, "beam: many is not a whole number from 1 to 16"),
        ({"SONGNGU_BEAM": "0"}, "beam: 0 is not"),
        ({"SONGNGU_ENGINE": "marian"}, "engine: marian is not one of ctranslate2"),
    ],
)
def test_wrong_setting_is_named(environment: dict[str, str], message: str) -> None:
    with pytest.raises(TranslatorError, match=message):
        Settings.read(environment)
