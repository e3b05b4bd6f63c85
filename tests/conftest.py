"""`pytest --accept` writes the goldens anew; the diff is then read like any other change."""

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.cli.conftest import folder, here, process  # noqa: F401  for the tests of the library, too

# How long an example takes says something of the machine and its other work, nothing of the program.
# CI looks at the same examples each time: a run there tells of the change, not of luck.
settings.register_profile(
    "ours", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what newsparse gives now as the goldens")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))
