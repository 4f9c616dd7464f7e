"""Wat een schermlezer aan tafel voorleest, stap voor stap: de echte boom, van begin tot eind.

`python -m tests.ui.schermlezer` schrijft het in docs/schermlezer.md; een toets kijkt of het klopt.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.tafelspel import CASUS, OVERLEG, breng_in, spreek_af
from ui.main_window import MainWindow
from ui.tafel.steps import TEXTS, Step

STUK = Path(__file__).parents[2] / "docs" / "schermlezer.md"
HIER = ("voorzitter", "wijkagent", "wmo", "spv")
_ROL = QAccessible.Role
ROLLEN = {
    _ROL.StaticText: "tekst",
    _ROL.Button: "knop",
    _ROL.CheckBox: "vinkje",
    _ROL.EditableText: "tekstvak",
    _ROL.ComboBox: "keuzelijst",
    _ROL.PageTabList: "tabs",
    _ROL.PageTab: "tab",
    _ROL.Table: "tabel",
    _ROL.Cell: "cel",
    _ROL.ColumnHeader: "kolomkop",
    _ROL.Client: "groep",
    _ROL.Border: "groep",
    _ROL.Window: "venster",
    _ROL.MenuItem: "menu",
}
STIL = {_ROL.ScrollBar}
"""Wat een schermlezer zelf al is: verder lezen schuift mee."""
BEGIN = """# Wat een schermlezer aan tafel voorleest

Elke stap van de vergadermodus, in de volgorde waarin de toegankelijkheidsboom van Qt het geeft.
Tab gaat in dezelfde volgorde langs wat men kan bedienen. Het verhaal is steeds: **kop** (casus,
vraag, klok, stap), **deur**, **spiekbrief**, **tafel** (wie er zit), wat er bij deze stap
gevraagd wordt, **wat er ligt**, **afspraken**, **invoer**. Dat is de volgorde waarin het op het
scherm staat; de spiekbrief komt dus voor de stoelen, want die zin zegt de voorzitter eerst. Bij
Meenemen en Sluiten zijn de stoelen de kolommen en de rijen.

Elke regel is: wat het is, hoe het heet, en daarna wat het uitlegt of hoe het staat. Schuifbalken
zijn weggelaten. De naam van een tekstvak is de naam; wat erin getypt is leest de schermlezer als
waarde.

Grenzen, door Qt: een rij tabs heet naar het tabblad dat voor staat; een titel is gewone tekst en
geen kop; naast een vinkje of in een rij die men kan openen staat dezelfde tekst nog eens. Dit is
de boom in het programma zelf (`QAccessible`); zij is hier niet over AT-SPI gelezen, de bus waar
een schermlezer op Linux naar luistert.

Gemaakt met `python -m tests.ui.schermlezer`; `tests/ui/test_schermlezer.py` vergelijkt het met
wat er nu voorgelezen wordt.
"""


class Gehoord(NamedTuple):
    """Eén onderdeel, zoals het voorgelezen wordt."""

    rol: str
    naam: str
    waarde: str
    rest: tuple[str, ...]
    ding: QWidget | None
    """Het onderdeel zelf; een cel of een tab heeft er geen."""

    def __str__(self) -> str:
        waarde = f"= {self.waarde}" if self.waarde else ""
        zin = " · ".join(deel for deel in (self.naam, waarde, *self.rest) if deel)
        return f"{self.rol}: {zin}"


def voorgelezen(wortel: QWidget) -> Iterator[Gehoord]:
    """Alles wat te zien is en een naam heeft of de cursor kan krijgen, zoals het komt."""
    begin = QAccessible.queryAccessibleInterface(wortel)
    stapel = [begin] if begin is not None else []
    while stapel:
        deel = stapel.pop()
        ding = deel.object()
        los = isinstance(ding, QWidget) and ding.isWindow() and ding is not wortel
        if deel.state().invisible or los:
            continue
        gehoord = _gehoord(deel)
        if deel.role() not in STIL and (gehoord.naam or deel.state().focusable):
            yield gehoord
        kinderen = [deel.child(n) for n in range(deel.childCount())]
        stapel += [kind for kind in reversed(kinderen) if kind is not None and kind.isValid()]


def _gehoord(deel: QAccessibleInterface) -> Gehoord:
    stand, ding = deel.state(), deel.object()
    uitleg = deel.text(QAccessible.Text.Description).strip()
    standen = (
        ("aan", stand.checkable and stand.checked),
        ("uit", stand.checkable and not stand.checked),
        ("gekozen", bool(stand.selected)),
        ("kan niet", bool(stand.disabled)),
    )
    return Gehoord(
        ROLLEN.get(deel.role(), str(deel.role())),
        deel.text(QAccessible.Text.Name).strip(),
        deel.text(QAccessible.Text.Value).strip(),
        (f"({uitleg})" if uitleg else "", *(woord for woord, zo in standen if zo)),
        ding if isinstance(ding, QWidget) else None,
    )


def stappen(venster: MainWindow) -> Iterator[tuple[str, list[Gehoord]]]:
    """De deurwissel en elke stap, van een casus waar al iets ligt."""
    from casus_app.handelingen.bespreking import BesprekingOpenen

    werk, sessie = venster.workspace, venster.session
    assert werk is not None
    assert sessie is not None
    werk.show_casus(OVERLEG, CASUS)
    yield "Deurwissel", _nu(venster)
    assert sessie.perform(BesprekingOpenen(overleg=OVERLEG, casus=CASUS, aanwezig=HIER))
    breng_in(sessie, "i1")
    breng_in(sessie, "i2", "wmo")
    spreek_af(sessie, "a1", "wmo")
    werk.casus.staat.let_speak("wijkagent")
    werk.casus.table.choose(1)
    for stap in Step:
        werk.casus.go_to(stap)
        yield TEXTS[stap].name, _nu(venster)


def _nu(venster: MainWindow) -> list[Gehoord]:
    for _ in range(3):  # een bladzij schikt zich in een paar keer
        QApplication.processEvents()
    return list(voorgelezen(venster))


def stuk(venster: MainWindow) -> str:
    """De hele tekst van docs/schermlezer.md."""
    delen = [BEGIN]
    for naam, gehoord in stappen(venster):
        regels = [str(een) for een in gehoord if een.rol not in {"venster", "menu"}]
        delen.append("\n".join([f"## {naam}", "", "```text", *regels, "```", ""]))
    return "\n".join(delen)


def schrijf() -> None:
    """Maakt docs/schermlezer.md opnieuw."""
    from tests.ui.conftest import een_venster
    from tests.ui.nepdeuren import NepDeuren, een_verhaal
    from ui.application import application

    app = application()
    with TemporaryDirectory() as map_, een_venster(NepDeuren(), Path(map_)) as venster:
        venster.enter(een_verhaal())
        STUK.write_text(stuk(venster), "utf-8")
        sys.stdout.write(f"{STUK}\n")
    del app


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    schrijf()
