"""The files of words beside this module."""

import os
import tomllib
from functools import cache
from typing import Any

_HERE = os.path.dirname(__file__)


def has_file(name: str) -> bool:
    """Whether there is a file of that name."""
    return os.path.isfile(os.path.join(_HERE, f"{name}.toml"))


@cache
def read_file(name: str) -> dict[str, Any]:
    """The sections of a file."""
    with open(os.path.join(_HERE, f"{name}.toml"), "rb") as file:
        return tomllib.load(file)
