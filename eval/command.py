"""The command `songngu evaluate`."""

from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from corpus.bitext import read_bitext
from eval.scores import evaluate as evaluate_bitext
from eval.segmentation_command import segmentation
from eval.speed import machine, measure, sentences_of_articles
from translator.factory import engine_for, translator_for
from translator.settings import ENGINES, Settings


@click.group()
def evaluate() -> None:
    """Measure quality and speed."""


evaluate.add_command(segmentation)


@evaluate.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("reference", type=click.Path(path_type=Path))
@click.pass_obj
def quality(settings: Settings, source: Path, reference: Path) -> None:
    """Translate SOURCE and score it against REFERENCE, both with a sentence a line."""
    report = evaluate_bitext(translator_for(settings), read_bitext(source, reference))
    for score in report.scores:
        click.echo(f"{score.name}\t{score.value:.1f}\t{score.signature}")
    click.echo(f"recipe\t{report.recipe}")


@evaluate.command()
@click.pass_obj
def speed(settings: Settings) -> None:
    """Time every engine on the built-in articles; the last column compares with the last row."""
    sentences = sentences_of_articles()
    found = [measure(engine_for(replace(settings, engine=name)), sentences) for name in ENGINES]
    table = Table(title=f"{settings.model}, beam {settings.beam}, {machine()}")
    for column in ("engine", "sentences", "seconds", "sentences/s", "tokens/s", "ratio"):
        table.add_column(column, justify="left" if column == "engine" else "right")
    for row in found:
        rates = (row.sentences / row.seconds, row.tokens / row.seconds)
        table.add_row(
            row.engine,
            str(row.sentences),
            f"{row.seconds:.1f}",
            f"{rates[0]:.2f}",
            f"{rates[1]:.0f}",
            f"{found[-1].seconds / row.seconds:.2f}",
        )
    Console(width=120).print(table)
