"""`pytest --accept` writes the goldens anew; the diff is then read like any other change."""

import pytest

from tests.cli.conftest import folder, here, process  # noqa: F401  for the tests of the library, too


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what newsparse gives now as the goldens")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))
