"""The command `songngu evaluate segmentation`."""

import click
from rich.console import Console
from rich.table import Table

from eval.segmentation import PARTS, errors, read_gold, score
from eval.speed import machine
from eval.splitters import Splitter, missing, ours, speed, splitters

_COLUMNS = ("splitter", "version", *(f"{part} {m}" for part in PARTS for m in "PRF"), "MB/s")


@click.command()
@click.option("--errors", "show_errors", is_flag=True, help="List our errors on the dev part.")
def segmentation(show_errors: bool) -> None:
    """Compare sentence splitters on the built-in gold set.

    P, R and F are precision, recall and F1 of the boundaries inside paragraphs, in per cent. The
    errors on the test part are never shown, so that no rule is tuned on it.
    """
    if show_errors:
        _show_errors()
        return
    table = Table(title=f"Sentence boundaries, {machine()}")
    for number, column in enumerate(_COLUMNS):
        table.add_column(column, justify="left" if number < 2 else "right")
    for splitter in splitters():
        table.add_row(*_row(splitter))
    Console(width=120).print(table)
    if absent := missing():
        click.echo(f"Not installed, so left out: {', '.join(absent)}", err=True)


def _row(splitter: Splitter) -> tuple[str, ...]:
    gold = {part: read_gold(part) for part in PARTS}
    scores = [score(splitter.split, paragraphs) for paragraphs in gold.values()]
    shares = [f"{100 * v:.1f}" for s in scores for v in (s.precision, s.recall, s.f1)]
    texts = [paragraph.text for paragraphs in gold.values() for paragraph in paragraphs]
    rate = speed(splitter.split, texts)
    return (splitter.name, splitter.version, *shares, f"{rate:.2f}")


def _show_errors() -> None:
    found = errors(ours, read_gold("dev"))
    for error in found:
        click.echo(f"{error.kind}\t{error.before!r} | {error.after!r}")
    click.echo(f"{len(found)} errors on the dev part")
