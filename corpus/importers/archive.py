"""Archives: the members of a ZIP file, never written to disk."""

import io
import zipfile
from pathlib import PurePosixPath

from corpus.errors import CorpusError
from corpus.importers.content import Content

LARGEST_UNPACKED = 256 * 1024 * 1024
MOST_MEMBERS = 10_000


class Archive:
    """A ZIP file whose sizes were checked before anything is unpacked."""

    def __init__(self, content: Content) -> None:
        """Open the archive; one that is damaged or too large raises `CorpusError`."""
        self._content = content
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content.data))
        # The reader of the directory trips over damaged fields in many ways.
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise self._damaged() from error
        members = [info for info in self._zip.infolist() if not info.filename.endswith("/")]
        # zipfile unpacks no more than the directory declares, so the declared sizes bind.
        unpacked = sum(info.file_size for info in members)
        if unpacked > LARGEST_UNPACKED or len(members) > MOST_MEMBERS:
            raise CorpusError(
                f"{content.origin}: holds more than {LARGEST_UNPACKED >> 20} MB"
                f" or {MOST_MEMBERS} files; unpack it and give fewer files"
            )
        self.names = tuple(sorted({info.filename for info in members}))

    def member(self, name: str) -> Content:
        """Return a member; a path that leads outside and a damaged one raise `CorpusError`."""
        if name.startswith(("/", "\\")) or ".." in PurePosixPath(name.replace("\\", "/")).parts:
            raise CorpusError(
                f"{self._content.origin}: the path {name} in it leads outside; pack it anew"
            )
        try:
            return self._content.part(name, self._zip.read(name))
        except KeyError as error:
            raise CorpusError(
                f"{self._content.origin}: {name} is missing in it; save it anew"
            ) from error
        # Each compression has its own errors, and an encrypted member raises RuntimeError.
        except Exception as error:
            raise self._damaged(name) from error

    def _damaged(self, name: str = "the archive") -> CorpusError:
        return CorpusError(
            f"{self._content.origin}: {name} is damaged or locked by a password; save it anew"
        )
