"""What goes wrong with models and settings, said to the user."""


class TranslatorError(Exception):
    """A model, engine or setting cannot be used; the message names it and the cure."""
