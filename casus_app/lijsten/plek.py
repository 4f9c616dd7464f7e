"""Eén regel van de lijst terwijl er over geoordeeld wordt, en wat eraan mankeert."""

from dataclasses import dataclass, field

from casus_app.domein.mensen import Partij, Professional
from casus_app.lijsten.lijst import Kolom, Regel


@dataclass(frozen=True, slots=True)
class Celfout:
    """Wat er met één cel is en hoe u het herstelt; de zin noemt geen namen of inhoud."""

    nr: int
    kolom: Kolom
    zin: str


@dataclass(frozen=True, slots=True)
class Verschil:
    """Een veld dat verandert: wat er staat en wat er komt, zoals een scherm het toont."""

    kolom: Kolom
    van: str
    naar: str


@dataclass(eq=False)
class Plek:
    """Een regel met wat er tot nu toe over bekend is.

    `doel` is wie de regel in de kluis bedoelt; `eerder` is de regel die over dezelfde mens gaat;
    `mens` is wie er uitkomt.
    """

    regel: Regel
    partij: Partij | None = None
    doel: Professional | None = None
    eerder: "Plek | None" = None
    mens: Professional | None = None
    fouten: list[Celfout] = field(default_factory=list)
    verschillen: tuple[Verschil, ...] = ()
    let_op: str = ""

    def cel(self, kolom: Kolom) -> str:
        """De tekst in deze kolom, zonder wit eromheen."""
        return self.regel.cel(kolom)

    def meld(self, kolom: Kolom, zin: str) -> None:
        """Noteert wat er met deze cel is."""
        self.fouten.append(Celfout(self.regel.nr, kolom, zin))

    @property
    def over_een_mens(self) -> bool:
        """Of de regel iets over een professional zegt, en niet alleen over een partij."""
        return any(self.cel(kolom) for kolom in _VAN_EEN_MENS)


_VAN_EEN_MENS = (Kolom.NAAM, Kolom.FUNCTIE, Kolom.EMAIL, Kolom.VERKLARING, Kolom.AANDUIDING)
