"""Elke lijst die een mens redelijkerwijs aanlevert wordt gelezen, uit welk programma ook."""

import subprocess
import sys
from datetime import date, datetime, time
from pathlib import Path

import pytest

from casus_app.lijsten import Kolom, LijstFout, Regel, lees
from tests.casus_app.lijsten.omgeving import (
    KOPPEN,
    SOORTEN,
    als,
    als_csv,
    als_ods,
    als_xlsx,
    delen_van,
    ods_rij,
    rauwe_ods,
    rauwe_xlsx,
    veertig,
    xlsx_rij,
    zip_van,
)

WORTEL = Path(__file__).parents[3]
RIJ = ("GGZ Beekzicht", "ggz", "Łukasz Şahin", "arts", "l@ggz.nl", "24-11-2026")
GELEZEN = Regel(
    nr=2,
    partij="GGZ Beekzicht",
    soort="ggz",
    naam="Łukasz Şahin",
    functie="arts",
    email="l@ggz.nl",
    verklaring="24-11-2026",
)


@pytest.mark.parametrize("soort", SOORTEN)
def test_de_kolommen_mogen_in_elke_volgorde(soort: str) -> None:
    recht = lees("a", als(soort, [KOPPEN, RIJ]))
    krom = lees("a", als(soort, [KOPPEN[::-1], RIJ[::-1]]))
    assert recht.regels == krom.regels == (GELEZEN,)
    assert recht.soort == soort


@pytest.mark.parametrize("soort", SOORTEN)
def test_de_naam_van_het_bestand_beslist_niets(soort: str) -> None:
    for naam in ("mensen.xlsx", "mensen.csv", "mensen.ods", "", "../../x"):
        lijst = lees(naam, als(soort, [KOPPEN, RIJ]))
        assert (lijst.soort, lijst.bron) == (soort, naam)


@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16"])
def test_een_csv_mag_elk_scheidingsteken_en_elke_gewone_codering_hebben(
    scheiding: str, codering: str
) -> None:
    assert lees("a.csv", als_csv([KOPPEN, RIJ], scheiding, codering)).regels == (GELEZEN,)


def test_een_csv_van_een_oud_excel_is_windows_1252() -> None:
    rijen = [("partij", "naam", "functie"), ("Coöperatie €", "Renée d’Arc", "")]
    (regel,) = lees("a.csv", als_csv(rijen, ";", "cp1252")).regels
    assert (regel.partij, regel.naam) == ("Coöperatie €", "Renée d’Arc")


def test_een_veld_met_een_regeleinde_is_een_veld() -> None:
    inhoud = 'partij;naam;functie\n"A;B";"Jan\r\nJansen";"zegt ""ja"""\nC;D;E\n'
    een, twee = lees("a.csv", inhoud.encode()).regels
    assert (een.nr, een.partij, een.naam, een.functie) == (2, "A;B", "Jan\r\nJansen", 'zegt "ja"')
    assert (twee.nr, twee.partij) == (3, "C")


@pytest.mark.parametrize(
    ("kop", "kolom"),
    [
        ("ORGANISATIE", Kolom.PARTIJ),
        ("Naam organisatie", Kolom.PARTIJ),
        ("Soort organisatie", Kolom.SOORT),
        ("Type", Kolom.SOORT),
        ("Beroep ", Kolom.FUNCTIE),
        ("Emailadres", Kolom.EMAIL),
        ("E-mailadres (werk)", Kolom.EMAIL),
        ("é-Mail", Kolom.EMAIL),
        ("Geheimhouding", Kolom.VERKLARING),
        ("Geheimhoudingsverklaring getekend op:", Kolom.VERKLARING),
        ("ID", Kolom.AANDUIDING),
        ("aanduiding_partij", Kolom.AANDUIDING_PARTIJ),
    ],
)
def test_een_kop_mag_anders_heten(kop: str, kolom: Kolom) -> None:
    vast = [naam for naam in ("partij", "naam") if naam != kolom.kop]
    lijst = lees("a.csv", als_csv([[*vast, kop], ["x", "y", "z"]]))
    assert kolom in lijst.kolommen
    assert lijst.genegeerd == ()


