"""Kluizen voor de toetsen: één keer gemaakt en per toets gekopieerd, met de zwakste KDF."""

import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from storage import Kluis, keys, maak_kluis, open_kluis, sealing, slots
from tests.storage.waarden import WACHTZIN, WACHTZIN_B


@pytest.fixture(scope="session", autouse=True)
def _argon2_rekent_niet_twee_keer_hetzelfde() -> Iterator[None]:
    """De uitkomst is dezelfde; alleen het wachten op een herhaling vervalt."""
    with pytest.MonkeyPatch.context() as lapje:
        lapje.setattr(slots, "stretch", lru_cache(maxsize=4096)(keys.stretch))
        yield


@pytest.fixture(scope="session")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Een lege, gesloten oefenkluis om te kopiëren."""
    map_ = tmp_path_factory.mktemp("voorbeeld")
    maak_kluis(map_, WACHTZIN, oefening=True).sluit()
    return map_


@pytest.fixture(scope="session")
def andere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Een tweede kluis, met een andere wachtzin."""
    map_ = tmp_path_factory.mktemp("andere")
    maak_kluis(map_, WACHTZIN_B, oefening=True).sluit()
    return map_


@pytest.fixture
def pad(voorbeeld: Path, tmp_path: Path) -> Path:
    """De map van een lege, gesloten kluis die deze toets mag vernielen."""
    return Path(shutil.copytree(voorbeeld, tmp_path / "kluis"))


@pytest.fixture
def openen(pad: Path) -> Iterator[Callable[[], Kluis]]:
    """Opent de kluis op `pad`; wat open bleef gaat na de toets dicht."""
    geopend: list[Kluis] = []

    def open_() -> Kluis:
        geopend.append(open_kluis(pad, WACHTZIN))
        return geopend[-1]

    yield open_
    for kluis in geopend:
        kluis.sluit()


@pytest.fixture
def onverzegeld(monkeypatch: pytest.MonkeyPatch) -> None:
    """Werktekst als gewone tekst, voor wie wil zien of zij van een bladzijde verdwijnt."""
    monkeypatch.setattr(sealing, "is_werktekst", lambda _waarde: False)


@pytest.fixture
def kluis(openen: Callable[[], Kluis]) -> Kluis:
    """Een open, lege kluis."""
    return openen()
