"""De lijst van veertig professionals bij vijftien partijen. Verzonnen."""

from dataclasses import dataclass
from datetime import date

_PARTIJEN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Politie Rivierstad",
        "politie",
        ("wijkagent noord", "wijkagent zuid", "wijkagent oost", "agent zorg", "rechercheur"),
    ),
    ("Openbaar Ministerie", "om", ("parketsecretaris", "officier")),
    (
        "Gemeente Waalstede",
        "college",
        ("consulent wmo", "consulent inkomen", "regisseur jeugd", "nazorg", "schuldhulp"),
    ),
    ("GGD Waalstede", "ggd", ("bemoeizorger", "sociaal verpleegkundige")),
    ("Raad voor de Kinderbescherming", "rvdk", ("raadsonderzoeker", "gedragsdeskundige")),
    ("Reclassering Oost", "reclassering", ("toezichthouder", "adviseur recht", "werkmeester")),
    ("Veilig Thuis Rivierenland", "veilig-thuis", ("onderzoeker thuis", "adviseur thuis", "arts")),
    ("Jeugdbescherming Oost", "gi", ("jeugdbeschermer", "jeugdreclasseerder")),
    ("GGZ De Dijk", "ggz", ("psychiater", "ambulant begeleider", "crisisdienst")),
    ("Verslavingszorg De Brug", "verslavingszorg", ("behandelaar", "veldwerker")),
    ("Wijkteam Noord", "wijkteam", ("gezinswerker", "wijkwerker", "ouderenwerker")),
    ("Opvang De Haven", "opvang", ("woonbegeleider", "teamleider opvang")),
    ("WoonWaal", "woningcorporatie", ("woonconsulent", "huismeester")),
    ("Huisartsen Noord", "huisarts", ("huisarts",)),
    (
        "Zorg- en Veiligheidshuis",
        "zvh",
        ("voorzitter", "procesregisseur noord", "procesregisseur zuid"),
    ),
)
_DERDEN = {"woningcorporatie", "huisarts"}
_NAMEN = (
    "R. van Dongen",
    "S. el Amrani",
    "Ł. Wiśniewski",
    "F. Şahin",
    "T. Nguyễn",
    "P. de Groot",
    "K. Ramdin",
    "M. Oosterhof",
)
_GETEKEND = date(2026, 1, 12)


@dataclass(frozen=True, kw_only=True)
class Professional:
    """Iemand op de lijst; de aanduiding geeft het programma, in de volgorde van de lijst."""

    id: str
    partij: str
    soort: str
    naam: str
    functie: str

    @property
    def regel(self) -> tuple[str, ...]:
        """De regel in het bestand."""
        getekend = f"{_GETEKEND:%d-%m-%Y}" if self.soort in _DERDEN else ""
        post = f"{self.functie.replace(' ', '.')}@voorbeeld.example"
        return (self.partij, self.soort, self.naam, self.functie, post, getekend)


KOPPEN = ("partij", "soort partij", "naam", "functie", "e-mail", "geheimhoudingsverklaring")
MENSEN = tuple(
    Professional(
        id=f"M-{nummer:03}",
        partij=partij,
        soort=soort,
        naam=f"{_NAMEN[nummer % len(_NAMEN)]} ({nummer})",
        functie=functie,
    )
    for nummer, (partij, soort, functie) in enumerate(
        ((p, s, f) for p, s, functies in _PARTIJEN for f in functies), start=1
    )
)
WIE = {mens.functie: mens.id for mens in MENSEN}
"""De aanduiding bij een functie; op deze lijst komt elke functie één keer voor."""


TAAK: dict[str, tuple[str, int]] = {
    "wijkagent noord": ("politietaak", 0),
    "wijkagent zuid": ("politietaak", 0),
    "wijkagent oost": ("politietaak", 0),
    "agent zorg": ("politietaak", 0),
    "parketsecretaris": ("strafrechtelijke-handhaving", 1),
    "consulent wmo": ("wmo", 1),
    "consulent inkomen": ("participatiewet", 3),
    "regisseur jeugd": ("jeugdwet", 2),
    "nazorg": ("nazorg", 7),
    "schuldhulp": ("schuldhulp", 4),
    "bemoeizorger": ("oggz", 2),
    "raadsonderzoeker": ("raadsonderzoek", 0),
    "toezichthouder": ("toezicht-advies", 0),
    "onderzoeker thuis": ("meldpunt-veilig-thuis", 0),
    "jeugdbeschermer": ("kinderbescherming", 1),
    "jeugdreclasseerder": ("jeugdreclassering", 2),
    "psychiater": ("behandeling", 1),
    "crisisdienst": ("verplichte-zorg", 2),
    "behandelaar": ("behandeling", 0),
    "gezinswerker": ("hulpverlening", 2),
    "woonbegeleider": ("opvang", 0),
    "woonconsulent": ("verhuur", 0),
    "huisarts": ("huisartsenzorg", 0),
}
"""Voor welke taak iemand komt, en de hoeveelste van die van de partij."""
