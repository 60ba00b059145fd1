"""The command `songngu segment`."""

from pathlib import Path

import click

from corpus.importers import find_files, read_file


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
def segment(path: Path) -> None:
    """Split a file, or the files of a folder, into sentences, one a line.

    A blank line stands between blocks.
    """
    blocks = [block for file in find_files([path]) for block in read_file(file).blocks]
    for number, block in enumerate(blocks):
        if number:
            click.echo()
        for sentence in block.sentences:
            click.echo(" ".join(sentence.text.split()))
