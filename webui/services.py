"""What every page works with."""

from dataclasses import dataclass
from typing import Self

from flask import Flask, current_app

from corpus.library import Library
from translator.translator import Translator
from webui.worker import Worker

_KEY = "songngu"


@dataclass(frozen=True, slots=True)
class Services:
    """The library, the translator, and the worker that brings the two together."""

    library: Library
    translator: Translator
    worker: Worker

    def install(self, app: Flask) -> None:
        """Make these the services of the application."""
        app.extensions[_KEY] = self

    @classmethod
    def of(cls, app: Flask) -> Self:
        """The services of the application."""
        services = app.extensions[_KEY]
        assert isinstance(services, cls)
        return services


def services() -> Services:
    """The services of the application that answers this request."""
    return Services.of(current_app)
