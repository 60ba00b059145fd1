"""Models: the embedded one, a folder, or a name on the Hugging Face hub, found on this machine."""

import hashlib
import json
import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from translator.errors import TranslatorError
from translator.settings import EMBEDDED

_WEIGHTS = ("model.safetensors", "model.safetensors.index.json", "pytorch_model.bin")
_NEEDED = ["*.json", "*.safetensors", "*.model", "*.spm", "*.txt", "pytorch_model*.bin"]


@dataclass(frozen=True, slots=True)
class Model:
    """A seq2seq checkpoint in Hugging Face form on this machine.

    `revision` changes whenever a file of the checkpoint does.
    """

    name: str
    folder: Path
    revision: str

    @property
    def config(self) -> dict[str, Any]:
        """The checkpoint's config.json; raises TranslatorError where it is damaged."""
        try:
            found = json.loads((self.folder / "config.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise TranslatorError(f"{self.folder}/config.json: cannot be read: {error}") from error
        if not isinstance(found, dict) or "model_type" not in found:
            raise TranslatorError(f"{self.folder}/config.json: names no model_type")
        return found

    def __str__(self) -> str:
        return f"{self.name}@{self.revision}"


def find_model(name: str) -> Model:
    """The model of that name; raises TranslatorError where it cannot be had.

    Folders and the embedded model are looked for first; a hub is asked only for what is not in
    its local cache, and never where HF_HUB_OFFLINE is set.
    """
    if name == EMBEDDED:
        return _from_folder(name, Path(str(files("translator") / "models" / EMBEDDED)))
    if Path(name).is_dir():
        return _from_folder(Path(name).resolve().name, Path(name).resolve())
    if name.startswith((".", "/", "~")) or name.count("/") != 1:
        raise TranslatorError(
            f"{name}: no such model folder; name a folder with config.json and weights, "
            f"a hub model such as Helsinki-NLP/opus-mt-vi-en, or {EMBEDDED} (the embedded one)"
        )
    return _from_folder(name, _hub_folder(name))


def _from_folder(name: str, folder: Path) -> Model:
    missing = [part for part in ("config.json",) if not (folder / part).is_file()]
    if not any((folder / weights).is_file() for weights in _WEIGHTS):
        missing.append("model.safetensors")
    if missing:
        raise TranslatorError(
            f"{folder}: not a complete model folder, {' and '.join(missing)} not found there; "
            "copy or download the model again"
        )
    return Model(name, folder, _revision(folder))


def _revision(folder: Path) -> str:
    """Eight hex digits over the files that decide what the model says."""
    total = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in {".json", ".safetensors", ".bin", ".model", ".spm", ".txt"}:
            with path.open("rb") as file:
                total.update(path.name.encode() + hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()[:8]


def _hub_folder(name: str) -> Path:
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, allow_patterns=_NEEDED, local_files_only=True))
    except (OSError, ValueError):
        if os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}:
            raise TranslatorError(_unreachable(name, "HF_HUB_OFFLINE is set")) from None
    try:
        return Path(snapshot_download(name, allow_patterns=_NEEDED))
    except Exception as error:  # the hub client's errors have no common base with its network's
        raise TranslatorError(_unreachable(name, type(error).__name__)) from error


def _unreachable(name: str, reason: str) -> str:
    return (
        f"{name}: not on this machine, and the Hugging Face hub cannot give it ({reason}); "
        f"name a model folder, go online once, or use {EMBEDDED} (the embedded one)"
    )
