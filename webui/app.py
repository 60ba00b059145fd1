"""The application: the pages wired to a library and a translator."""

from flask import Flask

from corpus.library import Library
from translator.translator import Translator
from webui import errors, library, reader, wording
from webui.headers import secure
from webui.services import Services
from webui.worker import Worker


def create_app(library_: Library, translator: Translator) -> Flask:
    """The pages over this library; their worker waits in the services until it is started."""
    app = Flask("webui")
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    Services(library_, translator, Worker(library_, translator)).install(app)
    app.register_blueprint(library.pages)
    app.register_blueprint(reader.pages)
    wording.install(app)
    errors.install(app)
    app.after_request(secure)
    return app
