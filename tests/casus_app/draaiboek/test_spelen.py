"""Spelen: elke afwijking gemeld, met beide uitkomsten, en daarna gewoon verder."""

from datetime import date
from typing import Any

from casus_app import draaiboek
from casus_app.catalogus import laad
from casus_app.domein.klok import OEFENKLOK, Oefenklok
from casus_app.poorten import Papier
from casus_app.werkbank import Werkbank
from tests.nep import GeheugenOpslag, StilleKlok

KOP = 'titel = "Proef"\nkader = "wgs"\nvandaag = {dag}\n'
HUIS = (
    '[[stap]]\ndoe = "instelling.inrichten"\nnaam = "Huis"\nverantwoordelijke = "x"\n'
    'contactpunt = "x"\nfg = "x"\n'
)
PARTIJ = '[[stap]]\ndoe = "partij.registreren"\nid = "p"\nsoort = "politie"\nnaam = "P"\n'
KLOK = '[[stap]]\ndoe = "klok.zetten"\ndatum = 2027-01-04\n'


def _werkbank() -> Werkbank:
    return Werkbank(
        GeheugenOpslag(),
        StilleKlok(),
        laad(),
        lambda uitgave: Papier(uitgave.naam, b""),
        oefening=True,
    )


def _speel(
    tekst: str, werkbank: Werkbank | None = None, dag: str = "2026-11-16"
) -> tuple[list[dict[str, Any]], list[draaiboek.Afwijking]]:
    regels: list[dict[str, Any]] = []
    gelezen = draaiboek.lees((KOP.format(dag=dag) + tekst).encode(), "p.toml", laad().kaders)
    afwijkingen = draaiboek.speel(
        gelezen, werkbank or _werkbank(), regels.append, lambda _papier: None
    )
    return regels, afwijkingen


def test_een_stap_die_geweigerd_wordt_maar_moest_lukken_wijkt_af() -> None:
    _, afwijkingen = _speel(HUIS + HUIS + PARTIJ)
    assert [(een.nr, een.melding) for een in afwijkingen] == [
        (2, "verwacht was gelukt, maar het was de weigering 'bestaat-al'")
    ]


def test_een_stap_die_lukt_maar_geweigerd_moest_worden_wijkt_af() -> None:
    _, (een,) = _speel(HUIS + 'verwacht = "bestaat-al"\n')
    assert een.melding == "verwacht was de weigering 'bestaat-al', maar het was gelukt"


def test_een_andere_weigering_dan_verwacht_wijkt_af() -> None:
    _, (een,) = _speel(HUIS + HUIS + 'verwacht = "ongeldig"\n')
    assert "'ongeldig'" in een.melding
    assert "'bestaat-al'" in een.melding


def test_een_ander_antwoord_dan_verwacht_wijkt_af() -> None:
    nalopen = '[[stap]]\ndoe = "termijnen.nalopen"\nantwoord = { verzoeken = ["v1"] }\n'
    _, (een,) = _speel(HUIS + nalopen)
    assert een.nr == 2
    assert "v1" in een.melding


def test_van_het_antwoord_hoeft_alleen_te_kloppen_wat_er_staat() -> None:
    nalopen = '[[stap]]\ndoe = "termijnen.nalopen"\nantwoord = { verzoeken = [] }\n'
    assert _speel(HUIS + nalopen)[1] == []


def test_een_veld_dat_het_antwoord_niet_heeft_wijkt_af() -> None:
    nalopen = '[[stap]]\ndoe = "termijnen.nalopen"\nantwoord = { iets = [] }\n'
    assert len(_speel(HUIS + nalopen)[1]) == 1


def test_ja_is_geen_een_in_een_antwoord() -> None:
    controle = '[[stap]]\ndoe = "logboek.controleren"\nantwoord = { heel = 1 }\n'
    assert len(_speel(HUIS + controle)[1]) == 1


def test_een_regel_zegt_wat_er_gebeurde() -> None:
    regels, _ = _speel(HUIS + PARTIJ + PARTIJ + 'verwacht = "bestaat-al"\n')
    assert regels[1] == {
        "nr": 2,
        "doe": "partij.registreren",
        "id": "p",
        "uitkomst": "gelukt",
        "antwoord": {},
    }
    assert regels[2]["uitkomst"] == "geweigerd"
    assert regels[2]["code"] == "bestaat-al"
    assert set(regels[2]) >= {"nr", "doe", "uitkomst", "code", "melding"}


def test_de_klok_begint_op_vandaag_en_een_volgend_draaiboek_begint_weer_op_zijn_vandaag() -> None:
    werkbank = _werkbank()
    _speel(HUIS + KLOK, werkbank)
    assert werkbank.klok.vandaag() == date(2027, 1, 4)
    _speel(PARTIJ, werkbank, dag="2027-02-01")
    assert werkbank.opslag.haal(Oefenklok, OEFENKLOK) == Oefenklok(
        id=OEFENKLOK, dag=date(2027, 2, 1)
    )


def test_twee_keer_hetzelfde_draaiboek_op_een_kluis_zegt_de_tweede_keer_dat_het_er_al_is() -> None:
    werkbank = _werkbank()
    assert _speel(HUIS + PARTIJ, werkbank)[1] == []
    assert [een.nr for een in _speel(HUIS + PARTIJ, werkbank)[1]] == [1, 2]
