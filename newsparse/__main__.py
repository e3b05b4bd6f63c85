"""``python -m newsparse`` and the console script."""

from newsparse.cli import main

if __name__ == "__main__":
    main()
