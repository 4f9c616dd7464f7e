"""De brief aan de betrokkene: wie er spraken, waarom, wat er is afgesproken en wat u kunt doen.

Gewone taal (B1), één blad. Organisaties, geen mensen; geen inbreng en geen gronden (BGS 1.3;
AVG 12 lid 1, 14).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import BETROKKENE, Betrokkene, Casus
from casus_app.domein.overleg import (
    Aanwezigheid,
    Bespreking,
    Deelname,
    Overleg,
    Stand,
    Uitnodiging,
)
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.opmaak.afscherming import Afscherming
from casus_app.opmaak.anderen import weggelaten
from casus_app.opmaak.stuk import Alinea, Kop, Lijst, Onderdeel, Opdruk, Stuk, Velden
from casus_app.opmaak.uitnodiging import tijden
from casus_app.opmaak.woorden import bestandsnaam, dag, instelling, opsomming, organisatie, tijd
from casus_app.poorten import Opslag

if TYPE_CHECKING:
    from casus_app.catalogus import Catalogus

RECHTEN = (
    "U mag vragen wat wij over u hebben opgeschreven (inzage).",
    "Klopt er iets niet? Dan mag u vragen om het te verbeteren (rectificatie).",
    "U mag vragen om gegevens weg te halen (wissing).",
    "U mag vragen om gegevens een tijd niet te gebruiken (beperking).",
    "Wilt u niet dat wij uw gegevens gebruiken? Dan mag u bezwaar maken.",
)
"""AVG 15, 16, 17, 18 en 21."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keer:
    """Eén keer dat deze casus aan tafel komt."""

    overleg: Overleg
    bespreking: Bespreking

    @property
    def geweest(self) -> bool:
        return self.bespreking.stand in {Stand.OPEN, Stand.GESLOTEN}


def brief(opslag: Opslag, _catalogus: "Catalogus", casus_id: str, opdruk: Opdruk) -> Stuk:
    """De brief bij deze casus; de bestandsnaam noemt alleen de code."""
    casus = opslag.haal(Casus, casus_id)
    betrokkene = opslag.haal(Betrokkene, casus_id)
    if casus is None or betrokkene is None:
        raise LookupError("een brief is aan de betrokkene van een casus")
    huis = instelling(opslag)
    van = [huis.naam] if huis is not None else []
    return Stuk(
        naam=bestandsnaam("brief", casus_id, extensie="pdf"),
        soort="Brief",
        titel="Overleg over uw situatie",
        ondertitel=" · ".join([*van, dag(opdruk.datum)]),
        wiens="Aan",
        voor=betrokkene.naam,
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(opslag, casus, betrokkene)),
    )


def _onderdelen(opslag: Opslag, casus: Casus, betrokkene: Betrokkene) -> Iterator[Onderdeel]:
    schoon = weggelaten(opslag, casus.id, betrokkene)
    keren = _keren(opslag, casus.id)
    geweest = any(keer.geweest for keer in keren)
    yield Alinea(f"Beste {betrokkene.naam},")
    yield Alinea(" ".join(_aanhef(opslag, casus.id, keren)))
    yield Kop(2, "Waarom is er een overleg?")
    yield Alinea(_zin(schoon.in_tekst(casus.doel)))
    tafel = _organisaties(opslag, casus.id, keren)
    if tafel:
        yield Kop(2, "Wie waren erbij?" if geweest else "Wie komen er?")
        yield Lijst(tafel)
    gevraagd = _gevraagd(opslag, casus.id, keren)
    if gevraagd:
        yield Kop(2, "Wie kregen een vraag?")
        yield Lijst(gevraagd)
    yield from _afspraken(opslag, casus, schoon)
    yield Kop(2, "Wat bewaren wij?")
    yield Alinea(
        "Wij bewaren uw naam, waarom het overleg er is, wie erbij zijn en wat er is afgesproken. "
        "Wat mensen vertellen, halen wij na het overleg weg. Wij bewaren daarvan alleen wat "
        "iemand nodig heeft voor een afspraak. "
        f"Op {dag(casus.vernietigen_op)} is alles uiterlijk weg."
    )
    yield from _rechten(opslag)


def _keren(opslag: Opslag, casus_id: str) -> list[_Keer]:
    keren = [
        _Keer(overleg=overleg, bespreking=bespreking)
        for bespreking in opslag.zoek(Bespreking, casus=casus_id)
        if bespreking.stand is not Stand.DOORGESCHOVEN
        and (overleg := opslag.haal(Overleg, bespreking.overleg)) is not None
    ]
    return sorted(keren, key=lambda keer: (keer.overleg.datum, keer.overleg.begin))


