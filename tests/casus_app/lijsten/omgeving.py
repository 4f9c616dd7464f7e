"""Lijsten om mee te toetsen: in elke soort, zoals een ander programma ze maakt, en vals."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from casus_app.catalogus import laad
from casus_app.domein.mensen import Partij, Professional
from casus_app.lijsten import Regel, Voorbeeld, voorbeeld
from tests.nep import GeheugenOpslag

SOORTEN = ("csv", "ods", "xlsx")
KOPPEN = ("partij", "soort partij", "naam", "functie", "e-mail", "geheimhoudingsverklaring")
CATALOGUS = laad()

Rijen = Sequence[Sequence[Any]]


def een_opslag(*waarden: Partij | Professional) -> GeheugenOpslag:
    """Een kluis met deze partijen en mensen; zonder waarden de drie van altijd."""
    opslag = GeheugenOpslag()
    for waarde in waarden or (POLITIE, GGZ, JAN):
        opslag.waarden.setdefault(type(waarde), {})[(waarde.id,)] = waarde
    return opslag


POLITIE = Partij(id="P-001", soort="politie", naam="Politie Oefenstad")
GGZ = Partij(id="P-002", soort="ggz", naam="GGZ Beekzicht")
JAN = Professional(
    id="M-001", partij="P-001", naam="Jan de Vries", functie="wijkagent", email="jan@politie.nl"
)


def kijk(*regels: Regel, opslag: GeheugenOpslag | None = None) -> Voorbeeld:
    """Het voorbeeld van deze regels, tegen de kluis van altijd."""
    return voorbeeld(regels, opslag or een_opslag(), CATALOGUS)


def als_csv(rijen: Rijen, scheiding: str = ";", codering: str = "utf-8") -> bytes:
    """Zoals een ander programma een CSV schrijft: alleen aanhalingstekens waar het moet."""
    uit = io.StringIO()
    teksten = [[str(cel) if cel is not None else "" for cel in rij] for rij in rijen]
    csv.writer(uit, delimiter=scheiding, lineterminator="\r\n").writerows(teksten)
    return uit.getvalue().encode(codering)


def als_xlsx(rijen: Rijen, **bladen: Rijen) -> bytes:
    """Zoals Excel: tekst, getallen, dagen en formules door elkaar; eerst `bladen`, dan `rijen`."""
    from openpyxl import Workbook

    werkmap = Workbook()
    werkmap.remove(werkmap.active)
    for titel, inhoud in {**bladen, "Blad1": rijen}.items():
        blad = werkmap.create_sheet(titel)
        for rij in inhoud:
            blad.append(list(rij))
    uit = io.BytesIO()
    werkmap.save(uit)
    return uit.getvalue()


def als_ods(rijen: Rijen, **bladen: Rijen) -> bytes:
    """Zoals LibreOffice: tekst, getallen en dagen door elkaar."""
    from odfdo import Cell, Document, Row, Table

    document = Document("spreadsheet")
    document.body.clear()
    for titel, inhoud in {**bladen, "Blad1": rijen}.items():
        blad = Table(titel)
        for rij in inhoud:
            regel = Row()
            regel.extend_cells([Cell(cel) if cel is not None else Cell() for cel in rij])
            blad.append(regel)
        document.body.append(blad)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def als(soort: str, rijen: Rijen) -> bytes:
    """Deze rijen als bestand van deze soort."""
    return {"csv": als_csv, "ods": als_ods, "xlsx": als_xlsx}[soort](rijen)


def veertig() -> Rijen:
    """Veertig mensen van acht partijen, zoals een coördinator ze aanlevert."""
    soorten = "politie om college ggz reclassering veilig-thuis jeugdhulp huisarts".split()
    mensen = [
        (
            f"Partij {soort}",
            CATALOGUS.soorten[soort].naam,
            f"Mens {nummer} van {soort}",
            "medewerker",
            f"{soort}{nummer}@oefen.example",
            date(2026, 11, nummer) if soort == "huisarts" else None,
        )
        for soort in soorten
        for nummer in range(1, 6)
    ]
    return [KOPPEN, *mensen]


# --- met de hand gemaakte pakketten ---

_NAAMRUIMTEN = " ".join(
    f'xmlns:{naam}="urn:oasis:names:tc:opendocument:xmlns:{naam}:1.0"'
    for naam in ("office", "table", "text")
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>{}'
    "</manifest:manifest>"
)


def zip_van(delen: Mapping[str, str | bytes]) -> bytes:
    """Een gewoon, ingepakt zip-bestand."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def delen_van(inhoud: bytes) -> dict[str, bytes]:
    """De onderdelen van een zip-bestand."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def rauwe_ods(rijen: str, *, vooraf: str = "", manifest: str = "", **delen: str | bytes) -> bytes:
    """Een ODS met precies deze XML als rijen, na een rij met de koppen partij en naam."""
    inhoud = (
        f"{vooraf}<office:document-content {_NAAMRUIMTEN}><office:body><office:spreadsheet>"
        f'<table:table table:name="a">{ods_rij("partij", "naam")}{rijen}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zip_van(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": inhoud,
            "META-INF/manifest.xml": _MANIFEST.format(manifest),
            **delen,
        }
    )


def ods_rij(*teksten: str) -> str:
    """Eén rij van een ODS."""
    cellen = (
        f'<table:table-cell office:value-type="string"><text:p>{tekst}</text:p></table:table-cell>'
        for tekst in teksten
    )
    return f"<table:table-row>{''.join(cellen)}</table:table-row>"


def rauwe_xlsx(rijen: str, **delen: str | bytes) -> bytes:
    """Een XLSX met precies deze XML als rijen, na een rij met de koppen partij en naam."""
    blad = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{xlsx_rij(1, 'partij', 'naam')}{rijen}</sheetData></worksheet>"
    )
    return zip_van({**delen_van(als_xlsx([["a"]])), "xl/worksheets/sheet1.xml": blad, **delen})


def xlsx_rij(nr: int, *teksten: str) -> str:
    """Eén rij van een XLSX."""
    cellen = (
        f'<c r="{letter}{nr}" t="inlineStr"><is><t>{tekst}</t></is></c>'
        for letter, tekst in zip("ABCDEFGH", teksten, strict=False)
    )
    return f'<row r="{nr}">{"".join(cellen)}</row>'


def zinnen(uitkomst: Voorbeeld) -> Iterable[tuple[int, str, str]]:
    """Alle fouten als regel, kop en zin."""
    return [(fout.nr, fout.kolom.kop, fout.zin) for fout in uitkomst.fouten]
