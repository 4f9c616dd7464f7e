"""Wat er in het bestand staat: elke klasse van het vak, of met reden niet; en het schema klopt."""

import importlib
import json
import pkgutil
import sqlite3
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import casus_app.domein
from casus_app.domein.uitgifte import SoortPapier, Uitgifte
from casus_app.overgang import schema
from casus_app.overgang.verwijzing import verwijst
from casus_app.overgang.vorm import NIET_MEE, SOORTEN, VERSIE, VORM, rijvorm, tabel
from casus_app.regels.bezit import SOORTEN as VAN_DE_CASUS
from casus_app.weigeringen import Code
from resources import bytes_van
from storage.rows import table_name
from tests.bouw import Tafel, een_tafel, een_volle_tafel

SQL = Path(__file__).parents[3] / "storage" / "migraties" / "0001_begin.sql"


def _klassen() -> set[type]:
    namen = (
        f"casus_app.domein.{deel.name}" for deel in pkgutil.iter_modules(casus_app.domein.__path__)
    )
    modulen = [importlib.import_module(naam) for naam in namen]
    return {
        ding
        for module in modulen
        for ding in vars(module).values()
        if isinstance(ding, type)
        and hasattr(ding, "SLEUTEL")
        and ding.__module__ == module.__name__
    }


def test_elke_klasse_van_het_vak_gaat_mee_of_met_reden_niet() -> None:
    assert len(SOORTEN) == len(set(SOORTEN))
    assert set(SOORTEN).isdisjoint(NIET_MEE)
    assert {*SOORTEN, *NIET_MEE} == _klassen()
    assert all(len(reden) > 20 for reden in NIET_MEE.values())


def test_wat_met_een_casus_vernietigd_wordt_is_ook_wat_er_meegaat() -> None:
    met_casus = {k for k in _klassen() if "casus" in {veld.name for veld in fields(k)}}
    assert met_casus <= set(VAN_DE_CASUS)
    assert set(VAN_DE_CASUS) - set(SOORTEN) <= set(NIET_MEE)


def test_een_tabel_heet_in_het_bestand_zoals_in_de_kluis() -> None:
    assert [tabel(soort) for soort in SOORTEN] == [table_name(soort) for soort in SOORTEN]


def test_het_schema_is_dat_van_de_klassen_van_nu() -> None:
    """Anders: `python -m casus_app schema > resources/overgang/casus-1.schema.json`."""
    assert bytes_van(f"overgang/casus-{VERSIE}.schema.json") == schema()


def test_het_schema_kent_van_elke_klasse_elk_veld_en_laat_niets_anders_toe() -> None:
    delen = json.loads(schema())["$defs"]
    for soort in SOORTEN:
        deel = delen[soort.__name__]
        namen = [veld.name for veld in fields(soort)]
        assert list(deel["properties"]) == namen
        assert deel["required"] == namen
        assert deel["additionalProperties"] is False
        assert deel["description"], soort
    assert list(delen["Waarden"]["required"]) == [tabel(soort) for soort in SOORTEN]


def test_elke_verwijzing_van_de_kluis_is_er_hier_een() -> None:
    kluis = sqlite3.connect(":memory:")
    kluis.executescript(SQL.read_text("utf-8"))
    gezien = 0
    for soort in SOORTEN:
        for rij in kluis.execute(f"PRAGMA foreign_key_list({tabel(soort)})"):
            naar, veld = rij[2], rij[3]
            wijst = verwijst(soort, veld)
            assert wijst is not None, (soort, veld)
            # overleg en casus samen wijzen naar de bespreking; elk apart naar zichzelf
            assert tabel(wijst) in ({naar} if naar != "bespreking" else {"overleg", "casus"})
            gezien += 1
    kluis.close()
    assert gezien > 40


def test_alleen_teksten_zijn_verwijzingen() -> None:
    for soort in SOORTEN:
        hints = get_type_hints(soort)
        for veld in fields(soort):
            if verwijst(soort, veld.name):
                assert hints[veld.name] in (str, str | None, tuple[str, ...]), (soort, veld.name)


# --- de handeling ---


def uit(tafel: Tafel, **velden: object) -> tuple[dict, bytes]:
    """Wat `casus.uitvoeren` geeft: het gelezen bestand en zijn bytes."""
    bytes_ = []
    druk = tafel.werkbank._druk
    tafel.werkbank._druk = lambda uitgave: bytes_.append(uitgave.inhoud) or druk(uitgave)
    try:
        tafel.doe("casus.uitvoeren", **velden)
    finally:
        tafel.werkbank._druk = druk
    return json.loads(bytes_[0]), bytes_[0]


def _besproken() -> Tafel:
    tafel = een_volle_tafel()
    tafel.doe("meenemen.niemand", inbreng="i1", door="politie")
    return tafel.sluit()


def test_uitvoeren_geeft_alles_van_de_casus_en_wie_erbij_hoort() -> None:
    boom, _ = uit(_besproken(), ontvanger="Het andere huis", reden="Wij houden op")
    assert (boom["vorm"], boom["versie"]) == (VORM, VERSIE)
    assert (boom["ontvanger"], boom["reden"]) == ("Het andere huis", "Wij houden op")
    assert list(boom["waarden"]) == [tabel(soort) for soort in SOORTEN]
    rijen = boom["waarden"]
    assert [rij["id"] for rij in rijen["inbreng"]] == ["i1"]
    assert [rij["id"] for rij in rijen["verzoek"]] == ["v1"]
    assert {"zvh", "politie", "college"} <= {mens["id"] for mens in rijen["professional"]}
    assert {mens["partij"] for mens in rijen["professional"]} <= {p["id"] for p in rijen["partij"]}
    assert "huisarts" not in {mens["id"] for mens in rijen["professional"]}


def test_dezelfde_casus_geeft_dezelfde_bytes_en_de_velden_van_het_schema() -> None:
    tafel = _besproken()
    boom, eerste = uit(tafel.kopie())
    assert uit(tafel.kopie())[1] == eerste
    for soort in SOORTEN:
        for rij in boom["waarden"][tabel(soort)]:
            assert list(rij) == list(rijvorm(soort).__struct_fields__)


def test_het_register_weet_aan_wie_en_waarom() -> None:
    tafel = _besproken()
    tafel.doe("casus.uitvoeren", ontvanger="Het andere huis", reden="Wij houden op")
    (uitgifte,) = tafel.opslag.zoek(Uitgifte, soort=SoortPapier.OVERGANG)
    assert (uitgifte.ontvanger, uitgifte.reden) == ("Het andere huis", "Wij houden op")
    assert uitgifte.naam == "casus-K-1.json"
    regel = tafel.opslag.regels[-1]
    assert (regel.handeling, regel.uitkomst) == ("casus.uitvoeren", "gelukt")
    assert "andere huis" not in repr(regel)


def test_alleen_de_coordinator_voert_uit_en_nooit_van_tafel() -> None:
    tafel = een_tafel()
    for rol in ("voorzitter", "secretaris", "fg", "beheerder"):
        tafel.weigert(Code.ROL_NIET_BEVOEGD, "casus.uitvoeren", als=rol)
    tafel.open()
    tafel.weigert(Code.ONGELDIG, "casus.uitvoeren")
    tafel.weigert(Code.ONGELDIG, "casus.uitvoeren", ontvanger=" ")
    tafel.weigert(Code.ONGELDIG, "casus.uitvoeren", reden="")
