"""De boom van een getagd stuk: koppen, alinea's, lijsten en tabellen voor een voorlezer."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Knoop:
    """Een element van de boom. Een blad draagt tekst en weet op welke bladen hij gezet is."""

    rol: str
    tekst: str | None = None
    kinderen: list["Knoop"] = field(default_factory=list)
    kenmerk: str = ""
    """Voor een kopcel: of hij over een kolom gaat; voor een lijst: hoe de punten gemerkt zijn."""
    gezet: list[tuple[int, int]] = field(default_factory=list)
    """Blad en volgnummer (MCID) van elk gezet stuk van deze tekst."""

    def erbij(self, rol: str, tekst: str | None = None, kenmerk: str = "") -> "Knoop":
        """Een nieuw kind."""
        kind = Knoop(rol, tekst, kenmerk=kenmerk)
        self.kinderen.append(kind)
        return kind

    def bladen(self) -> Iterator["Knoop"]:
        """Alle dragers van tekst, in leesvolgorde."""
        if self.tekst is not None:
            yield self
        for kind in self.kinderen:
            yield from kind.bladen()
