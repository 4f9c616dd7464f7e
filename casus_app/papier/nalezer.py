"""De laatste controle: staat er op papier wat er in het stuk staat, en niets anders."""

from pikepdf import PdfError
from pypdf.errors import PyPdfError

from casus_app.fouten import PapierFout
from casus_app.opmaak.stuk import Stuk
from casus_app.papier.lezer import Afwijking, Gelezen, GelezenTekst, lees
from casus_app.papier.tagboom import info, xmp
from casus_app.papier.tekst import gezet
from casus_app.papier.verwachting import (
    bladwijzers,
    gemerkte_teksten,
    randteksten,
    tabelkoppen,
)

MELDING = (
    "Het papier is niet afgegeven: wat erop staat is niet precies wat erop hoort. "
    "Probeer het opnieuw en meld het als het blijft gebeuren."
)


def lees_na(inhoud: bytes, stuk: Stuk, wachtzin: str = "") -> None:
    """Vergelijkt het bestand met het stuk. Fouten: `PapierFout`, zonder inhoud in de zin.

    Met `wachtzin` moet het bestand versleuteld zijn en er precies daarmee opengaan.
    """
    try:
        gelezen = lees(inhoud, wachtzin)
    except (
        Afwijking,
        PdfError,
        PyPdfError,
        KeyError,
        IndexError,
        TypeError,
        ValueError,
        AttributeError,
        UserWarning,  # een stroom die te vroeg ophoudt, waar waarschuwingen fouten zijn
    ) as fout:
        raise PapierFout(MELDING) from fout
    if not (
        _zelfde_tekst(gelezen, stuk) and _zelfde_rand(gelezen, stuk) and _neutraal(gelezen, stuk)
    ):
        raise PapierFout(MELDING)


def _zelfde_tekst(gelezen: Gelezen, stuk: Stuk) -> bool:
    """Elke tekst één keer, in leesvolgorde, met de juiste rol; gezien is gehoord."""
    verwacht = [
        GelezenTekst(gemerkt.rol, gezet(gemerkt.tekst), gemerkt.tekst)
        for gemerkt in gemerkte_teksten(stuk)
    ]
    return gelezen.teksten == verwacht and gelezen.bladwijzers == bladwijzers(stuk)


def _zelfde_rand(gelezen: Gelezen, stuk: Stuk) -> bool:
    """Alleen de vaste rand, en op een vervolgblad de kop van een tabel die doorloopt."""
    koppen = tabelkoppen(stuk)
    for nummer, blad in enumerate(gelezen.bladen, 1):
        vast = randteksten(stuk, nummer, len(gelezen.bladen))
        if tuple(blad.rand[: len(vast)]) != vast:
            return False
        herhaald = tuple(blad.rand[len(vast) :])
        if herhaald and (nummer == 1 or herhaald not in koppen):
            return False
    return True


def _neutraal(gelezen: Gelezen, stuk: Stuk) -> bool:
    """De metadata noemen alleen de soort van het stuk."""
    return (
        gelezen.info == {f"/{naam}": waarde for naam, waarde in info(stuk).items()}
        and gelezen.xmp == xmp(stuk)
        and gelezen.taal == stuk.taal
    )
