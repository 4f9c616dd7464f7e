"""Wat er gebeurt als een lijst wordt ingelezen, regel voor regel, en wat er met welke cel is."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from casus_app.catalogus import Catalogus
from casus_app.domein.mensen import Partij, Professional
from casus_app.lijsten.cel import lees_dag, schrijf_dag
from casus_app.lijsten.lijst import Kolom, Regel
from casus_app.lijsten.mensenboek import Mensenboek
from casus_app.lijsten.partijboek import Partijboek
from casus_app.lijsten.plek import Celfout, Plek, Verschil
from casus_app.poorten import Opslag
from casus_app.regels.mensen import bezwaar_email
from casus_app.regels.verklaring import bezwaar_geldigheid


class Wat(StrEnum):
    """Wat er met een regel gebeurt."""

    NIEUWE_PARTIJ = "nieuwe partij"
    NIEUWE_PROFESSIONAL = "nieuwe professional"
    BIJGEWERKT = "wordt bijgewerkt"
    GELIJK = "bestaat al en blijft gelijk"
    DUBBEL = "staat al eerder in de lijst"
    OVERGESLAGEN = "overgeslagen: leeg"
    FOUT = "klopt nog niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeldregel:
    """Eén regel van het voorbeeld; `nr` is het nummer van de rij in het bestand.

    `partij` en `mens` zijn zoals ze worden. Een lege cel verandert nooit iets.
    """

    nr: int
    wat: tuple[Wat, ...]
    partij: Partij | None
    mens: Professional | None
    verschillen: tuple[Verschil, ...]
    fouten: tuple[Celfout, ...]
    let_op: str

    @property
    def zin(self) -> str:
        """Wat er gebeurt, in één zin."""
        begin = " en ".join(self.wat)
        return f"{begin[0].upper()}{begin[1:]}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """Alle regels, en wat er bewaard wordt als de gebruiker akkoord gaat."""

    regels: tuple[Voorbeeldregel, ...]
    partijen: tuple[Partij, ...]
    professionals: tuple[Professional, ...]

    @property
    def fouten(self) -> tuple[Celfout, ...]:
        """Alles wat eerst hersteld moet worden; zolang er iets staat gaat er niets in."""
        return tuple(fout for regel in self.regels for fout in regel.fouten)

    @property
    def aantallen(self) -> Counter[Wat]:
        """Hoeveel regels er wat overkomt."""
        return Counter(wat for regel in self.regels for wat in regel.wat)


def voorbeeld(regels: Sequence[Regel], opslag: Opslag, catalogus: Catalogus) -> Voorbeeld:
    """Bekijkt de regels tegen de kluis en tegen elkaar; er verandert niets."""
    return voorbeeld_van(regels, opslag.zoek(Partij), opslag.zoek(Professional), catalogus)


def voorbeeld_van(
    regels: Sequence[Regel],
    bekende_partijen: Sequence[Partij],
    bekende_mensen: Sequence[Professional],
    catalogus: Catalogus,
) -> Voorbeeld:
    """Hetzelfde met wat al uit de kluis gelezen is: zo kan het op een andere draad."""
    plekken = [Plek(regel) for regel in regels]
    partijen = Partijboek(bekende_partijen, catalogus, plekken)
    for plek in plekken:
        partijen.wijs_aan(plek)
    Mensenboek(bekende_mensen).koppel(plekken)
    for plek in sorted(plekken, key=lambda plek: plek.eerder is not None):
        if plek.over_een_mens:
            _oordeel(plek)
    uitkomst = tuple(_regel(plek, nieuw=plek.regel.nr in partijen.nieuw) for plek in plekken)
    return Voorbeeld(
        regels=uitkomst,
        partijen=tuple(partijen.nieuw.values()),
        professionals=tuple(
            plek.mens
            for plek in plekken
            if plek.mens and not plek.eerder and plek.mens != plek.doel
        ),
    )


def _oordeel(plek: Plek) -> None:
    """Vult in wie het wordt, en wat er verandert of niet klopt."""
    if plek.eerder:
        _vergelijk(plek, plek.eerder)
        return
    if plek.doel is None and plek.mens:
        _toets_volledig(plek)
    basis = plek.doel or plek.mens or _NIEMAND
    if plek.doel and plek.partij and plek.partij.id != plek.doel.partij:
        plek.meld(
            Kolom.PARTIJ,
            "Deze professional staat bij een andere partij, en een lijst verplaatst niemand: "
            "wat hij al inbracht blijft van die partij. Maak aanduiding en e-mail leeg; dan komt "
            "er iemand nieuws bij.",
        )
    mens, plek.verschillen = _pas_toe(plek, basis)
    plek.mens = mens if basis is not _NIEMAND else None


def _toets_volledig(plek: Plek) -> None:
    """Wat een nieuwe professional moet hebben; `professional.registreren` vraagt hetzelfde."""
    if plek.partij is None and not plek.fouten:
        plek.meld(Kolom.PARTIJ, "Vul in voor welke partij deze professional werkt.")
    if not plek.cel(Kolom.NAAM):
        plek.meld(Kolom.NAAM, "Vul de naam van deze professional in.")
    if not plek.cel(Kolom.FUNCTIE):
        plek.meld(Kolom.FUNCTIE, "Vul de functie van deze professional in.")


def _vergelijk(plek: Plek, eerder: Plek) -> None:
    """Twee regels over één mens mogen, als ze hetzelfde zeggen."""
    plek.mens = eerder.mens
    if eerder.mens is None:
        return
    _, verschillen = _pas_toe(plek, eerder.mens)
    ander_huis = plek.partij is not None and plek.partij.id != eerder.mens.partij
    if verschillen or ander_huis:
        plek.meld(
            verschillen[0].kolom if verschillen else Kolom.PARTIJ,
            f"Deze professional staat ook op regel {eerder.regel.nr}, en daar staat iets anders. "
            "Laat één van beide staan. Zijn het twee mensen, geef dan elk een eigen e-mailadres.",
        )


def _pas_toe(plek: Plek, basis: Professional) -> tuple[Professional, tuple[Verschil, ...]]:
    """De mens zoals hij na deze regel is, en wat daaraan anders is; lege cellen tellen niet."""
    mens, verschillen = basis, []
    for kolom, veld in _VELDEN.items():
        oud, nieuw = str(getattr(basis, veld)), plek.cel(kolom)
        if not nieuw or nieuw == oud.strip():
            continue
        if bezwaar := _bezwaar(kolom, nieuw):
            plek.meld(kolom, bezwaar)
            continue
        anders: dict[str, Any] = {veld: nieuw}
        mens = replace(mens, **anders)
        verschillen.append(Verschil(kolom, oud, nieuw))
    for kolom, veld in _DAGEN.items():
        dag = _lees_dag(plek, kolom)
        oud_dag: date | None = getattr(basis, veld)
        if dag is not None and dag != oud_dag:
            nieuwe_dag: dict[str, Any] = {veld: dag}
            mens = replace(mens, **nieuwe_dag)
            verschillen.append(
                Verschil(kolom, schrijf_dag(oud_dag) if oud_dag else "", schrijf_dag(dag))
            )
    if any(verschil.kolom in _DAGEN for verschil in verschillen) and (
        weigering := bezwaar_geldigheid(mens.geheimhouding_op, mens.geheimhouding_tot)
    ):
        plek.meld(Kolom.GELDIG_TOT, weigering.melding)
    return mens, tuple(verschillen)


def _lees_dag(plek: Plek, kolom: Kolom) -> date | None:
    tekst = plek.cel(kolom)
    dag = lees_dag(tekst) if tekst else None
    if tekst and dag is None:
        plek.meld(
            kolom, "Deze datum is niet te lezen. Schrijf dag-maand-jaar, bijvoorbeeld 24-11-2026."
        )
    return dag


def _bezwaar(kolom: Kolom, tekst: str) -> str:
    if _REKENFOUT.fullmatch(tekst):
        return "Het rekenblad kon deze cel niet uitrekenen. Typ wat er moet staan."
    weigering = bezwaar_email(tekst) if kolom is Kolom.EMAIL else None
    return weigering.melding if weigering else ""


def _regel(plek: Plek, *, nieuw: bool) -> Voorbeeldregel:
    """Het oordeel over één regel, zoals een scherm het toont."""
    let_op = plek.let_op
    if plek.doel and any(verschil.kolom is Kolom.NAAM for verschil in plek.verschillen):
        let_op = "De naam verandert. Is dit iemand anders, maak dan aanduiding en e-mail leeg."
    return Voorbeeldregel(
        nr=plek.regel.nr,
        wat=(Wat.FOUT,) if plek.fouten else tuple(_wat(plek, nieuw=nieuw)),
        partij=plek.partij,
        mens=plek.mens,
        verschillen=plek.verschillen if plek.doel else (),
        fouten=tuple(plek.fouten),
        let_op=let_op,
    )


def _wat(plek: Plek, *, nieuw: bool) -> list[Wat]:
    gedaan = [Wat.NIEUWE_PARTIJ] if nieuw else []
    if plek.eerder:
        gedaan.append(Wat.DUBBEL)
    elif plek.doel:
        gedaan.append(Wat.BIJGEWERKT if plek.verschillen else Wat.GELIJK)
    elif plek.mens:
        gedaan.append(Wat.NIEUWE_PROFESSIONAL)
    elif not nieuw:
        gedaan.append(Wat.GELIJK if plek.partij else Wat.OVERGESLAGEN)
    return gedaan


_NIEMAND = Professional(id="", partij="", naam="", functie="")
_VELDEN = {Kolom.NAAM: "naam", Kolom.FUNCTIE: "functie", Kolom.EMAIL: "email"}
_DAGEN = {Kolom.VERKLARING: "geheimhouding_op", Kolom.GELDIG_TOT: "geheimhouding_tot"}
_REKENFOUT = re.compile(
    r"#(N/[AB]|(REF|VERW|VALUE|WAARDE|DIV/0|DEEL/0|NUM|GETAL|NULL|LEEG|SPILL|OVERLOOP)!"
    r"|(NAME|NAAM)\?)"
)
