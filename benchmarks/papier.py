"""Twaalf verslagen drukken en nalezen, tegen dezelfde bladzijden in kaal reportlab.

De bodem is wat iemand zonder eisen zou schrijven: dezelfde teksten in Paragraph en Table, met
hetzelfde ingebedde lettertype, zonder tags en zonder teruglezen. Alles om en om in dezelfde loop,
en in rekentijd: hoe druk de machine is telt dan bijna niet mee.
"""

import time
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from statistics import median
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.fonts import addMapping
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from casus_app.opmaak.stuk import (
    Alinea,
    Beveiligd,
    Kaart,
    Kop,
    Noot,
    Onderdeel,
    Opdruk,
    Stuk,
    Tabel,
    Velden,
)
from casus_app.papier import druk, druk_beveiligd
from casus_app.papier.beveiliging import versleutel
from casus_app.papier.drukker import zet

Vloei = Any
"""Een vorm of een canvas van reportlab, dat geen typen meelevert."""

AANTAL = 12
RONDEN = 15
SLOT = "kaal reportlab, op slot"
ZIN = "aap roos molen tulp zee"
DAG = date(2026, 11, 24)


def meet() -> list[str]:
    """De verhoudingen, als regels om af te drukken."""
    stukken = [verslag(nummer) for nummer in range(AANTAL)]
    wijzen: dict[str, Callable[[Stuk], object]] = {
        "kaal reportlab": kaal,
        "gedrukt, niet nagelezen": zet,
        "gedrukt en nagelezen": druk,
        SLOT: lambda stuk: versleutel(kaal(stuk), ZIN),
        "gedrukt, op slot en nagelezen": lambda stuk: druk_beveiligd(
            Beveiligd(stuk=stuk, wachtzin=ZIN)
        ),
    }
    tijden: dict[str, list[float]] = {naam: [] for naam in wijzen}
    for wijze in reversed(wijzen.values()):  # het lettertype laden hoort bij geen van drieën
        wijze(stukken[0])
    for _ in range(RONDEN):
        for naam, wijze in wijzen.items():
            begin = time.process_time()
            for stuk in stukken:
                wijze(stuk)
            tijden[naam].append(time.process_time() - begin)
    bodem, op_slot = median(tijden["kaal reportlab"]), median(tijden[SLOT])
    return [
        f"twaalf verslagen, {naam}: {median(maten) * 1000:.0f} ms, "
        f"{median(maten) / bodem:.2f} x kaal reportlab, {median(maten) / op_slot:.2f} x met slot"
        for naam, maten in tijden.items()
    ]


def verslag(nummer: int) -> Stuk:
    """Een gewoon verslag: twee casussen, drie afspraken, twee gegevens om mee te nemen."""
    wat = f"Begeleiding thuis starten, eerste bezoek samen met de behandelaar ({nummer})."
    return Stuk(
        naam=f"verslag-wk48-{nummer}.pdf",
        soort="Verslag",
        titel="Verslag casusoverleg",
        ondertitel="dinsdag 24 november 2026 · Vergaderkamer 2, Waalkade 10",
        voor=f"ontvanger {nummer}, wijkagent (Politie, basisteam Waalstede)",
        opdruk=Opdruk(oefening=False, datum=DAG, zegel="3fa81c09d2b7e645"),
        onderdelen=(
            *_casus("K-2601", wat),
            *_casus("K-2603", wat),
            Noot("4 onderdelen zijn niet voor deze ontvanger. Dit exemplaar is alleen voor u."),
        ),
    )


def _casus(code: str, wat: str) -> Iterator[Onderdeel]:
    yield Kop(2, f"Casus {code}")
    yield Velden(
        (
            ("Aan tafel", "ZVH Rivierland (voorzitter) · Politie (uitvoerder) · GGZ (adviseur)"),
            ("Aanspreekpunt", "Wmo-consulent (Gemeente Waalstede)"),
            ("Evaluatie", "12 januari 2027"),
        )
    )
    yield Kop(3, "Uw afspraken")
    rij = (wat, "04-12-2026", "Eerste bezoek is geweest.")
    yield Tabel(("Wat", "Uiterlijk", "Klaar als"), (rij, rij, rij), (50, 16, 34))
    yield Kop(3, "Wat u mag meenemen")
    yield Kaart(
        "Gezondheid",
        "In zorg; rustig benaderen, één persoon, eerst bellen.",
        Velden((("Van", "verpleegkundige (GGZ)"), ("Voor", wat), ("Bewaren tot", "28-02-2027"))),
    )
    yield Alinea("U neemt verder niets mee.")


def kaal(stuk: Stuk) -> bytes:
    """Dezelfde bladzijde zoals het voorbeeld in de handleiding van reportlab hem maakt."""
    addMapping("NotoSans", 0, 0, "NotoSans")
    addMapping("NotoSans-Bold", 0, 0, "NotoSans-Bold")
    stof = BytesIO()
    document = SimpleDocTemplate(stof, pagesize=A4, title=stuk.soort, invariant=1)
    document.build(list(_vloei(stuk)), onFirstPage=_voet, onLaterPages=_voet)
    return stof.getvalue()


def _voet(doek: Vloei, _document: Vloei) -> None:
    doek.setFont("NotoSans", 7.5)
    doek.drawString(68, 40, "vertrouwelijk · versie 24-11-2026 · logboek 3fa81c09d2b7e645")
    doek.drawRightString(533, 40, f"pagina {doek.getPageNumber()} van 1")


def _vloei(stuk: Stuk) -> Iterator[Vloei]:
    normaal = ParagraphStyle("normaal", fontName="NotoSans", fontSize=9.5, leading=13.5)
    vet = ParagraphStyle("vet", normaal, fontName="NotoSans-Bold", spaceBefore=10)
    yield Paragraph(escape(stuk.titel), vet)
    yield Paragraph(escape(stuk.ondertitel), normaal)
    yield Paragraph(escape(f"Exemplaar voor {stuk.voor}"), vet)
    for onderdeel in stuk.onderdelen:
        match onderdeel:
            case Kop(_, tekst):
                yield Paragraph(escape(tekst), vet)
            case Alinea(tekst) | Noot(tekst):
                yield Paragraph(escape(tekst), normaal)
            case Velden(paren):
                yield _tabel(paren, (110, 340), normaal)
            case Kaart(titel, tekst, velden):
                yield Paragraph(escape(titel), vet)
                yield Paragraph(escape(tekst), normaal)
                yield _tabel(velden.paren, (110, 340), normaal)
            case Tabel(koppen, rijen):
                yield _tabel((koppen, *rijen), (225, 72, 153), normaal)


def _tabel(rijen: tuple[tuple[str, ...], ...], breedtes: tuple[int, ...], stijl: Vloei) -> Vloei:
    cellen = [[Paragraph(escape(tekst), stijl) for tekst in rij] for rij in rijen]
    streep = [("LINEBELOW", (0, 0), (-1, -1), 0.5, "#cccccc"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return Table(cellen, colWidths=breedtes, style=streep, repeatRows=1)
