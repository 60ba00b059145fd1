"""The command `songngu segment`."""

import click

from corpus.importers import find_sources, read_articles


@click.command()
@click.argument("path", type=click.Path(path_type=str, allow_dash=True))
@click.option("--allow-private", is_flag=True, help="Fetch addresses in the own network too.")
@click.pass_context
def segment(ctx: click.Context, path: str, allow_private: bool) -> None:
    """Split a file, the files of a folder, a web address or standard input (-) into sentences.

    One sentence stands on a line, a blank line between blocks.
    """
    readings = [
        read_articles(source, allow_private=allow_private) for source in find_sources([path])
    ]
    blocks = [
        block for reading in readings for article in reading.articles for block in article.blocks
    ]
    for number, block in enumerate(blocks):
        if number:
            click.echo()
        for sentence in block.sentences:
            click.echo(" ".join(sentence.text.split()))
    failures = [failure for reading in readings for failure in reading.failures]
    for failure in failures:
        click.echo(f"songngu: {failure}", err=True)
    ctx.exit(1 if failures else 0)
