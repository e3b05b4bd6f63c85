"""The words of the command line -> a command. ``convert`` needs no name, yet a mistyped command is never a file."""

import os
import sys
from importlib import import_module
from typing import cast

import click

from newsparse import __version__
from newsparse.cli.codes import EPILOG, MISUSE
from newsparse.cli.streams import is_terminal

COMMANDS = {
    "convert": "Convert articles to JSON, Markdown or HTML (the default: needs no name).",
    "batch": "Convert folders of articles, one output each.",
    "preview": "Show an article on the terminal, who says what in colours; of several a card each.",
    "explain": "Tell which rule took each block for what, and why.",
    "schema": "Print the JSON Schema of a record.",
}


class DefaultGroup(click.Group):
    """A group whose first word may be a file: a command's name wins, then ``-``, an option, a path that exists."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """The order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """Load a command's module when it is asked for."""
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", import_module(f"newsparse.cli.{cmd_name}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``convert`` before words that name no command."""
        return super().parse_args(ctx, self._with_command(ctx, args))

    def _with_command(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args:
            if sys.stdin is None or is_terminal(sys.stdin):
                click.echo(ctx.get_help(), err=True)
                ctx.exit(MISUSE)
            return ["convert", "-"]
        first = args[0]
        if first in COMMANDS or first in ("--help", "-h", "--version"):
            return args
        if first.startswith("-") or os.path.lexists(first):
            return ["convert", *args]
        raise click.UsageError(_unknown(first), ctx)


def _unknown(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, n=1)
    return f"No such command or file {word!r}." + (f" Did you mean {near[0]!r}?" if near else "")


@click.command(
    cls=DefaultGroup,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="",
    subcommand_metavar="[COMMAND] [FILE|OPTION]...",
)
@click.version_option(__version__, prog_name="newsparse", message="%(prog)s %(version)s")
def group() -> None:
    """Turn raw article text into structured records.

    \b
    newsparse article.txt                    JSON on the standard output
    newsparse article.txt -o article.md      the name gives the format
    newsparse batch articles/ -o out/        many files
    newsparse preview article.txt            look at it
    newsparse explain article.txt            why each block is what it is
    """
