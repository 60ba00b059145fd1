"""What goes wrong with glossaries, said to the user."""


class GlossaryError(Exception):
    """A glossary cannot be used; the message names file, line and cure."""
