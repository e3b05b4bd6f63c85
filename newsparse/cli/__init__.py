"""The command line: the only place that knows click, rich and exit codes."""

import sys


def main() -> None:
    """The console script; leaves with one of the exit codes that ``--help`` lists."""
    try:
        from newsparse.cli.boundary import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the modules are loaded, or twice in a row
        code = 130
    sys.exit(code)
