"""Het jaarbeeld: wat dit huis in een kalenderjaar deed, in getallen en staven, zonder een mens."""

from collections.abc import Iterator
from fractions import Fraction

from casus_app.catalogus import Catalogus
from casus_app.opmaak.jaarcijfers import KLEIN, SAMEN, Deel, Jaarcijfers, jaarcijfers, te_tonen
from casus_app.opmaak.stuk import Alinea, Kop, Noot, Onderdeel, Opdruk, Stuk, Tabel, Velden
from casus_app.opmaak.woorden import aantal, instelling
from casus_app.poorten import Opslag

MINDER = f"minder dan {KLEIN}"
HERKOMST = (
    "De cijfers komen uit het logboek en uit wat er nog is na het vaststellen en vernietigen. "
    "Mensen, wachten en grondslagen tellen vernietigde casussen niet."
)
_KOLOMMEN = (60, 16, 24)


def jaarbeeld(opslag: Opslag, catalogus: Catalogus, jaar: int, opdruk: Opdruk) -> Stuk:
    """Wat er van dit jaar getoond mag worden."""
    huis = instelling(opslag)
    cijfers = jaarcijfers(opslag, catalogus, jaar)
    lopend = " · tot vandaag" if opdruk.datum.year == jaar else ""
    return Stuk(
        naam=f"jaarbeeld-{jaar}.pdf",
        soort="Jaarbeeld",
        titel=f"Jaarbeeld {jaar}",
        ondertitel=f"{huis.naam if huis else ''}{lopend}".removeprefix(" · "),
        voor="de verwerkingsverantwoordelijke en de FG",
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(cijfers)),
    )


def _onderdelen(cijfers: Jaarcijfers) -> Iterator[Onderdeel]:
    yield Velden(
        (
            ("Casussen aangemeld", _getal(cijfers.casussen)),
            ("Overleggen vastgesteld", _getal(cijfers.overleggen)),
            ("Besprekingen afgerond", _getal(cijfers.besprekingen)),
            ("Mensen per bespreking", _gemiddeld(cijfers.mensen)),
            ("Keer iets meegegeven", _getal(cijfers.releases)),
            ("Casussen vernietigd", _getal(te_tonen(_totaal(cijfers.vernietigingen)))),
        )
    )
    yield Kop(2, _gespaard(cijfers.bespaard))
    yield Alinea(
        "Dit telt het wachten tussen twee casussen, van alle mensen samen. De orde waarin de "
        "casussen op de agenda kwamen, min de orde die gebruikt is."
    )
    yield from _verdeeld(
        cijfers.grondslagen,
        "Grondslag",
        "De grondslag die het vaakst gebruikt is: {naam}",
        "Te weinig inbreng om een verdeling te laten zien",
    )
    yield from _verdeeld(
        cijfers.weigeringen,
        "Reden",
        "De reden van de meeste weigeringen: {naam}",
        "Het programma weigerde te weinig om een verdeling te laten zien",
    )
    yield from _verdeeld(
        cijfers.vernietigingen,
        "Vernietigd",
        "De meeste vernietigde casussen gingen weg: {naam}",
        "Te weinig casussen vernietigd om een verdeling te laten zien",
    )
    yield Noot(
        f"Een aantal onder {KLEIN} staat er niet: dat kan een mens aanwijzen. Kleine delen staan "
        f"samen onder '{SAMEN}'. {HERKOMST}"
    )


def _getal(getal: int | None) -> str:
    return MINDER if getal is None else f"{getal:_}".replace("_", ".")


def _totaal(delen: tuple[Deel, ...]) -> int:
    return sum(deel.aantal for deel in delen)


def _gemiddeld(mensen: Fraction | None) -> str:
    if mensen is None:
        return "te weinig besprekingen voor een gemiddelde"
    return f"gemiddeld {float(mensen):.1f}".replace(".", ",")


def _gespaard(minuten: int | None) -> str:
    if minuten is None:
        return "Te weinig besproken om over wachten iets te zeggen"
    if minuten == 0:
        return "De orde van de tafel spaarde geen wachten uit"
    tijd = _duur(abs(minuten))
    return (
        f"De orde van de tafel spaarde {tijd} wachten uit"
        if minuten > 0
        else f"De orde van de tafel kostte {tijd} meer wachten dan de agenda"
    )


def _duur(minuten: int) -> str:
    uren, rest = divmod(minuten, 60)
    delen = [f"{_getal(uren)} uur"] if uren else []
    delen += [aantal(rest, "minuut", "minuten")] if rest or not uren else []
    return " en ".join(delen)


def _verdeeld(
    delen: tuple[Deel, ...], kolom: str, grootste: str, niets: str
) -> Iterator[Onderdeel]:
    """Een zin die zegt wat er te zien is, en de staven met hun getallen; of alleen de zin."""
    if not delen or delen[0].naam == SAMEN:
        yield Kop(2, niets)
        return
    totaal, meeste = _totaal(delen), max(deel.aantal for deel in delen)
    eerste = delen[0].naam
    yield Kop(2, grootste.format(naam=eerste[:1].lower() + eerste[1:]))
    yield Tabel(
        (kolom, "Aantal", "Deel"),
        tuple(
            (deel.naam, _getal(deel.aantal), f"{round(100 * deel.aantal / totaal)} %")
            for deel in delen
        ),
        _KOLOMMEN,
        tuple(deel.aantal / meeste for deel in delen),
    )
