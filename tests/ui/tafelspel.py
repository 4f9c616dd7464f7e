"""Een casus aan tafel voor de toetsen: wie er is, wat er ligt, en toetsen die geteld worden."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.handelingen import HANDELINGEN
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.inbreng import AfspraakMaken, InbrengVastleggen
from tests.ui.kijken import Kijker
from ui.session import Session
from ui.tafel.meenemen.panel import MeenemenPanel

ALLEN = ("voorzitter", "wijkagent", "wmo", "spv", "leefbaar")
STOEL = {wie: nummer for nummer, wie in enumerate(ALLEN, start=1)}
OVERLEG, CASUS = "wk48", "K-2601"
TOETSEN = Path(__file__).parent.parent.parent / "docs" / "toetsen.md"


class Teller:
    """Drukt toetsen waar de cursor is, en telt ze."""

    def __init__(self, mens: Kijker) -> None:
        self._mens = mens
        self.aantal = 0

    def __call__(self, *toetsen: Qt.Key) -> None:
        for toets in toetsen:
            doel = QApplication.focusWidget()
            assert doel is not None, "de cursor is nergens"
            self._mens.qtbot.keyClick(doel, toets)
            self.aantal += 1
            QApplication.processEvents()


def gepubliceerd(wat: str) -> int:
    """Hoeveel toetsen docs/toetsen.md hiervoor noemt."""
    regel = re.search(rf"^\| {re.escape(wat)} \| (\d+) ", TOETSEN.read_text("utf-8"), re.MULTILINE)
    assert regel is not None, wat
    return int(regel[1])


def open_casus(mens: Kijker, wie: tuple[str, ...] = ALLEN) -> None:
    """K-2601 ligt op tafel; deze mensen zijn er."""
    assert mens.sessie.perform(BesprekingOpenen(overleg=OVERLEG, casus=CASUS, aanwezig=wie))
    mens.werk.show_casus(OVERLEG, CASUS)


def breng_in(sessie: Session, id: str, wie: str = "wijkagent", kern: str = "") -> None:
    assert sessie.perform(
        InbrengVastleggen(
            id=id,
            overleg=OVERLEG,
            casus=CASUS,
            inbrenger=wie,
            over="betrokkene",
            categorie="politiegegevens" if wie == "wijkagent" else "voorzieningen",
            niveau="inhoud",
            grondslag="wgs-1-5-wpg" if wie == "wijkagent" else "wgs-1-5",
            noodzaak="Risico.",
            kern=kern or f"Kern van {id}.",
        )
    )


def spreek_af(sessie: Session, id: str, wie: str) -> None:
    assert sessie.perform(
        AfspraakMaken(
            id=id,
            overleg=OVERLEG,
            casus=CASUS,
            uitvoerder=wie,
            wat=f"Doen van {id}.",
            uiterlijk=sessie.vandaag(),
        )
    )


def extra_mensen(sessie: Session, aantal: int) -> tuple[str, ...]:
    """Zoveel collega's van de Wmo-consulent, met een stoel."""
    wie = tuple(f"extra{nummer}" for nummer in range(aantal))
    for een in wie:
        maak = HANDELINGEN["professional.registreren"]
        naam = f"E. {een}"
        assert sessie.perform(maak(id=een, partij="waalstede", naam=naam, functie=f"hulp {een}"))
        assert sessie.perform(
            HANDELINGEN["deelname.toelaten"](
                overleg=OVERLEG,
                casus=CASUS,
                professional=een,
                rol="uitvoerend",
                taak="wmo",
                noodzaak="Helpt.",
            )
        )
    return wie


def naar_meenemen(mens: Kijker) -> MeenemenPanel:
    """De stap Meenemen, met de cursor in de matrix."""
    QApplication.processEvents()  # wat de bladzij na het openen nog met de cursor doet
    mens.werk.casus.go_to(4)
    QApplication.processEvents()
    paneel = mens.werk.casus.meenemen
    paneel.grid.setFocus()
    return paneel


def mee(sessie: Session, inbreng: str) -> dict[str, Meeneming]:
    return {een.ontvanger: een for een in sessie.zoek(Meeneming, inbreng=inbreng)}


def inbreng(sessie: Session, id: str) -> Inbreng:
    gevonden = sessie.haal(Inbreng, id)
    assert gevonden is not None
    return gevonden
