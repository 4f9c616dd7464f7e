"""Mag dit worden ingebracht? De regels over categorie, grondslag, geheim en niveau, in volgorde.

`bezwaren` noemt alles wat ertegen is, in de volgorde van draaiboek.md; een handeling weigert met
het eerste, een wijzer kan ze allemaal laten zien.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casus_app.catalogus import Catalogus, Grondslag, Soort
from casus_app.domein.casus import BETROKKENE, Kringpersoon, Toestemming
from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import SoortBespreking
from casus_app.domein.tekst import zegt_iets
from casus_app.domein.zeef import Trap
from casus_app.regels.trap import te_hoog_voor
from casus_app.weigeringen import Code, Weigering


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """Een inbreng zoals iemand hem wil doen, met wat er over de kamer bekend is.

    `kamer` is van ieder ander in de kamer de partij en haar soort (sleutels). `kring` zijn de
    personen naast de betrokkene over wie het mag gaan. `dag` is de dag van de bespreking,
    `minderjarig` of de betrokkene dan jonger is dan zestien, `trap` hoe ver de casus open is.
    """

    casus: str
    kader: str
    bespreking: SoortBespreking
    inbrenger: str
    soort: Soort
    pet: str | None
    over: str
    categorie: str
    niveau: Niveau
    grondslag: str
    noodzaak: str
    route: str
    motivering: str
    toestemming: Toestemming | None
    kring: Sequence[Kringpersoon]
    kamer: frozenset[tuple[str, str]]
    dag: date
    minderjarig: bool = False
    trap: Trap = Trap.INHOUD


def bezwaren(catalogus: Catalogus, voorstel: Voorstel) -> Iterator[Weigering]:
    """Alles wat tegen deze inbreng is; niets betekent: het mag."""
    yield from bezwaren_vooraf(catalogus, voorstel)
    yield from _tegen_route(catalogus, voorstel)
    if not _tafel_past_bij_meldrecht(catalogus, voorstel):
        yield Weigering(Code.MELDRECHT_DEKT_TAFEL_NIET)
    if voorstel.bespreking is SoortBespreking.WEGING and voorstel.niveau is Niveau.INHOUD:
        yield Weigering(Code.NIVEAU_TE_HOOG)
    elif not voorstel.trap.laat_toe(voorstel.niveau):
        yield te_hoog_voor(voorstel.trap, voorstel.niveau)


def bezwaren_vooraf(catalogus: Catalogus, voorstel: Voorstel) -> Iterator[Weigering]:
    """Wat al te zeggen is voordat er iets gezegd is: los van de weg, de kamer en het niveau."""
    if not zegt_iets(voorstel.noodzaak):
        yield Weigering(Code.GEEN_NOODZAAK)
    if (
        voorstel.categorie not in catalogus.categorieen
        or voorstel.categorie in voorstel.soort.categorieen_niet
    ):
        yield Weigering(Code.CATEGORIE_NIET_TOEGESTAAN)
    if voorstel.over not in {BETROKKENE, *(persoon.id for persoon in voorstel.kring)}:
        yield Weigering(Code.PERSOON_BUITEN_KRING)
    yield from _tegen_grondslag(catalogus, voorstel)


def _tegen_grondslag(catalogus: Catalogus, voorstel: Voorstel) -> Iterator[Weigering]:
    if not zegt_iets(voorstel.grondslag):
        yield Weigering(Code.GEEN_GRONDSLAG)
        return
    grondslag = catalogus.grondslagen[voorstel.grondslag]
    if grondslag.is_convenant:
        yield Weigering(Code.CONVENANT_IS_GEEN_GRONDSLAG)
    if grondslag.is_toestemming and voorstel.soort.openbaar_lichaam:
        yield Weigering(Code.TOESTEMMING_IS_GEEN_GRONDSLAG)
    if grondslag.is_vitaal_belang and not _acuut(catalogus, voorstel):
        yield Weigering(Code.VITAAL_BELANG_ALLEEN_ACUUT)
    if not _steunt_op(voorstel, grondslag):
        yield Weigering(Code.GRONDSLAG_NIET_VAN_PARTIJ)


def _acuut(catalogus: Catalogus, voorstel: Voorstel) -> bool:
    """Vitaal belang: alleen in acute nood met reden, nooit voor een gemeentelijke taak."""
    route = catalogus.routes.get(voorstel.route)
    return (
        not _gemeentelijk(catalogus, voorstel)
        and route is not None
        and route.acuut
        and zegt_iets(voorstel.motivering)
    )


def _gemeentelijk(catalogus: Catalogus, voorstel: Voorstel) -> bool:
    """De partij werkt voor de gemeente, of het wijkteamlid draagt een gemeentelijke pet."""
    pet = catalogus.petten.get(voorstel.pet or "")
    return voorstel.soort.gemeentelijk or bool(
        voorstel.soort.pet_beslist and pet and pet.gemeentelijk
    )


def _steunt_op(voorstel: Voorstel, grondslag: Grondslag) -> bool:
    """Deze partij kan zich voor deze categorie in dit kader op deze grondslag beroepen."""
    return grondslag.sleutel in voorstel.soort.grondslagen and grondslag.geldt(
        voorstel.kader, voorstel.categorie
    )


def _tegen_route(catalogus: Catalogus, voorstel: Voorstel) -> Iterator[Weigering]:
    """Een beroepsgeheim wordt alleen langs een wettige weg doorbroken (WGS 2.29 lid 2).

    Wie geen geheim heeft dat een weg vraagt, mag er toch een noemen; dan moet die ook kloppen. Een
    toestemming die genoemd wordt moet gelden, ook als de weg een andere is.
    """
    route = catalogus.routes.get(voorstel.route)
    onder_geheim = catalogus.vraagt_route(voorstel.soort, voorstel.pet)
    if onder_geheim and (
        route is None or (route.vereist_toestemming and voorstel.toestemming is None)
    ):
        yield Weigering(Code.GEHEIM_NIET_DOORBROKEN)
    if route and route.vereist_motivering and not zegt_iets(voorstel.motivering):
        yield Weigering(Code.MOTIVERING_ONTBREEKT)
    toestemming = voorstel.toestemming
    if toestemming:
        if not _dekt(voorstel, toestemming):
            yield Weigering(Code.TOESTEMMING_DEKT_NIET)
        if toestemming.ingetrokken_op is not None:
            yield Weigering(Code.TOESTEMMING_INGETROKKEN)


def _dekt(voorstel: Voorstel, toestemming: Toestemming) -> bool:
    """Dezelfde casus, dezelfde spreker, al gegeven, over wie toestemde, en ieder in de kamer.

    Ook een collega van de spreker telt als iemand in de kamer.
    """
    partijen = {partij for partij, _ in voorstel.kamer}
    return (
        toestemming.casus == voorstel.casus
        and toestemming.aan == voorstel.inbrenger
        and toestemming.datum <= voorstel.dag
        and _mag_toestemmen(voorstel, toestemming.van)
        and not buiten_toestemming(toestemming, partijen)
    )


def buiten_toestemming(toestemming: Toestemming, partijen: Iterable[str]) -> frozenset[str]:
    """Welke van deze partijen het niet mogen horen (vraag 32)."""
    return frozenset(partijen) - set(toestemming.ontvangers)


_KIND = ("kind", "zoon", "dochter", "baby")


def _mag_toestemmen(voorstel: Voorstel, van: str) -> bool:
    """Wie het aangaat stemt toe; voor een kind kan ook een ander uit de kring dat (Jw 7.3.15).

    Of die ander de wettelijk vertegenwoordiger is, weet het programma niet; de professional wel.
    """
    if van == voorstel.over:
        return True
    if voorstel.over == BETROKKENE:
        return voorstel.minderjarig
    relatie = next((wie.relatie for wie in voorstel.kring if wie.id == voorstel.over), "")
    return any(woord in relatie.casefold() for woord in _KIND)


def _tafel_past_bij_meldrecht(catalogus: Catalogus, voorstel: Voorstel) -> bool:
    """Een meldrecht geldt alleen tegenover de instantie die de wet noemt (NVO).

    Het meldrecht kan de grondslag zijn, of genoemd zijn als de wettelijke bevoegdheid.
    """
    ontvanger = meldrecht_aan(catalogus, voorstel.grondslag, voorstel.route, voorstel.motivering)
    return ontvanger is None or all(soort == ontvanger for _, soort in voorstel.kamer)


def meldrecht_aan(
    catalogus: Catalogus, grondslag_id: str, route_id: str, motivering: str
) -> str | None:
    """De soort partij tegenover wie dit meldrecht geldt; `None` als het er geen is."""
    grondslag = catalogus.grondslagen.get(grondslag_id)
    if grondslag is not None and grondslag.meldrecht_aan is not None:
        return grondslag.meldrecht_aan
    route = catalogus.routes.get(route_id)
    if route is not None and route.noemt_meldrecht:
        return catalogus.meldrecht_genoemd_in(motivering)
    return None