@pytest.mark.parametrize("soort", SOORTEN)
def test_boven_de_koppen_mag_een_titel_staan_en_tussen_de_regels_een_lege(soort: str) -> None:
    rijen = [["Mensen van de regio"], [None], KOPPEN, RIJ, [None], RIJ]
    lijst = lees("a", als(soort, rijen))
    assert [regel.nr for regel in lijst.regels] == [4, 5, 6]
    assert lijst.regels[1] == Regel(nr=5)


def test_wat_niet_gelezen_wordt_wordt_genoemd() -> None:
    lijst = lees("a.csv", als_csv([["partij", "naam", "telefoon", ""], ["a", "b", "06", "x"]]))
    assert lijst.genegeerd == ("telefoon",)


@pytest.mark.parametrize("maak", [als_xlsx, als_ods])
def test_een_rekenblad_heeft_echte_dagen_en_getallen(maak) -> None:
    rijen = [("partij", "naam", "geheimhouding", "functie"), ("A", 12, date(2026, 11, 24), 3.0)]
    (regel,) = lees("a", maak(rijen)).regels
    assert (regel.naam, regel.verklaring, regel.functie) == ("12", "2026-11-24", "3")


def test_een_dag_met_een_tijd_is_een_dag() -> None:
    rijen = [
        ("partij", "naam", "geheimhouding"),
        ("A", "B", datetime.combine(date(2026, 11, 24), time(13))),
    ]
    assert lees("a", als_xlsx(rijen)).regels[0].verklaring == "2026-11-24"
    assert lees("a", als_ods(rijen)).regels[0].verklaring.startswith("2026-11-24")


@pytest.mark.parametrize("maak", [als_xlsx, als_ods])
def test_het_blad_met_de_koppen_wordt_gevonden(maak) -> None:
    assert lees("a", maak([KOPPEN, RIJ], Uitleg=[["Vul in."], ["naam"]])).regels == (GELEZEN,)


def test_een_verborgen_blad_telt_niet() -> None:
    inhoud = als_xlsx([KOPPEN, RIJ], Oud=[KOPPEN, ("Oud", "", "x")])
    delen = delen_van(inhoud)
    zichtbaar = delen["xl/workbook.xml"].decode()
    verborgen = zichtbaar.replace('sheetId="1" state="visible"', 'sheetId="1" state="hidden"')
    assert lees("a", inhoud).regels[0].partij == "Oud"
    assert lees("a", zip_van({**delen, "xl/workbook.xml": verborgen})).regels == (GELEZEN,)


def test_van_een_formule_telt_wat_er_in_de_cel_te_zien_was() -> None:
    formule = '<row r="2"><c r="A2" t="str"><f>"A"&amp;"B"</f><v>AB</v></c>'
    naam = '<c r="B2"><f>1+1</f><v>2</v></c></row>'
    (regel,) = lees("a", rauwe_xlsx(formule + naam)).regels
    assert (regel.partij, regel.naam) == ("AB", "2")


def test_een_opmerking_bij_een_cel_is_geen_inhoud() -> None:
    cel = (
        '<table:table-row><table:table-cell office:value-type="string"><office:annotation>'
        "<text:p>geheim</text:p></office:annotation><text:p>A<text:s text:c='2'/>B</text:p>"
        f"<text:p>C</text:p></table:table-cell></table:table-row>{ods_rij('x', 'y')}"
    )
    een, twee = lees("a", rauwe_ods(cel)).regels
    assert (een.partij, twee.naam) == ("A  B\nC", "y")


def test_herhaalde_cellen_en_rijen_van_libreoffice_tellen_mee() -> None:
    leeg = '<table:table-row table:number-rows-repeated="3"/>'
    veel = '<table:table-row table:number-rows-repeated="1048000"/>'
    twee = ods_rij("a").replace(
        "<table:table-cell ", '<table:table-cell table:number-columns-repeated="2" '
    )
    (laatste,) = lees("a", rauwe_ods(leeg + twee + veel)).regels[3:]
    assert (laatste.nr, laatste.partij, laatste.naam) == (5, "a", "a")


