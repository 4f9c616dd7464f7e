"""Wat iemand ook aanlevert: een lijst of één zin, snel, en nooit iets anders.

De tijd is rekentijd van dit proces, zodat een drukke machine niets zegt.
"""

import io
import random
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus_app.lijsten import LijstFout, lees, voorbeeld
from casus_app.lijsten.pakket import (
    BLADEN_HOOGSTENS,
    ELEMENTEN_HOOGSTENS,
    RIJEN_HOOGSTENS,
)
from tests.casus_app.lijsten.omgeving import (
    CATALOGUS,
    KOPPEN,
    SOORTEN,
    als,
    delen_van,
    een_opslag,
    ods_rij,
    rauwe_ods,
    rauwe_xlsx,
    veertig,
    xlsx_rij,
    zip_van,
)

SECONDEN = 4.0
GEWOON_ODS = ods_rij("a", "b")
GEWOON_XLSX = xlsx_rij(2, "a", "b")

BOM = (
    '<!DOCTYPE a [<!ENTITY e0 "bbbbbbbbbb">'
    + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
BUITEN = '<!DOCTYPE a [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'


@contextmanager
def snel() -> Iterator[None]:
    """Wat hierbinnen gebeurt kost hoogstens `SECONDEN` rekentijd."""
    begin = time.process_time()
    yield
    assert time.process_time() - begin < SECONDEN


def weigert(inhoud: bytes) -> str:
    """De zin waarmee dit bestand snel geweigerd wordt."""
    with snel(), pytest.raises(LijstFout) as fout:
        lees("mensen.csv", inhoud)
    return fout.value.melding


def probeer(inhoud: bytes) -> None:
    """Een lijst of een `LijstFout`; en is het een lijst, dan is er een voorbeeld van te maken."""
    with snel():
        try:
            lijst = lees("mensen", inhoud)
        except LijstFout:
            return
        voorbeeld(lijst.regels, een_opslag(), CATALOGUS)


# --- te veel ---

Maker = Callable[[], bytes]


def elk(gevallen: Mapping[str, Maker]) -> pytest.MarkDecorator:
    """Een toets per geval; het bestand wordt pas in de toets gemaakt."""
    return pytest.mark.parametrize("maak", gevallen.values(), ids=gevallen)


def _rij(*cellen: str) -> str:
    return f"<table:table-row>{''.join(cellen)}</table:table-row>"


def _cel(inhoud: str = "", **kenmerken: str) -> str:
    """Een cel van een ODS; van een kenmerk zijn `:` en `-` hier `__` en `_`."""
    namen = {naam.replace("__", ":").replace("_", "-"): w for naam, w in kenmerken.items()}
    tekst = "".join(f' {naam}="{waarde}"' for naam, waarde in namen.items())
    return f"<table:table-cell{tekst}>{inhoud}</table:table-cell>"


TE_GROTE_TEKST: Mapping[str, Maker] = {
    "10 MB komma's": lambda: b"," * 10_000_000,
    "4,9 MB komma's": lambda: b"," * 4_900_000,
    "miljoenen cellen": lambda: b"a," * 2_400_000,
    "miljoenen rijen": lambda: b"a,\n" * 1_600_000,
    "miljoenen lege rijen": lambda: b"\n" * 2_000_000 + b"a",
    "aanhalingstekens": lambda: b'"' * 4_900_000,
    "een open aanhalingsteken": lambda: b'partij;naam;"' + b"a" * 4_900_000,
    "miljoenen mensen": lambda: b"partij,naam\n" + b"a,b\n" * 1_200_000,
    "spaties": lambda: b"partij,naam\n" + b" " * 4_900_000,
    "lege koppen": lambda: b"partij;naam" + b";" * 4_900_000 + b"x",
    "te veel kolommen": lambda: b"partij;naam\n" + b"x;" * 101,
}


@elk(TE_GROTE_TEKST)
def test_een_te_grote_tekst_wordt_snel_geweigerd(maak: Maker) -> None:
    weigert(maak())


UITGEPAKT_TE_GROOT: Mapping[str, Maker] = {
    "een bom": lambda: rauwe_ods("<x>" + " " * 80_000_000 + "</x>"),
    "in delen": lambda: rauwe_ods("", **{f"x{nr}.xml": " " * 900_000 for nr in range(30)}),
    "veel delen": lambda: rauwe_ods("", **{f"x{nr}": "" for nr in range(3_000)}),
    "veel rijen": lambda: rauwe_ods("<table:table-row/>" * RIJEN_HOOGSTENS),
    "veel elementen": lambda: rauwe_ods("<a/>" * ELEMENTEN_HOOGSTENS),
    "spaties": lambda: rauwe_ods(_rij(_cel("<text:s text:c='9999'/>" * 300))),
    "xlsx": lambda: rauwe_xlsx("<row/>" * ELEMENTEN_HOOGSTENS),
    "opmaak": lambda: rauwe_xlsx(
        "", **{"xl/styles.xml": f"<styleSheet>{'<xf/>' * 100_000}</styleSheet>"}
    ),
}


@elk(UITGEPAKT_TE_GROOT)
def test_wat_uitgepakt_te_groot_is_wordt_geweigerd(maak: Maker) -> None:
    assert "te groot" in weigert(maak())


def test_een_zip_dat_over_zijn_grootte_liegt_wordt_geweigerd() -> None:
    inhoud = rauwe_ods("<x>" + " " * 50_000_000 + "</x>")
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        echt = zip_.getinfo("content.xml").file_size.to_bytes(4, "little")
    assert inhoud.count(echt) == 2
    for leugen in (b"\x10\0\0\0", b"\xff\xff\xff\x7f"):
        weigert(inhoud.replace(echt, leugen))


_VAAK = {"table__number_columns_repeated": str(10**12), "office__value_type": "string"}
GEEN_LIJST_VAN_MENSEN: Mapping[str, Maker] = {
    "een miljoen keer dezelfde": lambda: rauwe_ods(
        GEWOON_ODS.replace("row>", "row table:number-rows-repeated='1048575'>", 1)
    ),
    "na een gat": lambda: rauwe_ods(
        "<table:table-row table:number-rows-repeated='99999999999'/>" + GEWOON_ODS
    ),
    "veel kolommen": lambda: rauwe_ods(_rij(_cel("<text:p>a</text:p>", **_VAAK))),
    "xlsx na een gat": lambda: rauwe_xlsx(xlsx_rij(1_048_576, "a", "b")),
    "xlsx lange cel": lambda: rauwe_xlsx(xlsx_rij(2, "a", "b" * 20_001)),
    "ods lange cel": lambda: rauwe_ods(ods_rij("a", "b" * 20_001)),
    "xlsx veel mensen": lambda: rauwe_xlsx("".join(xlsx_rij(n, "a") for n in range(2, 5_100))),
    "ods veel mensen": lambda: rauwe_ods(ods_rij("a") * 5_100),
}


@elk(GEEN_LIJST_VAN_MENSEN)
def test_een_blad_dat_geen_lijst_van_mensen_kan_zijn_wordt_geweigerd(maak: Maker) -> None:
    assert "hoogstens" in weigert(maak())


LEEG: Mapping[str, Maker] = {
    "een brede rij": lambda: rauwe_ods(_rij("<table:table-cell/>" * 80_000)),
    "brede rijen": lambda: rauwe_ods(_rij("<table:table-cell/>" * 9) * 8_000),
    "alinea's": lambda: rauwe_ods(_rij(_cel("<text:p/>" * 80_000))),
    "xlsx rijen": lambda: rauwe_xlsx("<row/>" * 80_000),
    "xlsx brede rijen": lambda: rauwe_xlsx('<row><c r="XFD1"/></row>' * 40_000),
    "xlsx ver weg": lambda: rauwe_xlsx(xlsx_rij(99_999_999_999, "a", "b")),
    "xlsx getal": lambda: rauwe_xlsx(f'<row><c r="A2"><v>{"9" * 5_000}</v></c></row>'),
    "ods getal": lambda: rauwe_ods(
        _rij(_cel(office__value_type="float", office__value="1E999999999"))
    ),
}


@elk(LEEG)
def test_een_groot_leeg_blad_kost_geen_tijd(maak: Maker) -> None:
    probeer(maak())


def test_een_lange_naam_voor_het_afdrukbereik_houdt_niets_op() -> None:
    """Openpyxl deed hier een halve minuut over: de namen gaan er daarom eerst uit."""
    werkmap = delen_van(rauwe_xlsx(""))["xl/workbook.xml"].decode()
    namen = (
        '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'
        f"{chr(39) * 50_000}a$A$1</definedName></definedNames>"
    )
    werkmap = werkmap.replace("<definedNames/>", "").replace("</sheets>", f"</sheets>{namen}")
    with snel():
        lijst = lees("a", rauwe_xlsx(GEWOON_XLSX, **{"xl/workbook.xml": werkmap}))
    assert len(lijst.regels) == 1


def test_een_blad_dat_duizend_keer_genoemd_wordt_telt_een_keer() -> None:
    werkmap = delen_van(rauwe_xlsx(""))["xl/workbook.xml"].decode()
    begin = werkmap.index("<sheet ")
    blad = werkmap[begin : werkmap.index("/>", begin) + 2]
    werkmap = werkmap.replace(blad, blad * 15_000)
    leeg = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    leeg += f"<sheetData>{'<row/>' * 80_000}</sheetData></worksheet>"
    delen = {"xl/workbook.xml": werkmap, "xl/worksheets/sheet1.xml": leeg}
    assert BLADEN_HOOGSTENS < 15_000
    assert "koppen" in weigert(rauwe_xlsx("", **delen))


# --- vals ---


@pytest.mark.parametrize("vooraf", [BOM, BUITEN, "<!DOCTYPE a>"])
def test_een_dtd_wordt_nooit_gelezen(vooraf: str) -> None:
    assert "hoort" in weigert(rauwe_ods(ods_rij("&e9;", "b"), vooraf=vooraf))
    blad = delen_van(rauwe_xlsx(xlsx_rij(2, "&e9;", "b")))["xl/worksheets/sheet1.xml"].decode()
    assert "hoort" in weigert(rauwe_xlsx("", **{"xl/worksheets/sheet1.xml": vooraf + blad}))
    assert "hoort" in weigert(rauwe_xlsx("", **{"xl/theme/theme1.xml": f"{vooraf}<a/>"}))


def test_een_dtd_in_een_andere_codering_wordt_ook_gezien() -> None:
    for codering in ("utf-16", "iso-8859-1"):
        tekst = f'<?xml version="1.0" encoding="{codering}"?>{BUITEN}<a>&e9;</a>'
        assert "hoort" in weigert(rauwe_ods("", **{"styles.xml": tekst.encode(codering)}))


@pytest.mark.parametrize("codering", ["utf-7", "UTF-8F-8", "hex", "idna", "cp037", ""])
def test_een_rare_codering_is_geen_fout_van_ons(codering: str) -> None:
    tekst = f'<?xml version="1.0" encoding="{codering}"?><a/>'
    probeer(rauwe_ods(GEWOON_ODS, **{"styles.xml": tekst}))


def test_een_naamruimte_met_een_accolade_is_geen_fout_van_ons() -> None:
    """De ene lezer van XML vindt dat goed en de andere niet (gevonden door verminken)."""
    assert "niet heel" in weigert(rauwe_ods('<a xmlns:x="a}b" x:c="1"/>'))


def test_te_diep_is_geen_rekenblad() -> None:
    assert "hoort" in weigert(rauwe_ods("<a>" * 20_000 + "</a>" * 20_000))
    assert "hoort" in weigert(rauwe_xlsx("<row>" * 200 + "</row>" * 200))


def test_een_onderdeel_dat_twee_keer_bestaat_wordt_geweigerd() -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        zip_.writestr("xl/workbook.xml", "<workbook/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            zip_.writestr("xl/workbook.xml", "<workbook/>")
    assert "hoort" in weigert(uit.getvalue())


@pytest.mark.parametrize("wijze", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_een_ongewone_inpakwijze_wordt_geweigerd(wijze: int) -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", wijze) as zip_:
        zip_.writestr("xl/workbook.xml", "<workbook/>" + " " * 20_000_000)
    assert "hoort" in weigert(uit.getvalue())


def test_een_zip_met_een_wachtwoord_zegt_dat() -> None:
    inhoud = bytearray(rauwe_xlsx(GEWOON_XLSX))
    plek = inhoud.index(b"PK\x01\x02")
    inhoud[plek + 8] |= 1
    assert "wachtwoord" in weigert(bytes(inhoud))


# --- stuk ---


@pytest.mark.parametrize("soort", SOORTEN)
def test_een_half_bestand_geeft_een_zin_of_minder_regels(soort: str) -> None:
    heel = als(soort, veertig())
    for deel in range(0, len(heel), max(1, len(heel) // 60)):
        probeer(heel[:deel])
        probeer(heel[deel:])


@pytest.mark.parametrize("soort", SOORTEN)
def test_een_beschadigd_bestand_geeft_een_zin_of_een_lijst(soort: str) -> None:
    toeval = random.Random(4)
    heel = als(soort, veertig())
    for _ in range(150):
        stuk = bytearray(heel)
        for _ in range(toeval.choice((1, 4, 40))):
            stuk[toeval.randrange(len(stuk))] = toeval.randrange(256)
        probeer(bytes(stuk))


@pytest.mark.parametrize("soort", ["ods", "xlsx"])
def test_beschadigde_xml_in_een_heel_zip_geeft_een_zin_of_een_lijst(soort: str) -> None:
    toeval = random.Random(5)
    delen = {"ods": rauwe_ods(GEWOON_ODS), "xlsx": rauwe_xlsx(GEWOON_XLSX)}[soort]
    heel = delen_van(delen)
    for naam in (naam for naam in heel for _ in range(25)):
        deel = bytearray(heel[naam])
        for _ in range(toeval.choice((1, 3)) if deel else 0):
            begin = toeval.randrange(len(deel))
            stukje = heel[naam][begin : begin + toeval.randrange(30)]
            plek = toeval.randrange(len(deel))
            deel[plek : plek + toeval.randrange(20)] = stukje * toeval.randrange(3)
        probeer(zip_van({**heel, naam: bytes(deel)}))


@given(
    begin=st.sampled_from(
        [b"", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfe", b"\xef\xbb\xbf", b"partij;naam\n"]
    ),
    rest=st.binary(max_size=200),
)
@settings(derandomize=True, database=None, deadline=None, max_examples=300)
def test_willekeurige_bytes_geven_een_zin_of_een_lijst(begin: bytes, rest: bytes) -> None:
    probeer(begin + rest)


@given(tekst=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(derandomize=True, database=None, deadline=None, max_examples=300)
def test_willekeurige_tekst_onder_de_koppen_geeft_een_zin_of_een_lijst(tekst: str) -> None:
    probeer((";".join(KOPPEN) + "\n" + tekst).encode())


def test_vijfduizend_foute_regels_geven_snel_vijfduizend_zinnen() -> None:
    toeval = random.Random(6)
    woorden = ["".join(toeval.choices("abcdefghijklmnop", k=12)) for _ in range(3 * 4_999)]
    rijen = [KOPPEN, *((*woorden[n : n + 3], "", "x", "y") for n in range(0, 3 * 4_999, 3))]
    with snel():
        uitkomst = voorbeeld(lees("a", als("csv", rijen)).regels, een_opslag(), CATALOGUS)
    assert len(uitkomst.fouten) == 4 * 4_999
