"""Elk papier en elke brief leest makkelijk genoeg, en docs/papieren.md zegt hoe makkelijk.

De lat is 60: bij Douma begint daar 'normaal'. Wie een zin verandert, verandert het getal; dan
staat hier welk getal in de tabel moet.
"""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from casus_app import opmaak
from casus_app.domein.verzoek import Verzoek, Verzoekverlenging, Weglating
from casus_app.opmaak.stuk import Stuk
from tests.casus_app.papier.leesbaarheid import NORMAAL, lettergrepen, score, zinnen
from tests.casus_app.papier.test_toegankelijk import CATALOGUS, STUKKEN
from tests.casus_app.papier.voorbeeld import DAG, ECHT, weekoverleg, zet

DOCS = Path(__file__).parents[3] / "docs" / "papieren.md"
RIJ = re.compile(r"^\| ([^|]+?) +\| +(\d+) \|$", re.MULTILINE)
WOORDEN_HOOGSTENS = 20
"""Hetzelfde als op een scherm (tests/ui/test_woorden.py)."""


def _verzoekbrief(*erbij: object, **klaar: object) -> Stuk:
    opslag = weekoverleg()
    verzoek = opslag.haal(Verzoek, "v1")
    zet(opslag, replace(verzoek, **klaar), *erbij)
    return opmaak.verzoekbrief(opslag, CATALOGUS, "v1", ECHT)


WAAR = {"verzoek": "v1", "casus": "K-2601", "op": DAG}
ELK: dict[str, Stuk] = {
    **{naam.replace("_", "-"): stuk for naam, stuk in STUKKEN.items() if naam != "lang"},
    "verzoekbrief, later": _verzoekbrief(
        Verzoekverlenging(**WAAR, uiterlijk=DAG + timedelta(days=90), reden="Het is veel.")
    ),
    "verzoekbrief, besluit": _verzoekbrief(
        Weglating(
            **WAAR, nummer=1, wat="De melder.", grond="uavg-41-i", motivering="x", beoordelaar="om"
        ),
        besluit="U krijgt de inzage.",
        motivering="Een deel blijft weg.",
        afgehandeld_op=DAG,
    ),
}


def test_de_tabel_in_de_docs_is_wat_nu_gemeten_wordt() -> None:
    gemeten = {naam: round(score(zinnen(stuk))) for naam, stuk in ELK.items()}
    in_de_docs = {naam: int(getal) for naam, getal in RIJ.findall(DOCS.read_text("utf-8"))}
    assert in_de_docs == gemeten


@pytest.mark.parametrize("naam", ELK)
def test_elk_papier_haalt_de_lat_en_heeft_geen_lange_zin(naam: str) -> None:
    gelezen = zinnen(ELK[naam])
    assert score(gelezen) >= NORMAAL
    lang = [zin for zin in gelezen if len(zin.split()) > WOORDEN_HOOGSTENS]
    assert lang == []


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("u", 1), ("over", 2), ("idee", 2), ("alinea", 4), ("iemand", 2), ("uitnodiging", 4),
        ("gegevensbescherming", 6), ("organisatie", 5), ("reeks", 1), ("schreeuw", 1), ("2026", 1),
        ("bloeien", 2), ("coördinator", 5), ("privacy", 3),
    ],
)  # fmt: skip
def test_lettergrepen_worden_geteld_zoals_men_ze_zegt(woord: str, aantal: int) -> None:
    assert lettergrepen(woord) == aantal


def test_de_maat_onderscheidt_de_wet_van_een_kinderboek() -> None:
    wet = (
        "De verwerkingsverantwoordelijke verstrekt de betrokkene onverwijld en in ieder geval "
        "binnen een maand na ontvangst van het verzoek krachtens de artikelen 15 tot en met 22 "
        "informatie over het gevolg dat aan het verzoek is gegeven."
    )
    boek = ["De kat zit op de mat.", "Hij kijkt naar de maan.", "Dan gaat hij naar bed."]
    assert score([wet]) < 45
    assert score(boek) > 100
