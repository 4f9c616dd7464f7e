"""Kluizen only to look at: one with nothing in it, and one with more in it than there is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NoReturn

from casus_app.domein.klad import Klad
from casus_app.domein.toegang import Sleutelwerk, Toegang
from casus_app.domein.waarde import W, Waarde, sleutel_van
from casus_app.opmaak import Uitgave
from casus_app.poorten import (
    ALLES,
    BewaardeRegel,
    Logregel,
    Logstand,
    Logzeef,
    Ondertekening,
    Opslag,
    Vaststelling,
    Voortgang,
    Wijziging,
)
from ui.rehearsal import Proefopslag


class LegeOpslag:
    """Finds nothing and keeps nothing."""

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        del sleutel
        return next(iter(self.zoek(soort)), None)

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        del soort, waar
        return ()

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
        return None

    def sloten(self) -> tuple[Toegang, ...]:
        return ()

    def vaststelling(self, nu: Ondertekening) -> Vaststelling:
        del nu
        return Vaststelling((), 0, 0)

    def bewaar_klad(self, klad: Klad) -> None:
        del klad

    def sluit(self) -> None:
        """There is nothing to close."""

    def laatste_zegel(self) -> str:
        return ""

    def controleer_logboek(self) -> Logstand:
        return Logstand(heel=True, regels=0, laatste="")

    def loop_logboek_na(self, meld: Voortgang) -> Logstand | None:
        return self.controleer_logboek() if meld(0, 0) else None

    def logregels(
        self, zeef: Logzeef = ALLES, *, voor: int | None = None
    ) -> Iterator[BewaardeRegel]:
        del zeef, voor
        return iter(())

    def pseudoniem(self, soort: str, sleutel: str) -> str:
        del soort, sleutel
        return ""


class Laag(Proefopslag):
    """Values that lie over another store; nothing is ever written."""

    def __init__(self, onder: Opslag, waarden: Iterable[Waarde]) -> None:
        super().__init__(onder)
        self.lay(waarden)

    def lay(self, waarden: Iterable[Waarde]) -> None:
        """These, instead of what lay over it before."""
        self._boven = {(type(een), sleutel_van(een)): een for een in waarden}

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        found = self._boven.get((soort, sleutel))
        return found if isinstance(found, soort) else super().haal(soort, *sleutel)

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        """In the order in which they came; what lies over another stands in its place."""
        over = {key: een for (_, key), een in self._boven.items() if isinstance(een, soort)}
        under = {sleutel_van(een): een for een in super().zoek(soort)}
        every = (under | over).values()
        return tuple(een for een in every if all(getattr(een, k) == v for k, v in waar.items()))


def no_paper(uitgave: Uitgave) -> NoReturn:
    """Where nothing is done no paper comes out either."""
    raise AssertionError(f"nothing is done here, so no {uitgave.naam}")
