"""Wie kleuren niet of anders ziet: toestanden aan tafel blijven uit elkaar.

De kleuren worden nagebootst met de matrices van Machado, Oliveira en Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE TVCG 15(6), 2009),
volledige ernst, op lineair RGB. Twee beeldpunten zijn uit elkaar vanaf een ΔE van 10 (CIEDE2000):
één à twee is nauwelijks te zien als de kleuren naast elkaar liggen, tien ook met een blik en los
van elkaar. Van twee toestanden moeten er zoveel beeldpunten uit elkaar zijn als een letter heeft.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casus_app.domein.inbreng import Lot
from casus_app.domein.overleg import Rol
from casus_app.domein.tafel import SoortAkkoord, SoortHouding
from ui import theme
from ui.beamer.beeld import Cel
from ui.beamer.view import Mark as BeamerMark
from ui.tafel.meenemen.marks import draw_mark
from ui.tafel.meenemen.matrix import Mark
from ui.tafel.seat_button import SeatButton
from ui.tafel.seats import TableSeat
from ui.tafel.soft_clock import Pie, in_words
from ui.tafelindeling.painting import tokens_of
from ui.texts import word
from ui.theme import LIGHT, SCHEMES, Look, Tokens
from ui.verantwoording.bar import Bar
from ui.widgets.layout import holder, horizontal
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel, Tone

Kleur = tuple[float, float, float]

ZICHT: dict[str, tuple[Kleur, Kleur, Kleur]] = {
    "protanopie": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopie": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopie": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
UIT_ELKAAR = 10.0
PUNTEN = 20
KLEURLOOS = LIGHT._replace(
    **dict.fromkeys(("accent", "good", "warn", "bad"), LIGHT.ink),
    **dict.fromkeys(("accent_soft", "good_soft", "warn_soft", "bad_soft"), LIGHT.sheet),
)
"""Alles wat met kleur iets zegt heeft dezelfde kleur: wat overblijft is vorm en woord."""


# --- hoe iemand het ziet ---


def _recht(deel: float) -> float:
    return deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4


def gezien(rgb: int, zicht: str) -> Kleur:
    """Een beeldpunt in lineair RGB, zoals deze ogen het zien."""
    kleur = QColor.fromRgb(rgb)
    r, g, b = (_recht(deel) for deel in (kleur.redF(), kleur.greenF(), kleur.blueF()))
    if zicht not in ZICHT:
        return r, g, b
    een, twee, drie = (
        min(1.0, max(0.0, rij[0] * r + rij[1] * g + rij[2] * b)) for rij in ZICHT[zicht]
    )
    return een, twee, drie


def lab(kleur: Kleur) -> Kleur:
    """Lineair sRGB naar CIELAB, wit D65."""
    r, g, b = kleur
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def delta_e(een: Kleur, ander: Kleur) -> float:
    """CIEDE2000 (Sharma, Wu en Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = een, ander
    c7 = ((hypot(a1, b1) + hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - sqrt(c7 / (c7 + 25.0**7)))
    c1, c2 = hypot(a1 * (1 + g), b1), hypot(a2 * (1 + g), b2)
    h1, h2 = degrees(atan2(b1, a1 * (1 + g))) % 360, degrees(atan2(b2, a2 * (1 + g))) % 360
    grijs = c1 * c2 == 0
    draai = 0.0 if grijs else (h2 - h1 + 180) % 360 - 180
    d_h = 2 * sqrt(c1 * c2) * sin(radians(draai) / 2)
    h = h1 + h2 if grijs else (h1 + draai / 2) % 360
    l, c = (l1 + l2) / 2, (c1 + c2) / 2  # noqa: E741 (zo heet het in de formule)
    t = (
        1
        - 0.17 * cos(radians(h - 30))
        + 0.24 * cos(radians(2 * h))
        + 0.32 * cos(radians(3 * h + 6))
        - 0.20 * cos(radians(4 * h - 63))
    )
    s_l = 1 + 0.015 * (l - 50) ** 2 / sqrt(20 + (l - 50) ** 2)
    d_l, d_c, d_h = (l2 - l1) / s_l, (c2 - c1) / (1 + 0.045 * c), d_h / (1 + 0.015 * c * t)
    r_c = 2 * sqrt(c**7 / (c**7 + 25.0**7))
    r_t = -sin(radians(60 * exp(-(((h - 275) / 25) ** 2)))) * r_c
    return sqrt(d_l**2 + d_c**2 + d_h**2 + r_t * d_c * d_h)


@cache
def _apart(een: int, ander: int, zicht: str) -> bool:
    return delta_e(lab(gezien(een, zicht)), lab(gezien(ander, zicht))) >= UIT_ELKAAR


def punten_uit_elkaar(een: QImage, ander: QImage, zicht: str) -> int:
    """In hoeveel beeldpunten deze ogen verschil zien; een andere maat is ook een verschil."""
    if een.size() != ander.size():
        return PUNTEN
    paren = Counter(zip(_punten(een), _punten(ander), strict=True))
    return sum(aantal for (a, b), aantal in paren.items() if a != b and _apart(a, b, zicht))


def _punten(beeld: QImage) -> list[int]:
    return list(memoryview(beeld.constBits()).cast("I"))


# --- de toestanden ---


def _stoel(*, present: bool = True, speaks: bool = False, houding: str = "") -> QWidget:
    knop = SeatButton(None)  # type: ignore[arg-type]  # een stoel zonder tafel
    soort = SoortHouding(houding) if houding else None
    zit = TableSeat(2, "p", "N.", "wijkagent", "politie", Rol.UITVOEREND, present, False, soort)
    knop.show_seat(zit, speaks=speaks)
    return knop


def _klok(gebruikt: int) -> QWidget:
    taart, (tekst, toon) = Pie(), in_words(gebruikt, 30)
    taart.part = gebruikt / 30
    return holder(horizontal(taart, PlainLabel(tekst, tone=toon, wrap=False), None))


def _melding(toon: Tone) -> QWidget:
    melding = Notice()
    melding.say("Zo zit het.", tone=toon)
    return melding


def _label(tekst: str, toon: Tone) -> QWidget:
    return PlainLabel(tekst, kind="tag", tone=toon, wrap=False)


class _Teken(QWidget):
    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark

    def paintEvent(self, _event: object) -> None:  # noqa: N802 (zo heet het in Qt)
        painter = QPainter(self)
        tokens = tokens_of(QApplication.palette())
        draw_mark(painter, QRectF(self.rect()), self._mark, tokens)
        painter.end()


def _loten() -> Iterator[QWidget]:
    tonen: dict[Lot, Tone] = {Lot.MEE: "good", Lot.ONBESLIST: "warn"}
    for lot in Lot:
        yield _label(word(lot), tonen.get(lot, ""))


SOORTEN: dict[str, Callable[[], list[QWidget]]] = {
    "klok": lambda: [_klok(5), _klok(26), _klok(40)],
    "stoel": lambda: [
        _stoel(),
        _stoel(speaks=True),
        _stoel(present=False),
        *(_stoel(houding=soort) for soort in SoortHouding),
    ],
    "melding": lambda: [_melding(toon) for toon in ("", "warn", "bad")],
    "wat er ligt": lambda: list(_loten()),
    "akkoord": lambda: [
        _label("nog niet gevraagd", ""),
        _label(word(SoortAkkoord.AKKOORD), "good"),
        _label(word(SoortAkkoord.NIET), "warn"),
    ],
    "matrix": lambda: [_Teken(mark) for mark in Mark],
    "beamer": lambda: [BeamerMark(cel, 40, 40, "") for cel in Cel],
    "jaarbeeld": lambda: [Bar(0.2), Bar(0.7)],
}


def _getekend(soort: str, tokens: Tokens, qtbot: QtBot) -> list[QImage]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Look(tokens))
    beelden = []
    for widget in SOORTEN[soort]():
        qtbot.addWidget(widget)
        widget.setFixedSize(max(widget.sizeHint().width(), 220), 60)
        widget.show()
        QApplication.processEvents()
        if (hier := QApplication.focusWidget()) is not None:
            hier.clearFocus()  # waar de cursor is hoort niet bij de toestand
        beelden.append(widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    theme.apply(app, Look())
    return beelden


def _verward(beelden: list[QImage], zicht: str) -> list[tuple[int, int]]:
    return [
        (een, ander)
        for een, ander in combinations(range(len(beelden)), 2)
        if punten_uit_elkaar(beelden[een], beelden[ander], zicht) < PUNTEN
    ]


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("tokens", SCHEMES, ids=lambda tokens: tokens.name)
def test_twee_toestanden_blijven_uit_elkaar_voor_wie_kleuren_anders_ziet(
    qtbot: QtBot, tokens: Tokens, soort: str
) -> None:
    beelden = _getekend(soort, tokens, qtbot)
    assert len(beelden) > 1
    verward = {zicht: _verward(beelden, zicht) for zicht in ("gewoon", *ZICHT)}
    assert not any(verward.values()), verward


@pytest.mark.parametrize("soort", SOORTEN)
def test_zonder_enige_kleur_zegt_een_vorm_of_een_woord_het(
    qtbot: QtBot, soort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "LIGHT", KLEURLOOS)
    monkeypatch.setattr(theme, "SCHEMES", (KLEURLOOS,))
    assert _verward(_getekend(soort, KLEURLOOS, qtbot), "gewoon") == []


def test_alleen_een_kleur_zou_opvallen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tegenproef: drie meldingen met alleen een kleur, en groen naast rood."""
    kleuren = lambda: [_label("zo", toon) for toon in ("good", "warn", "bad")]  # noqa: E731 (een regel)
    monkeypatch.setitem(SOORTEN, "melding", kleuren)
    beelden = _getekend("melding", LIGHT, qtbot)
    assert _verward(beelden, "gewoon") == []
    assert (0, 2) in _verward(beelden, "deuteranopie")


def test_het_rekenen_klopt_met_gepubliceerde_getallen() -> None:
    """Uit Sharma, Wu en Dalal, en grijs blijft grijs: elke rij telt op tot één."""
    assert delta_e((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert delta_e((50, 2.5, 0), (61, -5, 29)) == pytest.approx(22.8977, abs=1e-4)
    assert delta_e((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514)) == pytest.approx(
        0.9082, abs=1e-4
    )
    for matrix in ZICHT.values():
        assert [sum(rij) for rij in matrix] == pytest.approx([1, 1, 1], abs=1e-5)
