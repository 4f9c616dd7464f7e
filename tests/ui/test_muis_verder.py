"""Met alleen de muis wat het weekoverleg niet speelt: typen mag, maar alleen woorden.

Elke toets hier klikt zoals `QtMuis` het doet: op wat er te zien is, waar het staat.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.inbreng import Lot
from casus_app.domein.overleg import Bespreking, Deelname, Stand
from casus_app.domein.tafel import Hamerstuk
from tests.echt.mens import Deel
from tests.ui.handen import QtMuis
from tests.ui.kijken import Kijker
from tests.ui.tafelspel import (
    CASUS,
    OVERLEG,
    breng_in,
    inbreng,
    open_casus,
    spreek_af,
)
from tests.verhaal.aan_tafel_muis import Muis
from ui import reading

MENU = "MenuItem"


@pytest.fixture
def muis(kijker: Kijker) -> Iterator[Muis]:
    QAccessible.setActive(True)  # zoals met een schermlezer: dan houdt Qt een lijst bij
    yield Muis(QtMuis(kijker.venster))
    QAccessible.setActive(False)


def _kies(muis: Muis, veld: str, wat: str) -> None:
    muis.klik(veld, "ComboBox")
    muis.klik(wat, "ListItem")


def _bereid_hamerstuk(muis: Muis) -> None:
    muis.klik("Overleggen", "CheckBox")
    muis.klik("Dinsdag 24 november 2026")
    muis.klik("K-2601, Welke stap")
    muis.klik("De kamer klopt")
    muis.klik("Doe…")
    muis.klik("Aan tafel", MENU)
    muis.klik("Hamerstuk voorbereiden…", MENU)
    muis.schrijf("Voorstel voor het besluit", "Iedereen gaat door zoals afgesproken.")
    _kies(muis, "Aanspreekpunt", "R. van Dongen")
    muis.schrijf("Evaluatie op", "8-12-2026")
    muis.klik("Hamerstuk voorbereiden")
    muis.wacht_op("Voorgelezen: zo besloten")


def test_een_hamerstuk_voorstellen_en_zo_besluiten(kijker: Kijker, muis: Muis) -> None:
    _bereid_hamerstuk(muis)
    stuk = kijker.sessie.haal(Hamerstuk, OVERLEG, CASUS)
    assert stuk is not None
    assert (stuk.besluit, stuk.aanspreekpunt) == (
        "Iedereen gaat door zoals afgesproken.",
        "wijkagent",
    )
    muis.klik("Voorgelezen: zo besloten")
    kijker.qtbot.waitUntil(lambda: _punt(kijker).stand is Stand.GESLOTEN)
    assert _punt(kijker).besluit == stuk.besluit


def test_iemand_zegt_bespreken_en_het_voorstel_gaat_weg(kijker: Kijker, muis: Muis) -> None:
    _bereid_hamerstuk(muis)
    muis.klik("Iemand zegt: bespreken")
    kijker.qtbot.waitUntil(lambda: kijker.sessie.haal(Hamerstuk, OVERLEG, CASUS) is None)
    assert _punt(kijker).stand is Stand.GEPLAND


def _punt(kijker: Kijker) -> Bespreking:
    punt = kijker.sessie.haal(Bespreking, OVERLEG, CASUS)
    assert punt is not None
    return punt


def test_niemand_voor_al_wat_er_nog_ligt(kijker: Kijker, muis: Muis) -> None:
    open_casus(kijker)
    for welke in ("i1", "i2", "i3"):
        breng_in(kijker.sessie, welke, "wmo" if welke == "i2" else "wijkagent")
    muis.klik("Meenemen", "PageTab")
    muis.klik("Niemand voor de rest")
    loten = {inbreng(kijker.sessie, welke).lot for welke in ("i1", "i2", "i3")}
    assert loten == {Lot.NIEMAND}


def test_een_afspraak_is_gedaan_en_een_andere_niet_want(kijker: Kijker, muis: Muis) -> None:
    open_casus(kijker)
    for welke in ("a1", "a2"):
        spreek_af(kijker.sessie, welke, "wmo")
    muis.klik("Uit de vergadering")
    muis.klik("Afspraken", "CheckBox")
    muis.klik("Doen van a1.", "ListItem")
    muis.klik("✓ Gedaan")
    assert _afspraak(kijker, "a1").stand is StandAfspraak.AFGEROND
    muis.klik("Doen van a2.", "ListItem")
    muis.klik("✗ Niet gedaan, want…")
    muis.schrijf("Waarom is het niet gedaan?", "Hij was niet thuis.")
    muis.klik("Vastleggen")
    gezegd = _afspraak(kijker, "a2")
    assert (gezegd.stand, gezegd.toelichting) == (StandAfspraak.NIET_GEDAAN, "Hij was niet thuis.")


def _afspraak(kijker: Kijker, welke: str) -> Afspraak:
    gevonden = kijker.sessie.haal(Afspraak, welke)
    assert gevonden is not None
    return gevonden


def test_een_casus_verslepen_in_de_tafelindeling(kijker: Kijker, muis: Muis) -> None:
    muis.klik("Overleggen", "CheckBox")
    muis.klik("Dinsdag 24 november 2026")
    muis.klik("Tafelindeling")
    assert _agenda(kijker) == ["K-2601", "K-2602"]
    handen = muis.handen
    assert isinstance(handen, QtMuis)
    handen.wacht(lambda: len(_kolommen(muis)) == 2, "de tekening staat er niet")
    eerste, tweede = _kolommen(muis)
    handen.sleep(tweede, eerste.plek[0] + 5)
    kijker.qtbot.waitUntil(lambda: _agenda(kijker) == ["K-2602", "K-2601"])


def _agenda(kijker: Kijker) -> list[str]:
    return [punt.casus for punt in reading.agenda(kijker.sessie, OVERLEG)]


def _kolommen(muis: Muis) -> list[Deel]:
    return [deel for deel in muis.handen.delen() if deel.rol == "Kolom"]


def test_aan_tafel_iemand_toelaten(kijker: Kijker, muis: Muis) -> None:
    """K-2602 is nog niet open: bij de deur staat de knop, en daarna zit diegene er."""
    wie = "P. Hendriks"
    assert kijker.sessie.haal(Deelname, OVERLEG, "K-2602", "leefbaar") is None
    kijker.werk.show_casus(OVERLEG, "K-2602")
    muis.klik("De kamer klopt")
    muis.klik("Iemand toelaten…")
    _kies(muis, "Wie", wie)
    _kies(muis, "Rol aan tafel", "Uitvoerend")
    muis.klik("Wettelijke taak", "ComboBox")
    muis.klik("", "ListItem")
    muis.schrijf("Waarom is dit nodig", "Kent de woning.")
    muis.klik("Iemand toelaten bij een casus")
    toegelaten = kijker.sessie.haal(Deelname, OVERLEG, "K-2602", "leefbaar")
    assert toegelaten is not None
    assert toegelaten.noodzaak == "Kent de woning."
    muis.wacht_op("consulent leefbaarheid")
