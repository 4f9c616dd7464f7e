"""De beamer terwijl er gespeeld wordt: na elke handeling, en tot op het beeldpunt."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Betrokkene, Kringpersoon
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.handelingen import Handeling
from casus_app.handelingen.inbreng import AfspraakMaken
from casus_app.rollen import gebruiker_met
from tests.bouw import MARKERING, Tafel
from tests.casus_app.handelingen.test_eigenschappen import ROND, Overleggen
from tests.casus_app.opmaak.willekeur import merken
from tests.nep import GeheugenOpslag
from tests.ui.kijken import Kijker
from tests.ui.tafelspel import breng_in, open_casus
from tests.ui.test_beamer import NU, _alles_in, _alles_op, _vervang, beamer
from ui.beamer import beeld as beeld_module
from ui.beamer.beamer import BeamerWindow
from ui.beamer.beeld import beamerbeeld
from ui.session import Session
from ui.tafel.steps import Step

__all__ = ["beamer"]


class MetMerken(Tafel):
    """Elke vrije tekst krijgt een eigen merk, en elke afspraak ook de naam van wie haar doet."""

    teller = 0

    def handeling(self, naam: str, /, **velden: Any) -> Handeling:
        gemaakt = super().handeling(naam, **velden)
        gemerkt: Handeling = msgspec.convert(
            self._merk(msgspec.to_builtins(gemaakt)), type(gemaakt)
        )
        if isinstance(gemerkt, AfspraakMaken):
            mens = self.opslag.haal(Professional, gemerkt.uitvoerder)
            gemerkt = msgspec.structs.replace(
                gemerkt, wat=f"{gemerkt.wat} Door {mens.naam if mens else ''}."
            )
        return gemerkt

    def _merk(self, ding: Any, veld: str = "") -> Any:
        if isinstance(ding, str) and MARKERING in ding:
            type(self).teller += 1
            soort = "n" if veld == "naam" else "w"
            return ding.replace(MARKERING, f"{soort}{self.teller:05d}z")
        if isinstance(ding, dict):
            return {sleutel: self._merk(waarde, sleutel) for sleutel, waarde in ding.items()}
        return [self._merk(deel, veld) for deel in ding] if isinstance(ding, list) else ding


class BijDeBeamer(Overleggen):
    """Speelt zomaar een overleg en kijkt na elke handeling wat de kamer ziet."""

    venster: BeamerWindow
    gezien = 0

    def __init__(self) -> None:
        super().__init__()
        kopie = self.tafel
        self.tafel = MetMerken(kopie.kader, kopie.opslag, kopie.vandaag)
        for nummer, mens in enumerate(kopie.opslag.zoek(Professional)):
            _vervang(kopie.opslag, mens, replace(mens, naam=f"n{90000 + nummer}z"))
        self.sessie = Session(self.tafel.werkbank, gebruiker_met("coordinator"))

    def doe(self, naam: str, mag: bool | None = None, /, **velden: Any) -> bool:
        gedaan = super().doe(naam, mag, **velden)
        self.kijk_op_de_beamer()
        return gedaan

    def wat_er_mag(self) -> set[str]:
        """De merken van de vraag en de afspraken op tafel; nooit een naam."""
        opslag, mag = self.tafel.opslag, set[str]()
        for punt in opslag.zoek(Bespreking, stand=Stand.OPEN):
            afspraken = opslag.zoek(Afspraak, overleg=punt.overleg, casus=punt.casus)
            eigen = " ".join([punt.vraag, *(afspraak.wat for afspraak in afspraken)])
            mag |= {merk for merk in merken(eigen) if merk.startswith("w")}
        return mag

    def kijk_op_de_beamer(self) -> None:
        mag = self.wat_er_mag()
        for stap in (Step.BESLUIT, Step.MEENEMEN):
            beeld = beamerbeeld(self.sessie, NU, stap)
            self.venster.view.show_beeld(beeld)
            assert merken(_alles_in(beeld)) <= mag
            assert merken(_alles_op(self.venster)) <= mag
        type(self).gezien += bool(mag)

    def teardown(self) -> None:
        self.sessie.deleteLater()


def _speel(venster: BeamerWindow) -> int:
    BijDeBeamer.venster, BijDeBeamer.gezien = venster, 0
    rond = settings(ROND, max_examples=8, stateful_step_count=25)
    run_state_machine_as_test(BijDeBeamer, settings=rond)
    return BijDeBeamer.gezien


def test_na_elke_handeling_ziet_de_kamer_geen_naam_geen_kern_en_geen_andere_casus(
    beamer: BeamerWindow,
) -> None:
    assert _speel(beamer) > 20


@pytest.mark.parametrize("lek", ["_namen", "open_punt"])
def test_een_lek_zou_opvallen(
    beamer: BeamerWindow, lek: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tegenproef: namen blijven staan, of wat niet op tafel ligt is te zien."""
    if lek == "_namen":
        monkeypatch.setattr(beeld_module, "_namen", lambda *_: iter(()))
    else:
        alle = lambda sessie: next(iter(sessie.zoek(Bespreking)), None)  # noqa: E731 (een regel)
        monkeypatch.setattr(beeld_module.reading, "open_punt", alle)
    with pytest.raises(AssertionError):
        _speel(beamer)


