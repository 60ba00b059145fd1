"""Errors: the exception of this package, and the pages that tell the reader what went wrong."""

from flask import Flask, render_template
from werkzeug.exceptions import HTTPException

from corpus.errors import CorpusError
from glossary.errors import GlossaryError
from translator.errors import TranslatorError


class WebError(Exception):
    """The pages cannot be served; the message names the setting and the cure."""


def install(app: Flask) -> None:
    """Turn errors into pages with one sentence of help."""
    app.register_error_handler(HTTPException, _http_page)
    for kind in (CorpusError, GlossaryError, TranslatorError):
        app.register_error_handler(kind, _problem_page)


def _http_page(error: HTTPException) -> tuple[str, int]:
    code = error.code or 500
    return render_template("error.html", heading=error.name, line=error.description), code


def _problem_page(error: Exception) -> tuple[str, int]:
    heading = "Something has to be put right"
    return render_template("error.html", heading=heading, line=str(error)), 503
