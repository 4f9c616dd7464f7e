"""Een lijst als ODS of XLSX lezen en schrijven; de bibliotheken worden pas hier geladen."""

import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from casus_app.lijsten.cel import als_tekst, oorspronkelijk, veilig
from casus_app.lijsten.lijst import KOLOMMEN_HOOGSTENS, REGELS_HOOGSTENS, Cel, LijstFout, Rij
from casus_app.lijsten.pakket import BLADEN_HOOGSTENS, Pakket, onderdelen, pak_in

if TYPE_CHECKING:
    from odfdo import Cell, Row, Table

_RIJEN_IN_EEN_BLAD = 1_048_576
_BREED = KOLOMMEN_HOOGSTENS + 1
"""Eén kolom meer dan mag: genoeg om te zien dat het er te veel zijn."""

_EERSTE_JAAR = 1901
"""Een dag van voor dit jaar kan een rekenblad niet als dag bewaren."""

_RIJEN_ODS = f"(descendant::table:table-row)[position() <= {REGELS_HOOGSTENS + 1}]"
_CELLEN_ODS = f"(table:table-cell|table:covered-table-cell)[position() <= {_BREED}]"
_GETALLEN = frozenset({"float", "percentage", "currency"})


@contextmanager
def _alleen_lijstfouten() -> Iterator[None]:
    """Wat een bibliotheek ook van een vreemd bestand vindt, de gebruiker krijgt één zin."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except LijstFout:
        raise
    except Exception:  # noqa: BLE001 (op een kwaadwillig bestand gooit een bibliotheek van alles)
        raise LijstFout(
            "Dit rekenblad is niet te lezen. Open het en bewaar het opnieuw als XLSX, ODS of CSV, "
            "en probeer het nog eens."
        ) from None


# --- lezen ---


def lees_xlsx(pakket: Pakket) -> Iterator[list[Rij]]:
    """De zichtbare bladen, elk met zijn gevulde rijen. Fouten: `LijstFout`."""
    return map(_rijen_xlsx, _bladen_xlsx(pakket))


def lees_ods(pakket: Pakket) -> Iterator[list[Rij]]:
    """De bladen, elk met zijn gevulde rijen. Fouten: `LijstFout`."""
    return map(_rijen_ods, _bladen_ods(pakket))


@_alleen_lijstfouten()
def _bladen_xlsx(pakket: Pakket) -> list[Any]:
    from openpyxl import load_workbook  # noqa: PLC0415 (laadt traag, en alleen voor wie inleest)

    werkmap = load_workbook(pakket.schoon(), read_only=True, data_only=True, keep_links=False)
    zichtbaar = [blad for blad in werkmap.worksheets if blad.sheet_state == "visible"]
    elk_een_keer = {blad._worksheet_path: blad for blad in reversed(zichtbaar)}  # noqa: SLF001 (anders kan een bestand één groot blad tien keer laten lezen)
    return list(reversed(elk_een_keer.values()))


@_alleen_lijstfouten()
def _rijen_xlsx(blad: Any) -> list[Rij]:  # noqa: ANN401 (openpyxl heeft geen typen)
    blad.reset_dimensions()  # hoe groot een blad zegt te zijn kan onwaar zijn
    rijen: list[Rij] = []
    leeg = None
    waarden = blad.iter_rows(min_col=1, max_col=_BREED, values_only=True)
    for nr, rij in enumerate(islice(waarden, _RIJEN_IN_EEN_BLAD), start=1):
        if rij is leeg:  # over een gat heen geeft openpyxl telkens dezelfde lege rij
            continue
        if rij.count(None) == len(rij):
            leeg = rij
        elif cellen := _zonder_staart([als_tekst(waarde) for waarde in rij]):
            rijen.append((nr, cellen))
        if len(rijen) > REGELS_HOOGSTENS:
            break
    return rijen


@_alleen_lijstfouten()
def _bladen_ods(pakket: Pakket) -> list["Table"]:
    from odfdo import Document  # noqa: PLC0415 (laadt traag, en alleen voor wie inleest)

    return Document(pakket.schoon()).body.tables[:BLADEN_HOOGSTENS]


@_alleen_lijstfouten()
def _rijen_ods(blad: "Table") -> list[Rij]:
    rijen: list[Rij] = []
    nr = 1
    elementen = cast("list[Row]", blad.get_elements(_RIJEN_ODS))
    for rij in elementen:
        keer = _keer(rij)
        if cellen := _cellen_ods(rij):
            rijen.extend((nr + extra, cellen) for extra in range(min(keer, REGELS_HOOGSTENS + 1)))
        if len(rijen) > REGELS_HOOGSTENS:
            break
        nr += keer
    if len(elementen) > REGELS_HOOGSTENS:
        rijen.append((nr, ["…"]))  # wat verder komt is niet bekeken: dat is dus te veel
    return rijen


def _cellen_ods(rij: "Row") -> list[str]:
    cellen: list[str] = []
    for cel in cast("list[Cell]", rij.get_elements(_CELLEN_ODS)):
        if len(cellen) >= _BREED:
            break
        cellen.extend([_tekst_ods(cel)] * min(_keer(cel), _BREED - len(cellen)))
    return _zonder_staart(cellen)


def _keer(deel: "Row | Cell") -> int:
    return max(deel.repeated or 1, 1)


def _tekst_ods(cel: "Cell") -> str:
    """Zonder `Cell.value`: die rekent een getal van een miljard cijfers helemaal uit."""
    if cel.type in _GETALLEN:
        return als_tekst(float(cel.get_attribute_string("office:value") or "nan"))
    if cel.type == "date":
        return cel.get_attribute_string("office:date-value") or ""
    tekst = cel.get_attribute_string("office:string-value")
    if not tekst:
        tekst = "\n".join(alinea.inner_text for alinea in cel.get_elements("text:p"))
    return oorspronkelijk(tekst)


def _zonder_staart(cellen: list[str]) -> list[str]:
    while cellen and not cellen[-1]:
        cellen.pop()
    return cellen


# --- schrijven ---


def schrijf_xlsx(rijen: Iterable[Sequence[Cel]]) -> bytes:
    """Elke tekst is als tekst gemerkt en begint niet als een formule."""
    from openpyxl import Workbook  # noqa: PLC0415 (idem)
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 (idem)

    werkmap = Workbook(write_only=True)
    blad = werkmap.create_sheet(_BLAD)
    blad.freeze_panes = "A2"
    for rij in rijen:
        cellen = []
        for waarde in rij:
            cel = WriteOnlyCell(blad)
            if isinstance(tekst_of_dag := _tekst_of_dag(waarde), str):
                cel.value = tekst_of_dag
                cel.data_type = "s"  # anders ziet openpyxl zelf een formule of een fout
            else:
                cel.value = tekst_of_dag
                cel.number_format = "DD-MM-YYYY"
            cellen.append(cel)
        blad.append(cellen)
    uit = io.BytesIO()
    werkmap.save(uit)
    return pak_in(onderdelen(uit.getvalue()) | {"docProps/core.xml": _LEEG_CORE})


def schrijf_ods(rijen: Iterable[Sequence[Cel]]) -> bytes:
    """Elke tekst is als tekst gemerkt en begint niet als een formule."""
    from odfdo import Cell, Document, Row, Table  # noqa: PLC0415 (idem)

    blad = Table(_BLAD)
    regels = []
    for rij in rijen:
        regel = Row()
        regel.extend_cells([_cel_ods(Cell(), _tekst_of_dag(waarde)) for waarde in rij])
        regels.append(regel)
    blad.extend_rows(regels)
    document = Document("spreadsheet")
    document.body.clear()
    document.body.append(blad)
    document.language = "nl-NL"
    uit = io.BytesIO()
    document.save(uit)
    return pak_in(onderdelen(uit.getvalue()) | {"meta.xml": _LEEG_META})


def _cel_ods(cel: "Cell", waarde: Cel) -> "Cell":
    """Een alinea per regel tekst: zo houdt LibreOffice regeleinden en spaties heel."""
    from odfdo import Paragraph  # noqa: PLC0415 (idem)

    if not isinstance(waarde, str):
        cel.date = waarde
    elif waarde:
        cel.type = "string"
        for alinea in waarde.split("\n"):
            cel.append(Paragraph(alinea))
    return cel


def _tekst_of_dag(waarde: Cel) -> Cel:
    if isinstance(waarde, str):
        return veilig(waarde)
    return waarde if waarde.year >= _EERSTE_JAAR else waarde.isoformat()


_BLAD = "Mensen"
_LEEG_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'office:version="1.4"><office:meta/></office:document-meta>'
)
"""Geen maker en geen tijd: alleen wat in de lijst staat gaat naar buiten."""
_LEEG_CORE = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>'
)
