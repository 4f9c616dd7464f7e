"""Wat eruit gaat komt er precies zo weer in, en is in geen rekenblad een formule."""

import csv
import io
import re
import zipfile
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casus_app.domein.mensen import Partij, Professional
from casus_app.lijsten import lees, schrijf, voorbeeld
from casus_app.poorten import Papier
from tests.casus_app.lijsten.omgeving import CATALOGUS, SOORTEN, delen_van, een_opslag
from tests.casus_app.lijsten.teksten import LASTIG, gevuld, teksten
from tests.nep import GeheugenOpslag

ROND = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow],
)

_aanduiding = st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9.\-]{0,9}[A-Za-z0-9])?", fullmatch=True)


@st.composite
def kluizen(draw: st.DrawFn) -> GeheugenOpslag:
    """Elke kluis die er kan zijn: dubbele namen, gedeelde adressen, rare tekens, lege partijen."""
    naam = st.one_of(gevuld, st.just("Jan de Vries"))
    ids = draw(st.lists(_aanduiding, min_size=1, max_size=3, unique=True))
    soort = st.sampled_from([*sorted(CATALOGUS.soorten), "soort-van-vroeger"])
    partijen = [Partij(id=sleutel, soort=draw(soort), naam=draw(naam)) for sleutel in ids]
    mensen = [
        Professional(
            id=sleutel,
            partij=draw(st.sampled_from(ids)),
            naam=draw(naam),
            functie=draw(gevuld),
            email=draw(st.one_of(st.just(""), st.just("team@x.nl"), gevuld)),
            geheimhouding_op=draw(st.none() | st.dates(min_value=date(1, 1, 1))),
            geheimhouding_tot=draw(st.none() | st.dates(min_value=date(1, 1, 1))),
        )
        for sleutel in draw(st.lists(_aanduiding, max_size=3, unique=True))
    ]
    return een_opslag(*partijen, *mensen)


@pytest.mark.parametrize("soort", SOORTEN)
@given(opslag=kluizen())
@ROND
def test_uitvoeren_en_weer_inlezen_verandert_niets(soort, opslag: GeheugenOpslag) -> None:
    papier = schrijf(soort, opslag, CATALOGUS)
    lijst = lees(papier.naam, papier.inhoud)
    assert lijst.soort == soort
    assert lijst.genegeerd == ()
    uitkomst = voorbeeld(lijst.regels, opslag, CATALOGUS)
    assert uitkomst.fouten == ()
    assert uitkomst.partijen == ()
    assert uitkomst.professionals == ()


@pytest.mark.parametrize("soort", SOORTEN)
@given(namen=st.lists(teksten, min_size=1, max_size=4))
@ROND
def test_elke_cel_komt_letter_voor_letter_terug(soort, namen: list[str]) -> None:
    opslag = een_opslag(*(_partij(nr, naam) for nr, naam in enumerate(namen)))
    papier = schrijf(soort, opslag, CATALOGUS)
    assert [regel.partij for regel in lees("", papier.inhoud).regels] == namen


@pytest.mark.parametrize("soort", SOORTEN)
def test_alle_lastige_namen_in_een_lege_kluis_geven_dezelfde_kluis(soort) -> None:
    bron = een_opslag(
        *(_partij(nr, f"{naam.strip()}!{nr}") for nr, naam in enumerate(LASTIG)),
        *(_mens(nr, naam) for nr, naam in enumerate(LASTIG)),
    )
    regels = lees("", schrijf(soort, bron, CATALOGUS).inhoud).regels
    uitkomst = voorbeeld(regels, GeheugenOpslag(), CATALOGUS)
    assert uitkomst.fouten == ()
    assert [mens.naam for mens in uitkomst.professionals] == [naam.strip() for naam in LASTIG]
    assert uitkomst.partijen == bron.zoek(Partij)


VAL = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


@pytest.mark.parametrize("scheiding", [";", ",", "\t", "|", " "])
def test_een_csv_heeft_met_elk_scheidingsteken_geen_formules(scheiding: str) -> None:
    tekst = _lastig("csv").inhoud.decode("utf-8-sig")
    for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding):
        assert [cel for cel in rij if re.match(r"\s*[=+@＝＋－＠]", cel)] == []
        if scheiding == ";":
            assert [cel for cel in rij if VAL.match(cel)] == []


def test_een_xlsx_heeft_alleen_teksten_en_dagen() -> None:
    from openpyxl import load_workbook

    papier = schrijf("xlsx", een_opslag(*_alles(), _partij(999, "#N/A")), CATALOGUS)
    werkmap = load_workbook(io.BytesIO(papier.inhoud))
    cellen = [cel for rij in werkmap.active for cel in rij if cel.value is not None]
    assert {cel.data_type for cel in cellen} == {"s", "d"}
    assert not [cel.value for cel in cellen if isinstance(cel.value, str) and VAL.match(cel.value)]


def test_een_ods_heeft_alleen_teksten_en_dagen() -> None:
    from odfdo import Document

    document = Document(io.BytesIO(_lastig("ods").inhoud))
    cellen = [cel for rij in document.body.tables[0].rows for cel in rij.cells]
    assert {cel.type for cel in cellen} == {"string", "date"}
    assert not [cel.formula for cel in cellen if cel.formula]
    assert not [cel.value for cel in cellen if cel.type == "string" and VAL.match(cel.value)]


@pytest.mark.parametrize("soort", SOORTEN)
def test_twee_keer_schrijven_geeft_dezelfde_bytes_en_een_neutrale_naam(soort) -> None:
    een, twee = _lastig(soort), _lastig(soort)
    assert een == twee
    assert een.naam == f"mensen.{soort}"


@pytest.mark.parametrize("soort", ["ods", "xlsx"])
def test_het_bestand_zegt_niet_wie_het_maakte_en_wanneer(soort) -> None:
    delen = delen_van(_lastig(soort).inhoud)
    kenmerken = b"".join(
        delen[naam] for naam in ("meta.xml", "docProps/core.xml") if naam in delen
    )
    assert kenmerken
    with zipfile.ZipFile(io.BytesIO(_lastig(soort).inhoud)) as zip_:
        assert {lid.date_time for lid in zip_.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not re.search(rb"creator|created|modified|date|generator|\d{4}-\d\d", kenmerken)


def test_een_lege_kluis_geeft_een_lijst_om_in_te_vullen() -> None:
    for soort in SOORTEN:
        lijst = lees("", schrijf(soort, GeheugenOpslag(), CATALOGUS).inhoud)
        assert len(lijst.kolommen) == 9
        assert lijst.regels == ()


def _partij(nr: int, naam: str) -> Partij:
    return Partij(id=f"P-{nr + 1:03}", soort="politie", naam=naam)


def _mens(nr: int, naam: str) -> Professional:
    return Professional(
        id=f"M-{nr + 1:03}",
        partij=f"P-{nr + 1:03}",
        naam=naam,
        functie=f"-{naam}",
        email=f"+{nr}@x.nl",
        geheimhouding_op=date(1800 + 10 * nr, 1, 1),
        geheimhouding_tot=date(1801 + 10 * nr, 1, 1),
    )


def _lastig(soort) -> Papier:
    return schrijf(soort, een_opslag(*_alles()), CATALOGUS)


def _alles() -> list[Partij | Professional]:
    """Van elke lastige tekst een partij en een mens."""
    return [maak(nr, naam) for nr, naam in enumerate(LASTIG) for maak in (_partij, _mens)]
