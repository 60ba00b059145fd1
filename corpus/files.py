"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path

from corpus.errors import CorpusError


def write_whole(path: Path, text: str) -> None:
    """Write a text file in UTF-8; whoever reads it sees the old or the new one, never a half.

    Raises CorpusError where the folder cannot be written to or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        work = Path(name)
        try:
            os.close(descriptor)
            work.write_text(text, encoding="utf-8", newline="")
            # mkstemp keeps others out; an exported article is an ordinary file.
            umask = os.umask(0)
            os.umask(umask)
            work.chmod(0o666 & ~umask)
            work.replace(path)
        finally:
            work.unlink(missing_ok=True)
    except OSError as error:
        raise CorpusError(f"{path}: cannot be written: {error.strerror}") from error
