"""The worker's progress on the terminal."""

import click

from translator.progress import Progress
from webui.worker import Worker

# Ctrl-C is noticed at once all the same; this is how often progress of other programs is seen.
TICK_SECONDS = 5


def watch(worker: Worker) -> None:
    """Show progress and problems on standard error until the worker is stopped."""
    told = ""
    while not worker.stopped:
        changes = worker.changes
        if worker.problem and worker.problem != told:
            click.echo(f"songngu: {worker.problem}", err=True)
        told = worker.problem
        _follow(worker)
        worker.wait(changes, TICK_SECONDS)


def _follow(worker: Worker) -> None:
    """Show a bar for as long as there is work and it goes well."""
    progress, changes = worker.progress, worker.changes
    if progress.complete or worker.problem:
        return
    with Progress(progress.total - progress.done) as bar:
        while not (progress.complete or worker.problem or worker.stopped):
            worker.wait(changes, TICK_SECONDS)
            changes, before, progress = worker.changes, progress, worker.progress
            bar.advance(progress.done - before.done)
