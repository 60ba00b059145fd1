"""The command `songngu library`."""

import click

from corpus.exporters.bilingual import Bilingual
from corpus.exporters.text import to_both
from corpus.library import Library
from translator.factory import translator_for
from translator.pipeline import adopt
from translator.settings import Settings


@click.group()
def library() -> None:
    """Look after the articles of the library."""


@library.command("list")
@click.argument("query", default="")
@click.pass_obj
def list_(settings: Settings, query: str) -> None:
    """List the articles, or those with all words of QUERY: slug, date, done, title."""
    translator, shelf = translator_for(settings), Library(settings.library)
    adopt(shelf, translator)
    summaries = shelf.summaries(translator.recipe, query)
    for found in summaries:
        date = found.published.isoformat() if found.published else "-"
        click.echo(f"{found.slug}\t{date}\t{found.current}/{found.sentences}\t{found.title}")


@library.command()
@click.argument("slug")
@click.pass_obj
def show(settings: Settings, slug: str) -> None:
    """Show an article, each block in Vietnamese and in English."""
    click.echo(to_both(Bilingual.load(Library(settings.library), slug)), nl=False)


@library.command()
@click.argument("slug")
@click.pass_obj
def original(settings: Settings, slug: str) -> None:
    """Write what an article was read from, byte for byte, to standard output."""
    click.echo(Library(settings.library).original(slug), nl=False)


@library.command()
@click.argument("slug")
@click.pass_obj
def remove(settings: Settings, slug: str) -> None:
    """Remove an article; its translated sentences are kept for other articles."""
    Library(settings.library).remove(slug)
    click.echo(f"{slug} removed", err=True)
