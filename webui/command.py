"""The command `songngu read`."""

from contextlib import closing, suppress

import click
from flask import Flask

from corpus.builtin import add_builtin
from corpus.intake import take_in
from corpus.library import Library
from translator.factory import translator_for
from translator.pipeline import adopt
from translator.settings import Settings
from webui.app import create_app
from webui.errors import WebError
from webui.serve import serving
from webui.services import Services
from webui.watch import watch


@click.command()
@click.argument(
    "paths", metavar="[PATH]…", nargs=-1, type=click.Path(path_type=str, allow_dash=True)
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=8765,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port to listen on, 0 for a free one.",
)
@click.option("--allow-private", is_flag=True, help="Fetch addresses of the own network too.")
@click.pass_obj
def read(
    settings: Settings, paths: tuple[str, ...], host: str, port: int, allow_private: bool
) -> None:
    """Read articles side by side in the browser.

    Files, folders and web addresses named by PATH, and standard input (-), are added to the
    library first. What is not translated yet is translated while you read. Ctrl-C ends it.
    """
    with closing(Library(settings.library)) as library:
        _add(library, paths, allow_private)
        translator = translator_for(settings)
        adopt(library, translator)
        _read(create_app(library, translator), host, port)


def _add(library: Library, paths: tuple[str, ...], allow_private: bool) -> None:
    """Add the articles of these paths, and to a new library the built-in ones.

    A bad file is told and left out; it ends the command only where it was the only one.
    """
    if library.is_new:
        add_builtin(library)
    intake = take_in(library, paths, allow_private=allow_private)
    for failure in intake.failures:
        click.echo(f"songngu: {failure}", err=True)
    if paths and not intake.slugs:
        click.get_current_context().exit(1)


def _read(app: Flask, host: str, port: int) -> None:
    """Serve and translate until Ctrl-C; the worker stops first, for pages wait for its news."""
    worker = Services.of(app).worker
    try:
        with serving(app, host, port) as address, worker:
            click.echo(f"Reader: {address}  (Ctrl-C ends it)", err=True)
            with suppress(KeyboardInterrupt):
                watch(worker)
            click.echo("Ending; the sentences in hand are still finished and kept.", err=True)
    except WebError as error:
        raise click.ClickException(str(error)) from error
