"""De grondslagwijzer: wat mag deze partij delen, waarop, langs welke weg, met welke voorwaarde.

De wijzer verzint niets: hij legt elke grondslag en elke route voor aan dezelfde regels die een
inbreng toelaten of weigeren (`regels.inbreng`) en vertelt wat daaruit komt.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casus_app.catalogus import Catalogus, Grondslag, Route, Soort
from casus_app.domein.casus import BETROKKENE, Toestemming
from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import SoortBespreking
from casus_app.domein.zeef import Trap
from casus_app.regels.inbreng import Voorstel, bezwaren
from casus_app.weigeringen import Code, Weigering


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """Wat iemand wil weten; `kamer` noemt de soorten partijen van de anderen in de kamer.

    `trap` is hoe ver de casus open is.
    """

    kader: str
    soort: str
    categorie: str
    pet: str | None = None
    niveau: Niveau = Niveau.INHOUD
    bespreking: SoortBespreking = SoortBespreking.CASUSOVERLEG
    kamer: frozenset[str] = frozenset()
    trap: Trap = Trap.INHOUD


@dataclass(frozen=True, slots=True, kw_only=True)
class Weg:
    """Een manier waarop het mag: de grondslag, zo nodig de route, en wat er waar moet zijn."""

    grondslag: Grondslag
    route: Route | None
    voorwaarden: tuple[str, ...]

    @property
    def artikelen(self) -> str:
        """Waar het staat."""
        delen = [self.grondslag.artikel, *([self.route.artikel] if self.route else [])]
        return "; ".join(dict.fromkeys(delen))

    @property
    def zeker(self) -> str:
        """Hoe zeker de catalogus is: zo zeker als het zwakste deel."""
        treden = ("niet-nagegaan", "ouder", "gevonden")
        delen = [self.grondslag.zeker, *([self.route.zeker] if self.route else [])]
        return min(delen, key=treden.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Onmogelijk:
    """Een grondslag die deze partij heeft maar die hier niet draagt, en waarom."""

    grondslag: Grondslag
    weigering: Weigering


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijzing:
    """Het antwoord: wat kan, wat niet kan, en wie het anders wel zou mogen inbrengen."""

    wegen: tuple[Weg, ...]
    onmogelijk: tuple[Onmogelijk, ...]
    anderen: tuple[Soort, ...]

    @property
    def mag(self) -> bool:
        """Of er een manier is."""
        return bool(self.wegen)


def wijs(catalogus: Catalogus, vraag: Vraag) -> Wijzing:
    """Zoekt alle wegen. Fouten: `KeyError` bij iets dat niet in de catalogus staat."""
    soort = catalogus.soorten[vraag.soort]
    wegen = tuple(_wegen(catalogus, vraag, soort))
    onmogelijk = tuple(
        Onmogelijk(grondslag=grondslag, weigering=eerste)
        for grondslag in catalogus.grondslagen_van(soort, vraag.kader)
        if not any(weg.grondslag is grondslag for weg in wegen)
        and (eerste := _zwaarste(catalogus, vraag, soort, grondslag))
    )
    anderen = () if wegen else tuple(_anderen(catalogus, vraag))
    return Wijzing(wegen=wegen, onmogelijk=onmogelijk, anderen=anderen)


def _wegen(catalogus: Catalogus, vraag: Vraag, soort: Soort) -> Iterator[Weg]:
    """Zonder route waar dat kan; anders elke route die het geheim wettig doorbreekt."""
    for grondslag in catalogus.grondslagen_van(soort, vraag.kader):
        zonder = _voorstel(vraag, soort, grondslag, None)
        if next(bezwaren(catalogus, zonder), None) is None:
            yield _weg(grondslag, None)
            continue
        for route in catalogus.routes.values():
            if vraag.kader not in route.kaders:
                continue
            met = _voorstel(vraag, soort, grondslag, route)
            if next(bezwaren(catalogus, met), None) is None:
                yield _weg(grondslag, route)


def _weg(grondslag: Grondslag, route: Route | None) -> Weg:
    voorwaarden = [grondslag.voorwaarde] if grondslag.voorwaarde else []
    if route is not None:
        voorwaarden += route.voorwaarden
    return Weg(grondslag=grondslag, route=route, voorwaarden=tuple(dict.fromkeys(voorwaarden)))


def _zwaarste(
    catalogus: Catalogus, vraag: Vraag, soort: Soort, grondslag: Grondslag
) -> Weigering | None:
    """Wat deze grondslag hier tegenhoudt, ook langs de beste route."""
    pogingen = [None, *catalogus.routes.values()]
    bezwaar: Weigering | None = None
    for route in pogingen:
        bezwaar = next(bezwaren(catalogus, _voorstel(vraag, soort, grondslag, route)), None)
        if bezwaar is None or bezwaar.code is not Code.GEHEIM_NIET_DOORBROKEN:
            return bezwaar
    return bezwaar


def _voorstel(vraag: Vraag, soort: Soort, grondslag: Grondslag, route: Route | None) -> Voorstel:
    """De inbreng zoals hij zou zijn als alles wat te regelen valt geregeld is."""
    kamer = frozenset((naam, naam) for naam in vraag.kamer)
    toestemming = Toestemming(
        id="t",
        casus="c",
        van=BETROKKENE,
        aan="p",
        gegevens="g",
        ontvangers=tuple(vraag.kamer),
        doel="d",
        wijze="w",
        datum=date.min,
    )
    return Voorstel(
        casus="c",
        kader=vraag.kader,
        bespreking=vraag.bespreking,
        inbrenger="p",
        soort=soort,
        pet=vraag.pet,
        over=BETROKKENE,
        categorie=vraag.categorie,
        niveau=vraag.niveau,
        grondslag=grondslag.sleutel,
        noodzaak="n",
        route=route.sleutel if route else "",
        motivering="artikel 1" if route and route.vereist_motivering else "",
        toestemming=toestemming if route and route.vereist_toestemming else None,
        kring=(),
        kamer=kamer,
        dag=date.max,
        trap=vraag.trap,
    )


def _anderen(catalogus: Catalogus, vraag: Vraag) -> Iterator[Soort]:
    """Welke andere partijen dit wel mogen inbrengen, als deze het niet mag."""
    for soort in catalogus.soorten.values():
        if soort.sleutel == vraag.soort:
            continue
        if next(_wegen(catalogus, replace(vraag, soort=soort.sleutel, pet=None), soort), None):
            yield soort
