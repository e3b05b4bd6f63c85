"""``python -m newsparse``: the same as the console script."""

import sys
from pathlib import Path

if __name__ == "__main__":
    # -m puts the working directory first; a json.py that lies there must not be taken for Python's own.
    here = Path.cwd()
    if sys.path and sys.path[0] in ("", str(here)) and Path(__file__).parent.parent != here:
        del sys.path[0]

    from newsparse.cli import main

    main()
