"""Het logboek inzien en uitvoeren: wat erin staat, wat niet, en wie het mag."""

import csv
import io
import json
import re
from datetime import date
from typing import Any

import pytest

from casus_app.lijsten.logboek import actie
from casus_app.opmaak import Tekststuk
from casus_app.poorten import Papier
from casus_app.regels.logboek import ZONDER_HANDELING
from casus_app.rollen import MAG, Gebruikersrol
from casus_app.weigeringen import Code
from tests.bouw import MARKERING, Tafel, een_volle_tafel

VELDEN = {"vorm": "json"}


@pytest.fixture
def tafel() -> Tafel:
    return een_volle_tafel()


@pytest.fixture
def uitgaven(tafel: Tafel, monkeypatch: pytest.MonkeyPatch) -> list[Tekststuk]:
    """Wat er gemaakt is, voor het gedrukt werd."""
    gemaakt: list[Tekststuk] = []

    def druk(uitgave: Any) -> Papier:
        gemaakt.append(uitgave)
        return Papier(uitgave.naam, uitgave.inhoud)

    monkeypatch.setattr(tafel.werkbank, "_druk", druk)
    return gemaakt


def test_json_heeft_de_namen_van_nen_7513_en_geen_inhoud(
    tafel: Tafel, uitgaven: list[Tekststuk]
) -> None:
    tafel.probeer("toon.casus", als="beheerder")
    antwoord = tafel.doe("logboek.uitvoeren", vorm="json", als="fg")
    (stuk,) = uitgaven
    assert (stuk.naam, antwoord["bestanden"]) == ("logboek-2026-11-16.json", [stuk.naam])
    alles = json.loads(stuk.inhoud)
    assert alles["bron"]["PurposeOfUse"] == "wgs"
    assert alles["bron"]["laatste_zegel"]
    regels = alles["regels"]
    assert [regel["nummer"] for regel in regels] == list(range(1, antwoord["aantal_regels"] + 1))
    pseudoniem = tafel.opslag.pseudoniem("casus", "K-1")
    laatste = regels[-1]
    assert re.fullmatch(r"2026-11-16T.*\+00:00", laatste.pop("EventDateTime"))
    assert laatste == {
        "nummer": len(regels),
        "EventID": "toon.casus",
        "EventActionCode": "R",
        "EventOutcomeIndicator": "4",
        "EventTypeCode": "rol-niet-bevoegd",
        "UserID": "beheerder",
        "UserIsRequestor": True,
        "RoleIDCode": "beheerder",
        "ParticipantObjectIDTypeCode": "casus",
        "ParticipantObjectID": pseudoniem,
    }
    assert MARKERING not in stuk.inhoud.decode()
    assert "K-1" not in stuk.inhoud.decode()


def test_csv_is_veilig_en_heeft_een_rij_per_regel(tafel: Tafel, uitgaven: list[Tekststuk]) -> None:
    tafel.doe("logboek.uitvoeren", vorm="csv", handeling="casus.wegen")
    (stuk,) = uitgaven
    koppen, *rijen = csv.reader(io.StringIO(stuk.inhoud.decode("utf-8-sig")), delimiter=";")
    assert koppen[:5] == ["nummer", "moment", "gebruiker", "rol", "handeling"]
    assert [rij[4] for rij in rijen] == ["casus.wegen"]
    assert not any(re.match(r"[=+\-@\t\r]", cel) for rij in rijen for cel in rij)


def test_een_periode_telt_beide_dagen_mee(tafel: Tafel) -> None:
    def aantal(**velden: object) -> int:
        return len(tafel.doe("logboek.inzien", handeling="casus.wegen", **velden)["logregels"])

    dag, later = date(2026, 11, 16), date(2026, 11, 17)
    assert aantal(vanaf=dag, tot_en_met=dag) == 1
    assert aantal(vanaf=later) == 0
    assert aantal(tot_en_met=date(2026, 11, 15)) == 0
    assert aantal(tot_en_met=date.max) == 1


@pytest.mark.parametrize(
    "velden",
    [
        {"handeling": "casus.opeten"},
        {"gebruikersrol": "directeur"},
        {"uitkomst": "misschien"},
        {"vanaf": date(2026, 11, 17), "tot_en_met": date(2026, 11, 16)},
        {"vorm": "pdf"},
    ],
    ids=lambda velden: next(iter(velden)),
)
def test_wat_niet_gezocht_kan_worden_wordt_geweigerd(
    tafel: Tafel, velden: dict[str, object]
) -> None:
    assert tafel.probeer("logboek.uitvoeren", **{**VELDEN, **velden}) is Code.ONGELDIG


def test_een_vreemde_casus_is_onbekend(tafel: Tafel) -> None:
    assert tafel.probeer("logboek.inzien", casus="K-99") is Code.ONBEKEND


@pytest.mark.parametrize("naam", ["logboek.inzien", "logboek.uitvoeren"])
@pytest.mark.parametrize("rol", list(Gebruikersrol))
def test_alleen_wie_controleert_leest_het_logboek(
    tafel: Tafel, naam: str, rol: Gebruikersrol
) -> None:
    velden = VELDEN if naam == "logboek.uitvoeren" else {}
    verwacht = None if rol in MAG[naam] else Code.ROL_NIET_BEVOEGD
    assert tafel.probeer(naam, als=rol, **velden) is verwacht
    laatste = tafel.opslag.regels[-1]
    assert (laatste.handeling, laatste.uitkomst) == (naam, "geweigerd" if verwacht else "gelukt")


def test_te_veel_voor_een_bestand_zegt_wat_te_doen(
    tafel: Tafel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casus_app.handelingen.logboek.UITGEVOERD_HOOGSTENS", 3)
    assert tafel.probeer("logboek.uitvoeren", **VELDEN) is Code.ONGELDIG
    assert tafel.probeer("logboek.uitvoeren", handeling="casus.wegen", **VELDEN) is None


@pytest.mark.parametrize("naam", sorted([*MAG, *ZONDER_HANDELING]))
def test_elke_handeling_heeft_een_actie(naam: str) -> None:
    assert actie(naam) in set("CRUDE")


@pytest.mark.parametrize(
    ("naam", "letter"),
    [
        ("casus.aanmelden", "C"),
        ("toon.overleg", "R"),
        ("logboek.controleren", "R"),
        ("casus.wegen", "U"),
        ("casus.vernietigen", "D"),
        ("inbreng.schrappen", "D"),
        ("verslag.maken", "E"),
        ("afspraak.maken", "C"),
    ],
)
def test_de_actie_zegt_wat_er_gebeurde(naam: str, letter: str) -> None:
    assert actie(naam) == letter
