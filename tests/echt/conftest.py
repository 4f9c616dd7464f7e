"""Eén scherm voor alle echte vensters."""

from collections.abc import Iterator

import pytest

from tests.echt.mens import scherm


@pytest.fixture(scope="session")
def omgeving() -> Iterator[dict[str, str]]:
    """De omgeving van een programma op een eigen X-server."""
    with scherm() as gemaakt:
        yield gemaakt
