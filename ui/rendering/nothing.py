"""A kluis with nothing in it, to draw what a new one looks like."""

from collections.abc import Sequence

from casus_app.domein.waarde import W, Waarde
from casus_app.poorten import Logregel, Logstand, Wijziging


class LegeOpslag:
    """Finds nothing and keeps nothing."""

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        del sleutel
        return next(iter(self.zoek(soort)), None)

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        del soort, waar
        return ()

    def leg_vast(
        self, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel, *, grondig: bool = False
    ) -> str:
        del wijzigingen, regel, grondig
        return ""

    def sluit(self) -> None:
        """There is nothing to close."""

    def laatste_zegel(self) -> str:
        return ""

    def controleer_logboek(self) -> Logstand:
        return Logstand(heel=True, regels=0, laatste="")