def test_een_gat_tussen_de_rijen_van_excel_verschuift_niets() -> None:
    *leeg, laatste = lees("a", rauwe_xlsx(xlsx_rij(40, "a", "b"))).regels
    assert laatste.nr == 40
    assert len(leeg) == 38


def test_macros_en_plaatjes_blijven_buiten() -> None:
    delen = {"xl/vbaProject.bin": b"\xd0\xcf" * 999, "xl/media/a.png": b"x", "xl/c.xml": "<x/>"}
    assert len(lees("a.xlsm", rauwe_xlsx(xlsx_rij(2, "a", "b"), **delen)).regels) == 1
    delen = {"Basic/Standard/script.xml": "<x/>", "Scripts/python/a.py": "1"}
    assert len(lees("a.ods", rauwe_ods(ods_rij("a", "b"), **delen)).regels) == 1


@pytest.mark.parametrize("soort", SOORTEN)
def test_een_lijst_van_veertig(soort: str) -> None:
    lijst = lees("a", als(soort, veertig()))
    assert [regel.nr for regel in lijst.regels] == list(range(2, 42))
    assert len({regel.naam for regel in lijst.regels}) == 40
    assert sum(bool(regel.verklaring) for regel in lijst.regels) == 5


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"", "leeg"),
        (b" \r\n ", "leeg"),
        (b"naam;functie\na;b", "'partij' en 'naam'"),
        (b"partij;naam;NAAM\na;b;c", "'naam' staat er meer dan"),
        (b"partij;organisatie;naam\na;b;c", "'partij' staat er meer dan"),
        (b'partij;naam\na;"b', "aanhalingstekens"),
        (b'partij;naam\na;"b"c', "aanhalingstekens"),
        (b"partij;naam\n\0;b", "Bewaar hem"),
        (b"%PDF-1.7\n\x80\x81", "Bewaar hem"),
        (b"<html><table><tr><td>naam", "Bewaar hem"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "zonder wachtwoord"),
        (b"PK\x03\x04" + b"\0" * 99, "niet heel"),
        (als_csv([["partij", "naam"], ["a"] * 102]), "te veel kolommen"),
        (als_csv([["partij", "naam"], ["a", "b" * 20_001]]), "te veel tekst"),
        (als_csv([["partij", "naam"], *[["a", "b"]] * 5_000]), "te lang"),
        (zip_van({"mimetype": "application/vnd.oasis.opendocument.text"}), "geen rekenblad"),
        (zip_van({"word/document.xml": "<a/>"}), "geen rekenblad"),
        (zip_van({"xl/workbook.bin": "a"}), "geen rekenblad"),
        (zip_van({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "niet te lezen"),
        (rauwe_ods("", manifest="<manifest:encryption-data/>"), "wachtwoord"),
    ],
)
def test_wat_geen_lijst_is_krijgt_een_zin_die_helpt(inhoud: bytes, woord: str) -> None:
    with pytest.raises(LijstFout) as fout:
        lees("a.csv", inhoud)
    assert woord in fout.value.melding
    assert fout.value.melding.count(". ") >= 1 or ": " in fout.value.melding


def test_een_lijst_met_alleen_koppen_heeft_geen_regels() -> None:
    assert lees("a.csv", als_csv([KOPPEN])).regels == ()


def test_regels_kunnen_worden_overgeslagen() -> None:
    lijst = lees("a.csv", als_csv([KOPPEN, RIJ, RIJ, RIJ]))
    assert [regel.nr for regel in lijst.zonder(3)] == [2, 4]


def test_wie_geen_rekenblad_leest_laadt_er_geen_bibliotheek_voor() -> None:
    """Het programma start snel: odfdo en openpyxl kosten samen een halve seconde."""
    opdracht = (
        "import sys, casus_app.handelingen, casus_app.lijsten as l; l.lees('', b'partij;naam');"
        "assert not {'odfdo', 'openpyxl', 'lxml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", opdracht], check=True, cwd=WORTEL)
