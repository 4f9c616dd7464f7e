"""Asking the rules without doing anything: a store that writes nothing, papers that are empty."""

from collections.abc import Iterator, Sequence

from casus_app.domein.klad import Klad
from casus_app.domein.toegang import Sleutelwerk, Toegang
from casus_app.domein.waarde import W, Waarde
from casus_app.opmaak import Uitgave
from casus_app.poorten import (
    ALLES,
    BewaardeRegel,
    Logregel,
    Logstand,
    Logzeef,
    Ondertekening,
    Opslag,
    Papier,
    Vaststelling,
    Voortgang,
    Wijziging,
)


class Proefopslag:
    """Reads the real store and writes nothing: for asking the rules without doing anything."""

    def __init__(self, opslag: Opslag) -> None:
        self._opslag = opslag

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        return self._opslag.haal(soort, *sleutel)

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        return self._opslag.zoek(soort, **waar)

    def leg_vast(
        self,
        wijzigingen: Sequence[Wijziging[Waarde]],
        regel: Logregel,
        *,
        grondig: bool = False,
        werk: Sleutelwerk | None = None,
        ondertekening: Ondertekening | None = None,
    ) -> str:
        del wijzigingen, regel, grondig, werk, ondertekening
        return ""

    def slot(self) -> Toegang | None:
        return self._opslag.slot()

    def sloten(self) -> tuple[Toegang, ...]:
        return self._opslag.sloten()

    def vaststelling(self, nu: Ondertekening) -> Vaststelling:
        return self._opslag.vaststelling(nu)

    def bewaar_klad(self, klad: Klad) -> None:
        del klad

    def sluit(self) -> None:
        """The real one is closed by who opened it."""

    def laatste_zegel(self) -> str:
        return self._opslag.laatste_zegel()

    def controleer_logboek(self) -> Logstand:
        return self._opslag.controleer_logboek()

    def loop_logboek_na(self, meld: Voortgang) -> Logstand | None:
        return self._opslag.loop_logboek_na(meld)

    def logregels(
        self, zeef: Logzeef = ALLES, *, voor: int | None = None
    ) -> Iterator[BewaardeRegel]:
        return self._opslag.logregels(zeef, voor=voor)

    def pseudoniem(self, soort: str, sleutel: str) -> str:
        return self._opslag.pseudoniem(soort, sleutel)


def proefdruk(uitgave: Uitgave) -> Papier:
    """What would be printed, without printing it."""
    return Papier(uitgave.naam, b"")
