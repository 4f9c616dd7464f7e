"""Ongedaan maken en opnieuw doen: de waarden ervoor terugzetten, niet een omgekeerde handeling.

Een feit (wat aan tafel gebeurde, een vaststelling, een vernietiging) kan niet terug en maakt de
stapels leeg: zo blijft er ook in het geheugen niets staan van wat vernietigd is.
"""

from collections import deque
from dataclasses import dataclass

from casus_app.domein.waarde import Waarde
from casus_app.handelingen import Handeling
from casus_app.poorten import Wijziging

STAPPEN_HOOGSTENS = 30


@dataclass(frozen=True, slots=True)
class Stap:
    """Een gedane handeling met wat zij veranderde."""

    handeling: str
    wijzigingen: tuple[Wijziging[Waarde], ...]

    @property
    def omgekeerd(self) -> tuple[Wijziging[Waarde], ...]:
        """Dezelfde wijzigingen, de andere kant op en van achter naar voren."""
        return tuple(Wijziging(stap.na, stap.voor) for stap in reversed(self.wijzigingen))


class Terug:
    """Wat er teruggedraaid en weer gedaan kan worden; leeg na vergrendelen."""

    def __init__(self) -> None:
        self._gedaan: deque[Stap] = deque(maxlen=STAPPEN_HOOGSTENS)
        self._ongedaan: deque[Stap] = deque(maxlen=STAPPEN_HOOGSTENS)

    @property
    def ongedaan(self) -> Stap | None:
        """Wat als eerste teruggedraaid zou worden."""
        return self._gedaan[-1] if self._gedaan else None

    @property
    def opnieuw(self) -> Stap | None:
        """Wat als eerste weer gedaan zou worden."""
        return self._ongedaan[-1] if self._ongedaan else None

    def gedaan(
        self,
        handeling: Handeling,
        wijzigingen: tuple[Wijziging[Waarde], ...],
        *,
        feit: bool = False,
    ) -> None:
        """Onthoudt een omkeerbare handeling; een feit maakt alles leeg, kijken verandert niets.

        `feit`: deze keer kan het niet terug, ook al is het meestal voorbereiding.
        """
        if not wijzigingen or handeling.BLADERT:
            return
        if feit or not handeling.OMKEERBAAR:
            self.leeg()
            return
        self._ongedaan.clear()
        self._gedaan.append(Stap(handeling.NAAM, wijzigingen))

    def gekeerd(self, stap: Stap) -> None:
        """Deze stap is teruggedraaid, of juist weer gedaan."""
        if self.ongedaan is stap:
            self._ongedaan.append(self._gedaan.pop())
        else:
            self._gedaan.append(self._ongedaan.pop())

    def leeg(self) -> None:
        """Vergeet alles."""
        self._gedaan.clear()
        self._ongedaan.clear()