def _aanhef(opslag: Opslag, casus_id: str, keren: list[_Keer]) -> Iterator[str]:
    geweest = [keer for keer in keren if keer.geweest]
    straks = [keer for keer in keren if not keer.geweest]
    if geweest:
        dagen = opsomming(tuple(dict.fromkeys(dag(keer.overleg.datum) for keer in geweest)))
        yield f"Op {dagen} praatten organisaties samen over uw situatie."
    for keer in straks:
        yield f"Op {dag(keer.overleg.datum)} praten organisaties samen over uw situatie."
        if keer.bespreking.uitnodiging is Uitnodiging.UITGENODIGD:
            van = next(van for casus, van, _ in tijden(opslag, keer.overleg) if casus == casus_id)
            yield f"U bent daarbij welkom, om {tijd(van)} uur."
            yield f"De plaats is: {keer.overleg.plaats}."
    if not keren:
        yield "U bent aangemeld voor een overleg. Daarin praten organisaties over uw situatie."
    yield "In deze brief leest u waarom, en wat u kunt doen."


def _organisaties(opslag: Opslag, casus_id: str, keren: list[_Keer]) -> tuple[str, ...]:
    """Organisaties, geen mensen: wie er was, of wie er komt als het overleg nog moet zijn."""
    geweest = [keer for keer in keren if keer.geweest]
    mensen: list[str] = []
    for keer in geweest or keren:
        waar = {"overleg": keer.overleg.id, "casus": casus_id}
        if keer.geweest:
            mensen += [a.professional for a in opslag.zoek(Aanwezigheid, **waar)]
        else:
            stoelen = opslag.zoek(Deelname, ingetrokken_op=None, **waar)
            mensen += [keer.overleg.voorzitter, *(stoel.professional for stoel in stoelen)]
    return tuple(dict.fromkeys(organisatie(opslag, mens) for mens in mensen))


def _gevraagd(opslag: Opslag, casus_id: str, keren: list[_Keer]) -> tuple[str, ...]:
    """Organisaties die niet aan tafel zaten, maar een schriftelijke vraag over hem kregen."""
    kaarten = [
        kaart
        for keer in keren
        for kaart in opslag.zoek(
            Vraagkaart, overleg=keer.overleg.id, casus=casus_id, ingetrokken_op=None
        )
        if kaart.over == BETROKKENE
    ]
    return tuple(dict.fromkeys(organisatie(opslag, kaart.professional) for kaart in kaarten))


def _afspraken(opslag: Opslag, casus: Casus, schoon: Afscherming) -> Iterator[Onderdeel]:
    """Wat gaat gebeuren of gebeurd is; wat niet doorging staat er niet als belofte in."""
    telt = {StandAfspraak.OPEN, StandAfspraak.AFGEROND}
    afspraken = [a for a in opslag.zoek(Afspraak, casus=casus.id) if a.stand in telt]
    if not afspraken:
        return
    yield Kop(2, "Wat is er afgesproken?")
    yield Lijst(
        tuple(
            f"{organisatie(opslag, a.uitvoerder)}: {_zin(schoon.in_tekst(a.wat))} "
            f"Uiterlijk {dag(a.uiterlijk)}."
            for a in afspraken
        )
    )


def _zin(tekst: str) -> str:
    tekst = tekst.strip()
    return tekst if tekst.endswith((".", "!", "?", "…")) else f"{tekst}."


def _rechten(opslag: Opslag) -> Iterator[Onderdeel]:
    yield Kop(2, "Wat kunt u doen?")
    yield Lijst(RECHTEN)
    yield Alinea(
        "U krijgt binnen één maand antwoord. Soms mogen wij iets niet laten zien, bijvoorbeeld om "
        "iemand anders te beschermen. Uw rechten staan in de privacywet: de AVG, artikel 15 tot "
        "en met 21. Bent u het niet eens met ons antwoord? Dan kunt u een klacht sturen naar de "
        "Autoriteit Persoonsgegevens: autoriteitpersoonsgegevens.nl."
    )
    huis = instelling(opslag)
    if huis is not None:
        yield Kop(2, "Bij wie kunt u terecht?")
        yield Velden((("Voor al uw vragen", huis.contactpunt), ("Over uw privacy", huis.fg)))
        yield Alinea(f"Met vriendelijke groet,\n{huis.naam}")
