"""Importing does nothing: no model library loaded, no folder made."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
import corpus.exporters, corpus.importers, corpus.library
import glossary.glossary, translator.factory, translator.pipeline
import eval.scores, eval.speed, webui, webui.command, songngu
heavy = {"torch", "transformers", "ctranslate2", "trafilatura", "sentencepiece", "docx"}
print(sorted(heavy.intersection(sys.modules)))
"""


def test_importing_the_packages_loads_no_torch_and_makes_no_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", PROGRAM]
    found = subprocess.run(
        command, env={"HOME": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert (found.stdout, found.stderr) == ("[]\n", "")
    assert list(tmp_path.iterdir()) == []
