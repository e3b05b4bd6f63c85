"""newsparse: raw article text in; a structured record out. The public names and nothing else.

They are looked up when first used, so that ``import newsparse`` costs next to nothing (pipes start us by the thousand).
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.batch import convert_files as convert_files
    from newsparse.errors import NewsparseError as NewsparseError
    from newsparse.formats import WriteOptions as WriteOptions
    from newsparse.model import Record as Record
    from newsparse.outcome import Outcome as Outcome
    from newsparse.pipeline import parse as parse
    from newsparse.pipeline import parse_all as parse_all
    from newsparse.pipeline import parse_file as parse_file
    from newsparse.transfer import read as read
    from newsparse.transfer import write as write

__version__ = "0.1.0"

_HOMES = {
    "NewsparseError": "newsparse.errors",
    "Outcome": "newsparse.outcome",
    "Record": "newsparse.model",
    "WriteOptions": "newsparse.formats",
    "convert_files": "newsparse.batch",
    "parse": "newsparse.pipeline",
    "parse_all": "newsparse.pipeline",
    "parse_file": "newsparse.pipeline",
    "read": "newsparse.transfer",
    "write": "newsparse.transfer",
}
__all__ = [*_HOMES, "__version__"]  # noqa: PLE0604  the keys are strings


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'newsparse' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value  # `parse` is also a module: the function must win once it is loaded
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
