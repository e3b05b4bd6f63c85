"""The exit codes and the words for them in ``--help``."""

OK = 0
FAILED = 1
MISUSE = 2
WARNED = 3
INTERRUPTED = 130
READER_GONE = 141
TERMINATED = 143

EPILOG = """\b
Exit codes:
  0    all done
  1    an input failed; the others are written
  2    wrong usage, output exists, two inputs for one output, no input
  3    --strict and there were warnings
  130  interrupted
  141  the reader of the output went away
  143  terminated
"""
