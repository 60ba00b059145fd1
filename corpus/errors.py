"""What goes wrong with texts, said to the user."""


class CorpusError(Exception):
    """A text, file or library cannot be used; the message names it and the cure."""
