"""What goes wrong with texts, said to the user."""


class CorpusError(Exception):
    """A text, file or library cannot be used; the message names it and the cure."""


class UnknownArticleError(CorpusError):
    """There is no article of that slug in the library."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"{slug}: no such article; `songngu library list` shows all")
