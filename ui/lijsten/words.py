"""What a list will do, in words: one line of the file, the whole, and what it leaves out."""

from typing import NamedTuple

from casus_app.lijsten import Celfout, Kolom, Lijst, Regel, Voorbeeld, Voorbeeldregel, Wat
from ui.texts import counted, listed
from ui.widgets.plain_label import Tone

CELL_SHOWN = 60
"""So many characters of a wrong cell are enough to find it."""

SKIPPED = "U slaat deze regel over: er gebeurt niets mee."
NOTHING = "Er verandert niets: alles uit deze lijst staat er al zo."
ALL_SKIPPED = "Er is geen regel over om in te lezen."
READY = "Klopt dit, kies dan Inlezen: alles gaat er samen in."
MEND = (
    "Er gaat nog niets in. Herstel de fouten in het bestand en lees het opnieuw, of haal bij een "
    "regel het vinkje weg (spatiebalk): dan slaat u hem over."
)
WHAT_IT_NEEDS = (
    "Een CSV-, ODS- of XLSX-bestand met boven de kolommen in elk geval 'partij' en 'naam', en "
    "verder: soort partij, functie, e-mail, geheimhoudingsverklaring en geldig tot. U ziet eerst "
    "per regel wat er gebeurt; er gaat pas iets in als u Inlezen kiest."
)


class Line(NamedTuple):
    """A piece of text on a line of its own, and how it is meant."""

    text: str
    tone: Tone = ""


class Row(NamedTuple):
    """One line of the file, as the preview shows it."""

    nr: int
    head: str
    lines: tuple[Line, ...]
    wrong: bool

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return "\n".join((self.head, *(line.text for line in self.lines)))


def row_of(regel: Regel, judged: Voorbeeldregel | None) -> Row:
    """The line with what happens to it; `None` when the user skips it."""
    who = [regel.cel(kolom) for kolom in (Kolom.NAAM, Kolom.FUNCTIE, Kolom.PARTIJ)]
    head = " · ".join((f"Regel {regel.nr}", *(part for part in who if part)))
    if judged is None:
        return Row(regel.nr, head, (Line(SKIPPED),), wrong=False)
    lines = [_wrong(regel, fout) for fout in judged.fouten] or [Line(judged.zin, _tone(judged))]
    lines += [
        Line(
            f"{verschil.kolom.kop}: {verschil.van} wordt {verschil.naar}"
            if verschil.van
            else f"{verschil.kolom.kop} wordt {verschil.naar}"
        )
        for verschil in judged.verschillen
    ]
    if judged.let_op:
        lines.append(Line(f"Let op: {judged.let_op}", "warn"))
    return Row(regel.nr, head, tuple(lines), wrong=bool(judged.fouten))


def _tone(judged: Voorbeeldregel) -> Tone:
    new = {Wat.NIEUWE_PARTIJ, Wat.NIEUWE_PROFESSIONAL, Wat.BIJGEWERKT}
    return "good" if new & set(judged.wat) else ""


def _wrong(regel: Regel, fout: Celfout) -> Line:
    """Which cell, what stands there, and how to mend it."""
    cell = regel.cel(fout.kolom)
    shown = f"{cell[:CELL_SHOWN]}…" if len(cell) > CELL_SHOWN else cell
    there = f"'{shown}'" if shown else "leeg"
    return Line(f"✗ Kolom {fout.kolom.kop} ({there}): {fout.zin}", "bad")


def counts(seen: Voorbeeld, skipped: int) -> str:
    """12 nieuw, 3 bijgewerkt, 25 gelijk, 2 fouten; new organisations only where there are."""
    number = seen.aantallen
    wrong = len(seen.fouten)
    parts = [
        f"{number[Wat.NIEUWE_PROFESSIONAL]} nieuw",
        f"{number[Wat.BIJGEWERKT]} bijgewerkt",
        f"{number[Wat.GELIJK]} gelijk",
        counted(wrong, "fout", "fouten"),
    ]
    extra = (
        (number[Wat.NIEUWE_PARTIJ], "nieuwe partij", "nieuwe partijen"),
        (number[Wat.DUBBEL], "dubbele regel", "dubbele regels"),
        (number[Wat.OVERGESLAGEN], "lege regel", "lege regels"),
        (skipped, "regel overgeslagen", "regels overgeslagen"),
    )
    parts += [counted(many, one, more) for many, one, more in extra if many]
    return ", ".join(parts)


def next_step(seen: Voorbeeld) -> str:
    """What to do now."""
    if seen.fouten:
        return MEND
    if changes(seen):
        return READY
    return (
        NOTHING if any(regel.wat != (Wat.OVERGESLAGEN,) for regel in seen.regels) else ALL_SKIPPED
    )


def changes(seen: Voorbeeld) -> bool:
    """Whether there is anything to keep."""
    return bool(seen.partijen or seen.professionals)


def about(lijst: Lijst) -> str:
    """Which file it is, and the columns the program does nothing with."""
    rows = counted(len(lijst.regels), "regel", "regels")
    text = f"{lijst.bron} · {rows}."
    if lijst.genegeerd:
        names = listed([f"'{kop[:CELL_SHOWN]}'" for kop in lijst.genegeerd])
        one = len(lijst.genegeerd) == 1
        text += f" Deze {'kolom doet' if one else 'kolommen doen'} niet mee: {names}."
    return text
