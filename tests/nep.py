"""Nagemaakte buitenkanten voor de toetsen: een opslag in het geheugen en een stilstaande klok."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from casus_app.domein.waarde import W, Waarde, sleutel_van
from casus_app.poorten import Logregel, Logstand, Wijziging


@dataclass
class GeheugenOpslag:
    """Doet wat de poort belooft, zonder schijf: alles of niets, in volgorde van ontstaan."""

    waarden: dict[type, dict[tuple[str, ...], object]] = field(default_factory=dict)
    regels: list[Logregel] = field(default_factory=list)

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        return self.waarden.get(soort, {}).get(sleutel)  # type: ignore[return-value]

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        return tuple(
            waarde  # type: ignore[misc]
            for waarde in self.waarden.get(soort, {}).values()
            if all(getattr(waarde, veld) == eis for veld, eis in waar.items())
        )

    def leg_vast(
        self, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel, *, grondig: bool = False
    ) -> str:
        for wijziging in wijzigingen:
            waarde = wijziging.na if wijziging.na is not None else wijziging.voor
            assert waarde is not None, "een wijziging van niets naar niets"
            plank = self.waarden.setdefault(type(waarde), {})
            sleutel = sleutel_van(waarde)
            assert plank.get(sleutel) == wijziging.voor, "het was al anders"
            if wijziging.na is None:
                del plank[sleutel]
            else:
                plank[sleutel] = wijziging.na
        self.regels.append(regel)
        return self.laatste_zegel()

    def laatste_zegel(self) -> str:
        return hashlib.sha256(repr(self.regels[-1:]).encode()).hexdigest()

    def sluit(self) -> None:
        self.waarden.clear()

    def controleer_logboek(self) -> Logstand:
        return Logstand(True, len(self.regels), self.laatste_zegel())


@dataclass
class StilleKlok:
    """Het is altijd half tien op dezelfde dag, tot een toets hem verzet."""

    dag: date = date(2026, 11, 24)

    def vandaag(self) -> date:
        return self.dag

    def nu(self) -> datetime:
        return datetime.combine(self.dag, time(9, 30), UTC)
