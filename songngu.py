"""The command `songngu`: a thin group whose commands are loaded when they are called."""

import os
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import click

from corpus.errors import CorpusError
from glossary.errors import GlossaryError
from translator.errors import TranslatorError
from translator.settings import ENGINES, Settings

# Name of the command, where it is, and its line in the help: known without importing it.
COMMANDS = {
    "read": ("webui.command:read", "Read articles side by side in the browser."),
    "translate": ("translator.command:translate", "Translate files and folders."),
    "segment": ("corpus.command:segment", "Split a file into sentences, one a line."),
    "library": ("translator.library_command:library", "List, show and remove articles."),
    "evaluate": ("eval.command:evaluate", "Measure quality and speed."),
}


class LazyGroup(click.Group):
    """A group that imports a command's module only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The lines of the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("song-ngu"), prog_name="songngu")
@click.option("--library", type=click.Path(path_type=Path), help="The library file.")
@click.option("--cache", type=click.Path(path_type=Path), help="Folder of converted models.")
@click.option("--model", help="vi-en (embedded), a model folder, or a hub name.")
@click.option("--engine", help=f"One of {', '.join(ENGINES)}.")
@click.option("--beam", type=int, help="Width of the beam search.  [default: 4]")
@click.option("--glossary", help="Glossary files over the built-in one, separated by colons.")
@click.pass_context
def songngu(ctx: click.Context, /, **flags: object) -> None:
    """Vietnamese news in English, side by side, on your own machine.

    Each option can also be set by a variable: SONGNGU_LIBRARY, SONGNGU_MODEL and so on.
    """
    ctx.obj = Settings.read(os.environ, **flags)


def main() -> None:
    """Run the command: exit code 0, 1 for an error of the user's, 2 for wrong usage."""
    try:
        songngu()
    except (CorpusError, GlossaryError, TranslatorError) as error:
        sys.exit(f"songngu: {error}")
