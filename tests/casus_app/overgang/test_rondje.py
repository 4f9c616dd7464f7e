"""Eruit en er weer in is dezelfde casus; en wat er in de weg staat."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from casus_app.domein.casus import Betrokkene, Casus
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.domein.uitgifte import Uitgifte
from casus_app.opmaak import Opdruk
from casus_app.overgang import lees, schrijf, voorbeeld
from casus_app.overgang.vorm import NIET_MEE, OMGEVING
from casus_app.regels.bezit import alles_van
from casus_app.weigeringen import Code, Weigering
from storage import maak_kluis
from tests.bouw import VANDAAG, Tafel, een_volle_tafel
from tests.casus_app.opmaak.willekeur import DAG, overleggen
from tests.casus_app.overgang.test_vorm import uit
from tests.casus_app.papier.voorbeeld import zet
from tests.nep import GeheugenOpslag


def leeg(van: GeheugenOpslag, vandaag: date = VANDAAG) -> Tafel:
    """Een lege kluis van hetzelfde huis."""
    tafel = Tafel(vandaag=vandaag)
    huis = van.haal(Instelling, HUIS)
    assert huis is not None
    zet(tafel.opslag, huis)
    return tafel


def besproken() -> Tafel:
    tafel = een_volle_tafel()
    tafel.doe(
        "meenemen.toestaan", inbreng="i1", door="politie", ontvanger="college", afspraak="a1"
    )
    tafel.sluit().stel_vast()
    tafel.doe("plan.maken")
    tafel.doe("casus.verlengen", maanden=6)
    return tafel


def bestand(tafel: Tafel | None = None) -> bytes:
    return uit((tafel or besproken()).kopie(), ontvanger="Het andere huis", reden="Wij stoppen")[1]


@pytest.fixture(scope="module")
def boom() -> Callable[[], dict[str, Any]]:
    inhoud = bestand()
    return lambda: json.loads(inhoud)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(overleggen())
def test_wat_er_ook_in_de_kluis_staat_gelezen_is_het_hetzelfde(opslag: GeheugenOpslag) -> None:
    """Ook standen die geen handeling toelaat; of die hier mogen komen is aan de regels."""
    hier = Tafel(opslag=opslag, vandaag=DAG)
    for casus in opslag.zoek(Casus):
        gelezen = lees(_als_bestand(hier, casus.id))
        assert gelezen.fouten == ()
        mee = [een for een in alles_van(opslag, casus) if type(een) not in NIET_MEE]
        eigen = [rij.waarde for rij in gelezen.rijen if not isinstance(rij.waarde, OMGEVING)]
        assert sorted(map(repr, eigen)) == sorted(map(repr, mee))


def _als_bestand(tafel: Tafel, code: str) -> bytes:
    opslag = tafel.opslag
    casus, huis = tafel.haal(Casus, code), tafel.haal(Instelling, HUIS)
    opdruk = Opdruk(oefening=True, datum=tafel.vandaag)
    return schrijf(
        opslag, tafel.catalogus, huis, casus, opdruk, ontvanger="Ander", reden="Over"
    ).inhoud


def test_uitvoeren_vernietigen_en_elders_invoeren() -> None:
    hier = besproken()
    inhoud = bestand(hier)
    daar = leeg(hier.opslag)
    hier.doe("casus.vernietigen")
    antwoord = daar.doe("casus.invoeren", bestand=inhoud)
    assert antwoord["casus"] == "K-1"
    assert antwoord["nieuwe_professionals"] > 2
    assert bestand(daar) == inhoud
    assert daar.haal(Overleg, "o1").vastgesteld
    assert daar.haal(Bespreking, "o1", "K-1").stand is Stand.GESLOTEN
    regel = daar.opslag.regels[-1]
    assert (regel.handeling, regel.onderwerp) == ("casus.invoeren", ("casus", "K-1"))
    daar.weigert(Code.OVERLEG_VASTGESTELD, "overleg.agenderen")
    assert daar.doe("casus.vernietigen")["vernietigd"]["casus"] == 1
    assert daar.opslag.zoek(Betrokkene) == ()


def test_wat_hier_vernietigd_is_komt_niet_terug() -> None:
    hier = besproken()
    inhoud = bestand(hier)
    hier.doe("casus.vernietigen")
    hier.weigert(Code.BESTAAT_AL, "casus.invoeren", bestand=inhoud)


def test_in_een_echte_kluis_is_het_ook_hetzelfde(tmp_path: Any) -> None:
    hier = besproken()
    inhoud = bestand(hier)
    kluis = maak_kluis(tmp_path / "kluis", "een lange wachtzin", oefening=True)
    daar = Tafel(opslag=kluis)  # type: ignore[arg-type]
    daar.doe("instelling.inrichten")
    daar.doe("casus.invoeren", bestand=inhoud)
    assert _als_bestand(daar, "K-1") == _als_bestand(hier, "K-1")
    kluis.sluit()


def test_de_bewaartermijn_loopt_door() -> None:
    hier = besproken()
    daar = leeg(hier.opslag, VANDAAG + timedelta(days=400))
    daar.doe("casus.invoeren", bestand=bestand(hier))
    assert daar.haal(Casus, "K-1").vernietigen_op == hier.haal(Casus, "K-1").vernietigen_op


def test_wie_hier_al_is_blijft_zoals_hij_hier_is() -> None:
    hier = besproken()
    daar = leeg(hier.opslag)
    mens = replace(hier.haal(Professional, "politie"), functie="rechercheur")
    zet(daar.opslag, hier.haal(Partij, "p-politie"), mens)
    daar.doe("casus.invoeren", bestand=bestand(hier))
    assert daar.haal(Professional, "politie") == mens


def test_alleen_de_coordinator_voert_in() -> None:
    hier = besproken()
    daar = leeg(hier.opslag)
    for rol in ("voorzitter", "secretaris", "fg", "beheerder"):
        daar.weigert(Code.ROL_NIET_BEVOEGD, "casus.invoeren", als=rol, bestand=bestand(hier))


# --- wat er in de weg staat ---

Breek = Callable[[dict[str, Any]], object]


def _zet(tabel: str, veld: str, waarde: object) -> Breek:
    return lambda boom: boom["waarden"][tabel][0].update({veld: waarde})


FOUTEN: dict[str, tuple[Breek, str, str]] = {
    "uit een echte kluis": (lambda b: b.update(oefening=False), "oefening", "oefenkluis"),
    "tabel ontbreekt": (lambda b: b["waarden"].pop("zeef"), "waarden", "'zeef' ontbreekt"),
    "tabel te veel": (lambda b: b["waarden"].update(iets=[]), "waarden", "niet kent"),
    "veld ontbreekt": (
        lambda b: b["waarden"]["casus"][0].pop("doel"), "waarden.casus[0]", "'doel' ontbreekt",
    ),
    "veld te veel": (_zet("casus", "bsn", "1"), "waarden.casus[0]", "niet kent"),
    "geen tekst": (_zet("casus", "doel", 3), "waarden.casus[0].doel", "andere soort"),
    "geen ja of nee": (
        _zet("weging", "in_behandeling", 1), "waarden.weging[0].in_behandeling", "andere soort",
    ),
    "geen dag": (
        _zet("casus", "aangemeld_op", "24-11-2026"), "waarden.casus[0].aangemeld_op", "dag",
    ),
    "half teken in een keuze": (_zet("casus", "fase", "\ud800"), "waarden.casus[0]", "."),
    "half teken in een dag": (_zet("casus", "aangemeld_op", "\ud800"), "waarden.casus[0]", "."),
    "geen keuze": (_zet("casus", "fase", "weg"), "waarden.casus[0].fase", "vaste lijst"),
    "te groot": (_zet("weging", "nummer", 10**30), "waarden.weging[0].nummer", ""),
    "te lang": (_zet("casus", "doel", "x" * 20_001), "waarden.casus[0].doel", "te lang"),
    "nul": (_zet("casus", "doel", "a\0b"), "waarden.casus[0].doel", "onleesbaar"),
    "half teken": (_zet("casus", "doel", "\ud800"), "waarden.casus[0].doel", "onleesbaar"),
    "half teken in een rij": (
        _zet("casus", "leefgebieden", ["\udfff"]), "waarden.casus[0].leefgebieden", "onleesbaar",
    ),
    "rare aanduiding": (_zet("inbreng", "id", "../x"), "waarden.inbreng[0].id", "aanduiding"),
    "moment zonder zone": (
        _zet("bespreking", "geopend_op", "2026-11-24T09:30:00"),
        "waarden.bespreking[0].geopend_op", "tijdzone",
    ),
    "andere casus": (_zet("weging", "casus", "K-2"), "waarden.weging[0].casus", "andere casus"),
    "geen casus": (lambda b: b["waarden"].update(casus=[]), "waarden.casus", "één casus"),
    "wijst nergens naar": (
        _zet("inbreng", "inbrenger", "wie"), "waarden.inbreng[0].inbrenger", "wijst",
    ),
    "over niemand": (_zet("inbreng", "over", "oom"), "waarden.inbreng[0].over", "wijst"),
    "dubbel": (
        lambda b: b["waarden"]["inbreng"].append(b["waarden"]["inbreng"][0]),
        "waarden.inbreng[1]", "twee keer",
    ),
    "kader": (_zet("casus", "kader", "eigen"), "waarden.casus[0].kader", "catalogus"),
    "grondslag": (
        _zet("inbreng", "grondslag", "zomaar"), "waarden.inbreng[0].grondslag", "catalogus",
    ),
    "soort partij": (_zet("partij", "soort", "club"), "waarden.partij[0].soort", "catalogus"),
    "later": (
        _zet("casus", "aangemeld_op", "2030-01-01"), "waarden.casus[0].aangemeld_op", "toekomst",
    ),
    "langer bewaren": (
        _zet("casus", "vernietigen_op", "2040-01-01"),
        "waarden.casus[0].vernietigen_op", "verlengt de termijn niet",
    ),
    "zichzelf verlengd": (
        _zet("verlenging", "maanden", 600), "waarden.verlenging[0].maanden", "verlengd",
    ),
    "termijn om": (
        _zet("casus", "vernietigen_op", "2026-11-16"),
        "waarden.casus[0].vernietigen_op", "termijn is om",
    ),
    "op tafel": (_zet("bespreking", "stand", "open"), "waarden.bespreking[0].stand", "op tafel"),
}  # fmt: skip


@pytest.mark.parametrize("naam", FOUTEN)
def test_een_fout_noemt_de_plek_en_er_gaat_niets_in(
    naam: str, boom: Callable[[], dict[str, Any]]
) -> None:
    breek, plek, woord = FOUTEN[naam]
    stuk = boom()
    breek(stuk)
    inhoud = json.dumps(stuk).encode()
    daar = leeg(besproken().opslag)
    gezien = voorbeeld(daar.opslag, daar.catalogus, lees(inhoud), vandaag=VANDAAG, oefening=True)
    assert any(f.plek.startswith(plek) and woord in f.zin for f in gezien.fouten), gezien.fouten
    assert all(f.zin.endswith(".") for f in gezien.fouten)
    daar.weigert(Code.ONGELDIG, "casus.invoeren", bestand=inhoud)


HIER: dict[str, tuple[Callable[[Tafel], object], Code, str]] = {
    "dezelfde casus": (
        lambda t: zet(t.opslag, besproken().haal(Casus, "K-1")), Code.BESTAAT_AL, "casus",
    ),
    "dezelfde aanduiding": (
        lambda t: zet(t.opslag, *besproken().opslag.zoek(Uitgifte)), Code.ONGELDIG,
        "waarden.uitgifte[0]",
    ),
    "een ander mens": (
        lambda t: zet(t.opslag, Professional(id="politie", partij="p", naam="X", functie="f")),
        Code.ONGELDIG, "waarden.professional",
    ),
    "een ander overleg": (
        lambda t: zet(t.opslag, replace(besproken().haal(Overleg, "o1"), vastgesteld_op=None)),
        Code.ONGELDIG, "waarden.overleg[0]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", HIER)
def test_wat_hier_al_staat_wordt_niet_overschreven(naam: str) -> None:
    maak, code, plek = HIER[naam]
    inhoud = bestand()
    daar = leeg(besproken().opslag)
    maak(daar)
    gezien = voorbeeld(daar.opslag, daar.catalogus, lees(inhoud), vandaag=VANDAAG, oefening=True)
    assert gezien.fouten[0].plek.startswith(plek)
    daar.weigert(code, "casus.invoeren", bestand=inhoud)


def test_een_huis_dat_korter_bewaart_neemt_hem_niet_over() -> None:
    hier = besproken()
    daar = Tafel()
    zet(daar.opslag, replace(hier.haal(Instelling, HUIS), bewaartermijn_maanden=12))
    with pytest.raises(Weigering, match="verlengt de termijn niet"):
        daar.doe("casus.invoeren", bestand=bestand(hier))
