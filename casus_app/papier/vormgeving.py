"""Hoe het papier eruitziet: papier en inkt, één accent, drie groottes, twee gewichten."""

from dataclasses import dataclass

from casus_app.papier.lettertype import NORMAAL, VET

Kleur = tuple[float, float, float]

INKT: Kleur = (0.09, 0.11, 0.13)
GRIJS: Kleur = (0.34, 0.37, 0.41)
ACCENT: Kleur = (0.05, 0.32, 0.38)
LIJN: Kleur = (0.78, 0.80, 0.82)
VLAK: Kleur = (0.945, 0.96, 0.96)
PAPIER: Kleur = (1, 1, 1)

MM = 72 / 25.4
BREED, HOOG = 210 * MM, 297 * MM
LINKS, RECHTS = 24 * MM, 22 * MM
BOVEN, ONDER = 20 * MM, 24 * MM
SPIEGEL = BREED - LINKS - RECHTS
INSPRONG = 4.0
"""De eenheid van inspringen en van het wit tussen kolommen."""
RANDLETTER = 7.5
VOET = 14 * MM
"""Hoe hoog de voetregel boven de onderrand staat."""
TOP = HOOG - 13 * MM
"""Waar de regel boven aan een vervolgblad staat, en het stempel OEFENING."""


@dataclass(frozen=True, slots=True)
class Stijl:
    """Een snede, een grootte, een regelafstand en een kleur."""

    letter: str
    grootte: float
    regel: float
    kleur: Kleur


@dataclass(frozen=True, slots=True)
class Zetwijze:
    """Alle stijlen en witten van één dichtheid."""

    titel: Stijl
    kop: Stijl
    tekst: Stijl
    vet: Stijl
    label: Stijl
    uitspraak: Stijl
    klein: Stijl
    kleinvet: Stijl
    wit: float
    """De eenheid van wit; alles ertussen is er een veelvoud van."""


@dataclass(frozen=True, slots=True)
class Dichtheid:
    """Hoe dicht er gezet wordt: eerst gaat er wit af, dan pas een beetje van de letter."""

    letter: float
    wit: float


RUIM = Dichtheid(1, 1)
DICHTER = (Dichtheid(1, 0.8), Dichtheid(0.97, 0.65), Dichtheid(0.94, 0.5))


def zetwijze(dichtheid: Dichtheid) -> Zetwijze:
    """De stijlen bij deze dichtheid."""
    maat = dichtheid.letter

    def stijl(letter: str, grootte: float, regel: float, kleur: Kleur) -> Stijl:
        return Stijl(letter, grootte * maat, regel * maat, kleur)

    return Zetwijze(
        titel=stijl(VET, 18, 23, INKT),
        kop=stijl(VET, 12, 16, ACCENT),
        uitspraak=stijl(VET, 12, 17, INKT),
        tekst=stijl(NORMAAL, 9.5, 13.5, INKT),
        vet=stijl(VET, 9.5, 13.5, INKT),
        label=stijl(NORMAAL, 9.5, 13.5, GRIJS),
        klein=stijl(NORMAAL, 8, 11, GRIJS),
        kleinvet=stijl(VET, 8, 11, GRIJS),
        wit=4 * dichtheid.wit,
    )
