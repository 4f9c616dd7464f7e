"""De regels van het vak over wat er in het bestand staat: dezelfde als die van de handelingen.

Wat alleen op het moment zelf te zien was, is achteraf niet na te gaan en wordt niet getoetst: wie
er precies in de kamer was, en of een verklaring van een voorbij overleg toen gold. Een toestemming
die later is ingetrokken maakt niet onrechtmatig wat er al gedeeld was.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any

from casus_app.blad import Blad
from casus_app.catalogus import Catalogus
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Casus, Fase, Gegeven, Kringpersoon, Weging
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.waarde import W, Waarde, sleutel_van
from casus_app.overgang.lezen import Fout, Rij
from casus_app.poorten import Opslag
from casus_app.regels import aanmelding, deelname, meenemen, weging
from casus_app.regels import inbreng as inbrengregels
from casus_app.regels.stand import toets_lid_1, toets_noodzaak
from casus_app.regels.voorstel import voorstel_van
from casus_app.regels.vraagkaart import als_stoel
from casus_app.rollen import Gebruiker
from casus_app.weigeringen import Code, Weigering, ongeldig

_WEG = frozenset({Lot.GESCHRAPT, Lot.VERNIETIGD})
_NA_VASTSTELLEN = _WEG | {Lot.MEE}
_TOEN = frozenset({Code.TOESTEMMING_INGETROKKEN})
"""Wat later veranderde en toen geen bezwaar was."""


class _Erbij:
    """De kluis met het bestand erop: zo zien de regels wat zij na het invoeren zouden zien."""

    def __init__(self, opslag: Opslag, waarden: Iterable[Waarde]) -> None:
        self._opslag = opslag
        self._erbij = {(type(een), sleutel_van(een)): een for een in waarden}

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        gevonden = self._erbij.get((soort, sleutel))
        return gevonden if isinstance(gevonden, soort) else self._opslag.haal(soort, *sleutel)

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        """Alleen wat van de casus is wordt zo gevraagd; dat staat helemaal in het bestand."""
        return tuple(
            een
            for een in self._erbij.values()
            if isinstance(een, soort) and all(getattr(een, k) == v for k, v in waar.items())
        )


def bezwaren(
    opslag: Opslag, catalogus: Catalogus, rijen: Sequence[Rij], vandaag: date
) -> Iterator[Fout]:
    """Per rij de eerste regel die zij breekt, op de plek in het bestand."""
    casus = next((r.waarde for r in rijen if isinstance(r.waarde, Casus)), None)
    if casus is None:
        return
    toetser = _Toetser(opslag, catalogus, casus, rijen, vandaag)
    for rij in rijen:
        toets = toetser.van(rij.waarde)
        if toets is None:
            continue
        try:
            weigering = next((een for een in toets() if een.code not in _TOEN), None)
        except Weigering as een:
            weigering = een
        if weigering is not None:
            yield Fout(rij.plek, weigering.melding)


class _Toetser:
    def __init__(
        self,
        opslag: Opslag,
        catalogus: Catalogus,
        casus: Casus,
        rijen: Sequence[Rij],
        vandaag: date,
    ) -> None:
        self._casus = casus
        self._blad = Blad(
            handeling="casus.invoeren",
            gebruiker=Gebruiker("", None),
            kader=casus.kader,
            opslag=_Erbij(opslag, [rij.waarde for rij in rijen]),  # type: ignore[arg-type]  # hier wordt alleen gelezen
            catalogus=catalogus,
            vandaag=vandaag,
            nu=datetime.combine(vandaag, time(), UTC),
        )

        self._toetsen: dict[type[Waarde], Callable[[Any], Iterator[Weigering]]] = {
            Casus: self._van_casus,
            Kringpersoon: self._kring,
            Gegeven: self._gegeven,
            Weging: self._weging,
            Deelname: self._stoel,
            Vraagkaart: self._kaart,
            Inbreng: self._inbreng,
            Meeneming: self._mee,
            Afspraak: self._afspraak,
        }

    def van(self, waarde: Waarde) -> Callable[[], Iterator[Weigering]] | None:
        """Welke regels over zo'n waarde gaan."""
        toets = self._toetsen.get(type(waarde))
        return partial(toets, waarde) if toets else None

    def _van_casus(self, casus: Casus) -> Iterator[Weigering]:
        aanmelding.toets_doel(casus.doel)
        gewogen = self._blad.opslag.haal(Weging, casus.id)
        in_behandeling = casus.fase is Fase.IN_BEHANDELING
        if in_behandeling and not (gewogen and gewogen.in_behandeling):
            yield Weigering(Code.CASUS_NIET_GEWOGEN)

    @staticmethod
    def _kring(wie: Kringpersoon) -> Iterator[Weigering]:
        toets_noodzaak(wie.noodzaak)
        aanmelding.toets_relaties((wie,))
        yield from ()

    def _gegeven(self, gegeven: Gegeven) -> Iterator[Weigering]:
        soort = self._blad.soort_van(self._casus.aanmelder)
        aanmelding.toets_categorieen(self._blad.catalogus, soort, (gegeven.categorie,))
        yield from ()

    def _weging(self, gewogen: Weging) -> Iterator[Weigering]:
        weging.toets_weging(self._blad.catalogus, self._blad.kader_van(self._casus), gewogen)
        toets_lid_1(self._blad, self._casus, gewogen.beoordelaars)
        yield from ()

    def _stoel(self, stoel: Deelname) -> Iterator[Weigering]:
        mens = self._blad.haal(Professional, stoel.professional)
        overleg = self._blad.haal(Overleg, stoel.overleg)
        gevraagd = deelname.Stoel(
            kader=self._casus.kader,
            soort=self._blad.soort_van(stoel.professional),
            taak=stoel.taak,
            noodzaak=stoel.noodzaak,
            pet=stoel.pet,
            verklaring_op=mens.geheimhouding_op,
            verklaring_tot=mens.geheimhouding_tot,
            overlegdatum=overleg.datum,
        )
        return self._zonder_oude_verklaring(gevraagd)

    def _kaart(self, kaart: Vraagkaart) -> Iterator[Weigering]:
        overleg = self._blad.haal(Overleg, kaart.overleg)
        return self._zonder_oude_verklaring(als_stoel(self._blad, overleg, self._casus, kaart))

    def _zonder_oude_verklaring(self, stoel: deelname.Stoel) -> Iterator[Weigering]:
        for bezwaar in deelname.bezwaren(self._blad.catalogus, stoel):
            voorbij = stoel.overlegdatum < self._blad.vandaag
            if not (voorbij and bezwaar.code is Code.GEEN_GEHEIMHOUDINGSVERKLARING):
                yield bezwaar

    def _inbreng(self, inbreng: Inbreng) -> Iterator[Weigering]:
        waar = self._blad.bespreking(inbreng.overleg, inbreng.casus)
        if waar[0].vastgesteld and inbreng.lot not in _NA_VASTSTELLEN:
            yield ongeldig(
                "Dit overleg is vastgesteld. Wat niemand meenam had vernietigd moeten zijn.", "lot"
            )
        if inbreng.lot in _WEG:
            if inbreng.kern or inbreng.noodzaak or inbreng.motivering:
                yield ongeldig("Deze tekst is vernietigd en hoort hier niet te staan.", "kern")
            return
        pet = self._mocht(waar[2], inbreng.inbrenger, inbreng.id)
        voorstel = voorstel_van(self._blad, waar, inbreng, pet=pet, horen=(), dag=waar[0].datum)
        yield from inbrengregels.bezwaren(self._blad.catalogus, voorstel)

    def _mocht(self, bespreking: Bespreking, wie: str, inbreng: str = "") -> str | None:
        """De pet van wie hier een stoel of een kaart had; anders mocht die niets inbrengen."""
        stoel = self._blad.opslag.haal(Deelname, bespreking.overleg, bespreking.casus, wie)
        if stoel is not None:
            return stoel.pet
        kaarten = self._blad.zoek(Vraagkaart, casus=bespreking.casus, professional=wie)
        kaart = next((kaart for kaart in kaarten if kaart.inbreng == inbreng), None)
        if kaart is not None:
            return kaart.pet
        if self._blad.haal(Overleg, bespreking.overleg).voorzitter != wie:
            raise Weigering(Code.NIET_TOEGELATEN)
        return None

    def _mee(self, mee: Meeneming) -> Iterator[Weigering]:
        inbreng = self._blad.haal(Inbreng, mee.inbreng)
        bespreking = self._blad.haal(Bespreking, inbreng.overleg, inbreng.casus)
        afspraak = self._blad.haal(Afspraak, mee.afspraak)
        if inbreng.lot is not Lot.MEE:
            yield ongeldig("Dit mag niemand meenemen.", "inbreng")
        self._mocht(bespreking, mee.ontvanger)
        yield from meenemen.bezwaren(
            self._blad,
            bespreking,
            inbreng,
            afspraak,
            door=inbreng.inbrenger,
            ontvanger=mee.ontvanger,
        )

    def _afspraak(self, afspraak: Afspraak) -> Iterator[Weigering]:
        bespreking = self._blad.haal(Bespreking, afspraak.overleg, afspraak.casus)
        self._mocht(bespreking, afspraak.uitvoerder)
        yield from ()
