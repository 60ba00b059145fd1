"""Models found by name or folder, and what is wrong with one told in a line."""

import json
import shutil
from pathlib import Path

import pytest

from translator.errors import TranslatorError
from translator.model import find_model
from translator.tokens import Family, family_of


def test_embedded_model_is_whole_and_small_enough() -> None:
    model = find_model("vi-en")
    assert str(model).startswith("vi-en@")
    assert model.config["model_type"] == "bart"
    assert sum(path.stat().st_size for path in model.folder.iterdir()) < 90_000_000
    assert (model.folder / "README.md").read_text(encoding="utf-8").startswith("---\n")


def folder(tmp_path: Path, config: str = '{"model_type": "bart"}') -> Path:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "config.json").write_text(config)
    (tmp_path / "model" / "model.safetensors").write_bytes(b"weights")
    return tmp_path / "model"


def test_revision_follows_the_files(tmp_path: Path) -> None:
    path = folder(tmp_path)
    before = find_model(str(path)).revision
    (path / "notes.log").write_text("no part of the model")
    assert find_model(str(path)).revision == before
    (path / "model.safetensors").write_bytes(b"other weights")
    assert find_model(str(path)).revision != before


@pytest.mark.parametrize("missing", ["config.json", "model.safetensors"])
def test_incomplete_folder_is_told(tmp_path: Path, missing: str) -> None:
    path = folder(tmp_path)
    (path / missing).unlink()
    with pytest.raises(TranslatorError, match=f"{missing} not found there"):
        find_model(str(path))


@pytest.mark.parametrize("config", ["{", "[]", json.dumps({"vocab_size": 3})])
def test_damaged_config_is_told(tmp_path: Path, config: str) -> None:
    with pytest.raises(TranslatorError, match=r"config\.json"):
        _ = find_model(str(folder(tmp_path, config))).config


@pytest.mark.parametrize("name", ["./no-such-folder", "/no/such", "no-such-model", "a/b/c"])
def test_missing_folder_is_told(name: str) -> None:
    with pytest.raises(TranslatorError, match="no such model folder"):
        find_model(name)


def test_hub_is_not_asked_where_it_may_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(TranslatorError, match=r"not on this machine.*HF_HUB_OFFLINE is set"):
        find_model("some-one/some-model")


def test_hub_model_in_the_local_cache_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    snapshot = tmp_path / "models--some--model" / "snapshots" / "0123"
    shutil.copytree(folder(tmp_path), snapshot)
    refs = tmp_path / "models--some--model" / "refs"
    refs.mkdir()
    (refs / "main").write_text("0123")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    assert find_model("some/model").folder.resolve() == snapshot.resolve()


@pytest.mark.parametrize(
    ("model_type", "name", "tokens", "family"),
    [
        ("marian", "opus-mt-vi-en", (), Family()),
        ("marian", "opus-mt-vi-mul", (">>eng<<",), Family(prefix=">>eng<< ")),
        ("m2m_100", "nllb", ("eng_Latn",), Family("vie_Latn", "eng_Latn")),
        ("m2m_100", "m2m", ("__en__",), Family("vi", "__en__")),
        ("mbart", "vinai", ("en_XX",), Family("vi_VN", "en_XX")),
        ("t5", "madlad", ("<2en>",), Family(prefix="<2en> ")),
        ("t5", "VietAI/envit5-translation", (), Family(prefix="vi: ", answer="en: ")),
        ("mt5", "mt5", (), Family(prefix="translate Vietnamese to English: ")),
    ],
)
def test_family_shows_in_type_and_tokens(
    model_type: str, name: str, tokens: tuple[str, ...], family: Family
) -> None:
    assert family_of(model_type, name, tokens.__contains__) == family


def test_no_translation_model_is_told() -> None:
    with pytest.raises(TranslatorError, match="a gpt2 model cannot translate"):
        family_of("gpt2", "x", lambda token: False)
