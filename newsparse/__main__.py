"""``python -m newsparse``: the same as the console script."""

import os
import sys


def _distrust_working_directory() -> None:
    """-m puts the working directory first, and a json.py that lies there must not be taken for Python's own."""
    here = os.getcwd()  # noqa: PTH109  os is loaded already, pathlib would be looked for in the working directory
    ours = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    if sys.path and sys.path[0] in ("", here) and here != ours:
        del sys.path[0]


if __name__ == "__main__":
    _distrust_working_directory()
    from newsparse.cli import main

    main()
