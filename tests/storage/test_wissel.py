"""De wissel van oud naar nieuw, doodgelegd bij elke stap ervan: daarna altijd een van beide."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casus_app.domein.mensen import Partij
from storage import (
    controleer_kluis,
    kluis_bestaat,
    maak_kluis,
    maak_reservekopie,
    open_kluis,
    reservekopieen,
    swap,
    zet_terug,
)
from storage.errors import HerstelOnaf, KluisBestaatAl, KopieBeschadigd
from storage.files import Plaats
from tests.storage.test_reserve import NU, TERUG
from tests.storage.waarden import WACHTZIN, vul

_STAPPEN = ("rename", "replace", "unlink")
AANTAL = 11


class _GedoodError(BaseException):
    """Het programma verdwijnt hier."""


def _dood_bij(lapje: pytest.MonkeyPatch, nummer: int) -> Callable[[], int]:
    """Bij de zoveelste verandering van een naam stopt alles; geeft hoeveel er waren."""
    geteld = 0

    def met_teller(echt: Callable[..., Any]) -> Callable[..., Any]:
        def stap(*alles: Any, **namen: Any) -> Any:
            nonlocal geteld
            geteld += 1
            if geteld >= nummer:
                raise _GedoodError
            return echt(*alles, **namen)

        return stap

    for naam in _STAPPEN:
        lapje.setattr(Path, naam, met_teller(getattr(Path, naam)))
    lapje.setattr(swap.shutil, "rmtree", lambda *_alles, **_namen: None)
    return lambda: geteld


def _oud_en_kopie(pad: Path) -> Path:
    with open_kluis(pad, WACHTZIN) as kluis:
        vul(kluis, 2)
        assert maak_reservekopie(kluis, NU).gelukt
        kopie = reservekopieen(kluis.plaats.reserve)[0].pad
        vul(kluis, 3, 10)
    return kopie


def test_zoveel_stappen_zijn_er(pad: Path) -> None:
    kopie = _oud_en_kopie(pad)
    with pytest.MonkeyPatch.context() as lapje:
        gezet = _dood_bij(lapje, 99)
        zet_terug(pad, kopie, WACHTZIN, TERUG)
        assert gezet() == AANTAL


@pytest.mark.parametrize("nummer", range(1, AANTAL + 1))
def test_bij_elke_stap_is_er_daarna_de_oude_of_de_nieuwe(pad: Path, nummer: int) -> None:
    kopie = _oud_en_kopie(pad)
    with pytest.MonkeyPatch.context() as lapje:
        gezet = _dood_bij(lapje, nummer)
        with pytest.raises(_GedoodError):
            zet_terug(pad, kopie, WACHTZIN, TERUG)
        assert gezet() >= nummer
    midden = swap.pending(Plaats(pad / "kluis.db"))
    assert kluis_bestaat(pad)
    with pytest.raises(KluisBestaatAl):
        maak_kluis(pad, WACHTZIN, oefening=True)
    if midden:
        with pytest.raises(HerstelOnaf):
            controleer_kluis(pad, WACHTZIN)
    with open_kluis(pad, WACHTZIN) as kluis:
        aantal = len(kluis.zoek(Partij))
        assert aantal == 2 if midden else aantal in {2, 5}
        assert kluis.ankermelding is None
        assert kluis.controleer_logboek().heel
    assert controleer_kluis(pad, WACHTZIN).heel
    assert not (pad / "kluis.db.herstel").exists() or aantal == 5


def test_een_briefje_dat_ergens_anders_heen_wijst_wordt_niet_gevolgd(pad: Path) -> None:
    _oud_en_kopie(pad)
    map_ = pad / "kluis.db.herstel"
    map_.mkdir()
    (map_ / "klaar").write_text("../../elders")
    with pytest.raises(KopieBeschadigd):
        open_kluis(pad, WACHTZIN)
    assert (pad / "kluis.db").exists()
