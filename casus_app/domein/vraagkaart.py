"""De vraagkaart: één schriftelijke vraag aan een partij, in plaats van een stoel."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from casus_app.domein.casus import BETROKKENE
from casus_app.domein.overleg import Pet


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagkaart:
    """Wie één feit weet, krijgt één vraag met haar grondslag (vraag 33; WGS 2.31 lid 4).

    `uiterlijk` is de dag waarop het antwoord er moet zijn. Is er antwoord, dan wijst `inbreng` de
    inbreng aan die ervan gemaakt is. Is de kaart ingetrokken, dan blijft dat en waarom vastliggen.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    overleg: str
    casus: str
    professional: str
    taak: str
    pet: Pet | None = None
    over: str = BETROKKENE
    vraag: str
    categorie: str
    grondslag: str
    noodzaak: str
    uiterlijk: date
    gesteld_op: date
    beantwoord_op: date | None = None
    inbreng: str | None = None
    ingetrokken_op: date | None = None
    reden_ingetrokken: str = ""

    @property
    def wacht(self) -> bool:
        """Er is nog geen antwoord, en het wordt nog verwacht."""
        return self.inbreng is None and self.ingetrokken_op is None

    @property
    def beantwoord(self) -> bool:
        """Er ligt een antwoord dat aan tafel gehoord kan worden."""
        return self.inbreng is not None and self.ingetrokken_op is None
