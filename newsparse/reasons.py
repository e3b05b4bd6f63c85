"""Any exception -> the words for a person: what went wrong, without its place, on one line, never a traceback."""

import errno

from newsparse.errors import NewsparseError

_OF_THE_SYSTEM = {
    errno.ENOENT: "no such file",
    errno.EISDIR: "is a folder; use newsparse batch",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ENOTDIR: "a part of the path is no folder",
    errno.EEXIST: "exists and is no folder",
    errno.ENOSPC: "no space left on the device",
}
# The next file would meet the same: the disk is full, over quota, read-only or broken.
_OF_THE_PLACE = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EROFS})


def in_words(error: BaseException) -> str:
    """The reason of ``error`` in words.

    >>> in_words(FileNotFoundError(2, "No such file or directory"))
    'no such file'
    """
    if isinstance(error, NewsparseError):
        return error.reason
    if isinstance(error, OSError) and error.errno is not None:
        return _OF_THE_SYSTEM.get(error.errno) or _lower(error.strerror or f"system error {error.errno}")
    if isinstance(error, MemoryError):
        return "not enough memory to read it"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return f"internal error ({error!r}); this is a fault of newsparse, --debug shows where"


def is_expected(error: BaseException) -> bool:
    """Whether the input or the system is at fault, not our code."""
    return isinstance(error, NewsparseError | OSError | MemoryError | RecursionError)


def is_of_the_place(error: BaseException) -> bool:
    """Whether the place written to is at fault, so that trying the next file there is no use."""
    return isinstance(error, OSError) and error.errno in _OF_THE_PLACE


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
