"""De kluis als geheel: wat er van een kopie, een anker en een nalopen vastgelegd wordt."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from casus_app.domein.kluiszorg import Kluiszorg, Zorg
from casus_app.poorten import Reservebericht, Zegelplaats
from casus_app.regels.kluiszorg import Taak, te_doen
from casus_app.rollen import MAG, Gebruikersrol
from casus_app.weigeringen import Code
from tests.bouw import MARKERING, Tafel, een_huis
from tests.nep import NepBeheer

HANDELINGEN = (
    "reservekopie.maken",
    "reservekopie.tweede-plaats",
    "reservekopie.beproeven",
    "reservekopie.terugzetten",
    "anker.aanvaarden",
    "anker.zoeken",
    "rechten.nalopen",
)
MIS = Reservebericht(gelukt=False, zin="De schijf is vol.")


@pytest.fixture
def kluis() -> Tafel:
    """Een echte kluis met een anker dat niet past."""
    tafel = een_huis()
    tafel.werkbank.oefening = False
    beheer = NepBeheer(tafel.opslag)
    beheer.stand = replace(beheer.stand, melding="Regel 7 is een andere.")
    tafel.werkbank.beheer = beheer
    return tafel


def beheer_van(tafel: Tafel) -> NepBeheer:
    assert isinstance(tafel.werkbank.beheer, NepBeheer)
    return tafel.werkbank.beheer


@pytest.mark.parametrize("rol", Gebruikersrol)
@pytest.mark.parametrize("naam", HANDELINGEN)
def test_alleen_wie_het_mag_doet_het_en_anders_gebeurt_er_niets(
    kluis: Tafel, naam: str, rol: Gebruikersrol
) -> None:
    mag = rol in MAG[naam]
    assert kluis.probeer(naam, als=rol) is (None if mag else Code.ROL_NIET_BEVOEGD)
    regel = kluis.opslag.regels[-1]
    assert (regel.handeling, regel.rol) == (naam, rol)
    assert regel.uitkomst == ("gelukt" if mag else "geweigerd")
    if not mag:
        assert beheer_van(kluis).gedaan == []
        assert kluis.opslag.zoek(Kluiszorg) == ()


@pytest.mark.parametrize("naam", HANDELINGEN[:4])
def test_van_een_oefenkluis_zijn_er_geen_kopieen(kluis: Tafel, naam: str) -> None:
    kluis.werkbank.oefening = True
    kluis.weigert(Code.ONGELDIG, naam)
    assert beheer_van(kluis).gedaan == []


@pytest.mark.parametrize("naam", HANDELINGEN[:6])
def test_een_kluis_die_nergens_staat_kan_het_niet(kluis: Tafel, naam: str) -> None:
    kluis.werkbank.beheer = None
    kluis.weigert(Code.ONGELDIG, naam)


def test_er_komt_geen_pad_reden_of_zegel_in_het_logboek(kluis: Tafel) -> None:
    begin = len(kluis.opslag.regels)
    for naam in HANDELINGEN:
        kluis.doe(naam)
    assert len(kluis.opslag.regels) == begin + len(HANDELINGEN)
    for regel in kluis.opslag.regels[begin:]:
        assert MARKERING not in repr(regel)
        assert "0123" not in repr(regel)


def test_een_kopie_die_mislukt_is_een_zin_en_een_regel_en_geen_fout(kluis: Tafel) -> None:
    beheer_van(kluis).bericht = MIS
    antwoord = kluis.doe("reservekopie.maken")
    assert antwoord == {"gelukt": False, "zin": MIS.zin, "tweede": None}
    assert kluis.opslag.regels[-1].code == "mislukt"


def test_beproeven_onthoudt_ook_dat_het_niet_goed_was(kluis: Tafel) -> None:
    kluis.doe("reservekopie.beproeven", als="beheerder")
    beheer_van(kluis).bericht = MIS
    kluis.doe("reservekopie.beproeven")
    eerst, dan = kluis.opslag.zoek(Kluiszorg, zorg=Zorg.RESERVEKOPIE)
    assert (eerst.nummer, eerst.gelukt, eerst.door) == (1, True, "beheerder")
    assert (dan.nummer, dan.gelukt, dan.op) == (2, False, kluis.vandaag)
    assert [r.code for r in kluis.opslag.regels[-2:]] == ["", "mislukt"]


def test_een_anker_aanvaarden_legt_de_reden_en_de_regel_in_een_stap_vast(kluis: Tafel) -> None:
    kluis.doe("anker.aanvaarden", reden="De stick van maart is teruggezet.")
    ((wijzigingen, regel),) = beheer_van(kluis).aanvaard
    assert regel.handeling == "anker.aanvaarden"
    assert [w.na.toelichting for w in wijzigingen] == ["De stick van maart is teruggezet."]
    beheer_van(kluis).stand = replace(beheer_van(kluis).stand, melding="")
    kluis.weigert(Code.ONGELDIG, "anker.aanvaarden")


def test_een_anker_zonder_reden_wordt_niet_aanvaard(kluis: Tafel) -> None:
    kluis.weigert(Code.ONGELDIG, "anker.aanvaarden", reden=" ")
    assert beheer_van(kluis).gedaan == []


@pytest.mark.parametrize(
    "getypt", ["0123 4567 89AB CDEF", "0123456789abcdef", "\t0123456789abcdef\n"]
)
def test_een_zegel_mag_getypt_zijn_zoals_het_op_papier_staat(kluis: Tafel, getypt: str) -> None:
    beheer_van(kluis).zegels = {
        "0123456789abcdef": Zegelplaats(3, datetime(2026, 11, 2, 9, tzinfo=UTC), 40)
    }
    antwoord = kluis.doe("anker.zoeken", zegel=getypt, als="fg")
    assert (antwoord["gevonden"], antwoord["regel"], antwoord["erna"]) == (True, 3, 40)
    assert kluis.doe("anker.zoeken", zegel="f" * 16) == {"gevonden": False}
    assert kluis.opslag.regels[-1].code == "niet-gevonden"


@pytest.mark.parametrize("getypt", ["", "abc", "0123456789abcdeg", "1' OR '1'='1' --", "%" * 16])
def test_wat_geen_zegel_is_wordt_niet_gezocht(kluis: Tafel, getypt: str) -> None:
    kluis.weigert(Code.ONGELDIG, "anker.zoeken", zegel=getypt)
    assert beheer_van(kluis).gedaan == []


# --- wanneer weer ---


def _taken(kluis: Tafel, dag: date, kopie: date | None = None) -> list[Taak]:
    moment = datetime.combine(kopie or dag, datetime.min.time(), UTC)
    return [taak.taak for taak in te_doen(kluis.opslag, dag, moment, vooruit=0)]


def test_na_een_maand_moet_de_kopie_beproefd_zijn_en_daarna_elk_jaar(kluis: Tafel) -> None:
    assert _taken(kluis, date(2026, 12, 15)) == []
    assert _taken(kluis, date(2026, 12, 16)) == [Taak.BEPROEVEN]
    kluis.doe("reservekopie.beproeven")
    assert _taken(kluis, date(2026, 12, 16)) == []
    assert _taken(kluis, date(2027, 11, 15)) == []
    assert _taken(kluis, date(2027, 11, 16)) == [Taak.BEPROEVEN, Taak.NALOPEN]
    kluis.doe("rechten.nalopen")
    assert _taken(kluis, date(2027, 11, 15)) == []


def test_een_proef_die_misging_moet_meteen_over(kluis: Tafel) -> None:
    beheer_van(kluis).bericht = MIS
    kluis.doe("reservekopie.beproeven")
    assert _taken(kluis, kluis.vandaag) == [Taak.BEPROEVEN]


def test_een_kopie_van_meer_dan_een_week_oud_wordt_gezegd(kluis: Tafel) -> None:
    dag = kluis.vandaag
    assert _taken(kluis, dag, dag - timedelta(days=7)) == []
    assert _taken(kluis, dag, dag - timedelta(days=8)) == [Taak.KOPIE]
    assert [t.taak for t in te_doen(kluis.opslag, dag + timedelta(days=8), None)] == [Taak.KOPIE]


def test_een_lege_kluis_heeft_nog_niets_te_doen() -> None:
    assert list(te_doen(Tafel().opslag, date(2030, 1, 1), None)) == []