# --- beeldpunten ---


def _andere_woorden(opslag: GeheugenOpslag) -> None:
    """Alles wat de kamer niet mag zien wordt iets anders, ook als het langer is."""
    for soort in (Professional, Betrokkene, Kringpersoon):
        for mens in opslag.zoek(soort):
            _vervang(opslag, mens, replace(mens, naam=f"Heel Iemand {mens.naam[::-1]} Anders"))
    for deel in opslag.zoek(Inbreng):
        _vervang(
            opslag, deel, replace(deel, kern="Iets anders.", noodzaak="Daarom.", motivering="x")
        )
    for punt in opslag.zoek(Bespreking):
        if punt.stand is not Stand.OPEN:
            _vervang(opslag, punt, replace(punt, vraag="Een andere vraag?", minuten=55))


def _noem_namen(opslag: GeheugenOpslag) -> None:
    """Iemand typte de naam van de betrokkene in de vraag."""
    punt = opslag.zoek(Bespreking, stand=Stand.OPEN)[0]
    betrokkene = opslag.haal(Betrokkene, punt.casus)
    assert betrokkene is not None
    _vervang(opslag, punt, replace(punt, vraag=f"Wie belt {betrokkene.naam} op?"))


def _beelden(sessie: Session, beamer: BeamerWindow) -> list[QImage]:
    beelden = []
    for stap in Step:
        beamer.view.show_beeld(beamerbeeld(sessie, NU, stap))
        QApplication.processEvents()
        beelden.append(beamer.grab().toImage())
    return beelden


@pytest.mark.parametrize("maat", [(1920, 1080), (1024, 768)])
def test_geen_beeldpunt_hangt_af_van_wat_de_kamer_niet_mag_zien(
    kijker: Kijker, beamer: BeamerWindow, maat: tuple[int, int]
) -> None:
    open_casus(kijker)
    breng_in(kijker.sessie, "i1")
    breng_in(kijker.sessie, "i2", "wmo")
    opslag = kijker.sessie.werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    beamer.setFixedSize(*maat)
    _noem_namen(opslag)
    _beelden(kijker.sessie, beamer)  # de eerste keer zoekt het venster zijn maat nog
    eerst = _beelden(kijker.sessie, beamer)
    assert _beelden(kijker.sessie, beamer) == eerst
    _andere_woorden(opslag)
    _noem_namen(opslag)
    assert _beelden(kijker.sessie, beamer) == eerst
    punt = opslag.zoek(Bespreking, stand=Stand.OPEN)[0]
    _vervang(opslag, punt, replace(punt, vraag="Iets dat de kamer wel mag zien?"))
    assert _beelden(kijker.sessie, beamer) != eerst, "anders zegt gelijk zijn niets"
