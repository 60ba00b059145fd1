"""The command `songngu translate`."""

import sys
from pathlib import Path

import click

from corpus.exporters import FORMATS, Bilingual
from corpus.files import write_whole
from corpus.intake import Intake, take_in
from corpus.library import Library
from translator.factory import translator_for
from translator.lines import translate_lines
from translator.pipeline import adopt, pending
from translator.pipeline import translate as translate_pending
from translator.progress import Progress
from translator.settings import Settings
from translator.translator import Translator


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str, allow_dash=True))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A folder, or a file.")
@click.option("--to", type=click.Choice(list(FORMATS)), default="html", show_default=True)
@click.option("--lines", is_flag=True, help="Filter: a sentence a line in, a line out.")
@click.option("--allow-private", is_flag=True, help="Fetch addresses of the own network too.")
@click.pass_context
def translate(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: Path | None,
    to: str,
    lines: bool,
    allow_private: bool,
) -> None:
    """Translate files, folders and addresses; without -o the result goes to standard output.

    The articles and their translations stay in the library: what is there and current is not
    translated again.
    """
    settings: Settings = ctx.obj
    if lines == bool(paths):
        raise click.UsageError("name files or folders, or use --lines to filter standard input")
    if lines:
        for line in translate_lines(translator_for(settings), sys.stdin.buffer):
            click.echo(line)
        return
    library = Library(settings.library)
    intake = take_in(library, paths, allow_private=allow_private)
    _bring_up_to_date(library, translator_for(settings), intake)
    _write(library, intake, output, to)
    for failure in intake.failures:
        click.echo(f"songngu: {failure}", err=True)
    ctx.exit(1 if intake.failures else 0)


def _bring_up_to_date(library: Library, translator: Translator, intake: Intake) -> None:
    adopt(library, translator)
    texts = pending(library, translator, intake.slugs)
    with Progress(len(texts)) as progress:
        for batch in translate_pending(library, translator, texts):
            progress.advance(len(batch))


def _write(library: Library, intake: Intake, output: Path | None, to: str) -> None:
    for slug in intake.slugs:
        text = FORMATS[to](Bilingual.load(library, slug))
        if output is None:
            click.echo(text, nl=False)
        elif len(intake.slugs) == 1 and output.suffix == f".{to}":
            write_whole(output, text)
        else:
            write_whole(output / f"{slug}.{to}", text)
