"""Een lijst van mensen inlezen: alle regels samen, of niets."""

from dataclasses import asdict
from typing import ClassVar, Self

from casus_app.blad import Blad
from casus_app.handelingen.kern import Antwoord, Handeling, Vorm, schermhandeling
from casus_app.lijsten import Regel, Voorbeeld, Wat, voorbeeld
from casus_app.weigeringen import Weigering, ongeldig


class Lijstregel(Vorm, frozen=True, kw_only=True):
    """Eén regel van een lijst, als tekst zoals hij in het bestand staat; leeg verandert niets."""

    nr: int
    partij: str = ""
    soort: str = ""
    naam: str = ""
    functie: str = ""
    email: str = ""
    verklaring: str = ""
    geldig_tot: str = ""
    aanduiding: str = ""
    aanduiding_partij: str = ""


@schermhandeling
class MensenInlezen(Handeling, frozen=True, kw_only=True):
    """Partijen, professionals en verklaringen uit een lijst, in één keer vastgelegd.

    Wat er gebeurt is wat het voorbeeld zegt; dat wordt hier opnieuw gemaakt, op de kluis van nu.
    """

    NAAM: ClassVar[str] = "mensen.inlezen"
    regels: tuple[Lijstregel, ...] = ()

    @classmethod
    def van(cls, regels: tuple[Regel, ...]) -> Self:
        """De handeling voor deze regels van een gelezen lijst."""
        return cls(regels=tuple(Lijstregel(**asdict(regel)) for regel in regels))

    def voer_uit(self, blad: Blad) -> Antwoord:
        regels = [
            Regel(**{veld: getattr(regel, veld) for veld in regel.__struct_fields__})
            for regel in self.regels
        ]
        uitkomst = voorbeeld(regels, blad.opslag, blad.catalogus)
        if uitkomst.fouten:
            raise _bezwaar(uitkomst)
        blad.toets_rol()
        if not any(plek.wat != (Wat.OVERGESLAGEN,) for plek in uitkomst.regels):
            raise ongeldig(
                "In deze lijst staat niemand. Kies een lijst met mensen of partijen.", "regels"
            )
        for partij in uitkomst.partijen:
            blad.bewaar(partij)
        for professional in uitkomst.professionals:
            blad.bewaar(professional)
        return {
            "nieuwe_partijen": len(uitkomst.partijen),
            "nieuwe_professionals": uitkomst.aantallen[Wat.NIEUWE_PROFESSIONAL],
            "bijgewerkt": uitkomst.aantallen[Wat.BIJGEWERKT],
        }


def _bezwaar(uitkomst: Voorbeeld) -> Weigering:
    """De eerste cel die niet klopt, en hoeveel er nog meer zijn."""
    eerste, *rest = uitkomst.fouten
    meer = f" Er {'is' if len(rest) == 1 else 'zijn'} nog {len(rest)} meer." if rest else ""
    return ongeldig(f"Regel {eerste.nr}, kolom '{eerste.kolom.kop}': {eerste.zin}{meer}", "regels")
