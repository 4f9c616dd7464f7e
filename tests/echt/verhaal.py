"""Wat de coördinator voorbereidt: veertig professionals, acht casussen, één overleg. Verzonnen."""

from dataclasses import dataclass
from datetime import date, timedelta

from casus_app.__main__ import EchteKlok
from tests.echt.professionals import TAAK

VANDAAG = EchteKlok().vandaag()
"""Een echte kluis houdt de echte dag."""
WACHTZIN = "paarse fiets onder de brug"
HUIS = {
    "naam": "ZVH Waalstede",
    "verantwoordelijke": "de deelnemers van lid 1",
    "contactpunt": "college van Waalstede",
    "fg": "fg@waalstede.example",
}
OVERLEGDAG = VANDAAG + timedelta(days=15)
BEGIN, PLAATS = "09:00", "Zaal 2"
PAUZE = 10


@dataclass(frozen=True, kw_only=True)
class Kring:
    """Iemand om de betrokkene heen."""

    relatie: str
    naam: str
    waarom: str


@dataclass(frozen=True, kw_only=True)
class Stoel:
    """Wie er nodig is, en waarom; de taak volgt uit de functie."""

    functie: str
    waarom: str

    @property
    def taak(self) -> tuple[str, int]:
        """De taak, en de hoeveelste van die van de partij; 0 waar er niets te kiezen is."""
        return TAAK[self.functie]

    @property
    def pet(self) -> str:
        """Namens wie een wijkteamlid er zit."""
        return "hulpverlening" if self.functie == "gezinswerker" else ""


@dataclass(frozen=True, kw_only=True)
class Uitstel:
    """Waarom de betrokkene het nog niet weet."""

    grond: str
    motivering: str
    beoordelaar: str
    over_dagen: int

    @property
    def tot(self) -> date:
        """Wanneer men opnieuw kijkt."""
        return VANDAAG + timedelta(days=self.over_dagen)


@dataclass(frozen=True, kw_only=True)
class Zaak:
    """Een casus, van de aanmelding tot wie er nodig is."""

    code: str
    naam: str
    doel: str
    aanleiding: str
    leefgebieden: tuple[str, ...]
    aanmelder: str
    criteria: tuple[str, str, str, str]
    motivering: str
    vraag: str
    stoelen: tuple[Stoel, ...]
    kring: tuple[Kring, ...] = ()
    uitstel: Uitstel | None = None
    minuten: int = 20
    belang: str = ""
    """Waarom de betrokkene er niet bij is; leeg: uitgenodigd."""


WIJZE = "in een gesprek"
BEOORDELAAR = "officier"


def _code(nummer: int) -> str:
    """De code die het programma voorstelt."""
    return f"K-{VANDAAG:%y}{nummer:02}"


def _stoelen(**redenen: str) -> tuple[Stoel, ...]:
    """Een functie met een streepje voor de spatie, en waarom die er is."""
    return tuple(
        Stoel(functie=functie.replace("_", " "), waarom=waarom)
        for functie, waarom in redenen.items()
    )


ZAKEN = (
    Zaak(
        code=_code(1),
        naam="Bram Doorn",
        doel="Rust in de flat en behandeling die doorgaat.",
        aanleiding="Zes meldingen van overlast in vier weken.",
        leefgebieden=("wonen", "geestelijke gezondheid"),
        aanmelder="wijkagent noord",
        criteria=(
            "Hij is erg in de war.",
            "Wonen en zorg lopen vast; dreigt met geweld.",
            "Buren durven niet thuis te zijn.",
            "Politie en zorg moeten samen optrekken.",
        ),
        motivering="Alleen samen komt er rust.",
        vraag="Wie houdt contact als hij de deur dicht houdt?",
        stoelen=_stoelen(
            wijkagent_noord="Kent de meldingen.",
            psychiater="Behandelt hem.",
            consulent_wmo="Regelt de begeleiding.",
            woonconsulent="Er loopt een ontruiming.",
            bemoeizorger="Staat bij hem aan de deur.",
        ),
        minuten=30,
    ),
    Zaak(
        code=_code(2),
        naam="Roos Linde",
        doel="De kinderen zijn veilig bij vader en moeder.",
        aanleiding="Tweede melding van geweld thuis.",
        leefgebieden=("huiselijke relaties", "opvoeding en gezin"),
        aanmelder="onderzoeker thuis",
        kring=(
            Kring(relatie="zoon", naam="Tijn Linde", waarom="Was erbij."),
            Kring(relatie="partner", naam="Wout Berk", waarom="Sloeg haar."),
        ),
        criteria=(
            "Er is geweld in het gezin.",
            "Relatie en geld; kans op herhaling.",
            "De kinderen zijn niet veilig.",
            "Straf en zorg raken elkaar.",
        ),
        motivering="Zonder plan gaat het weer mis.",
        vraag="Wat is er nodig voor een veilig weekend?",
        stoelen=_stoelen(
            onderzoeker_thuis="Doet het onderzoek.",
            agent_zorg="Was beide keren ter plaatse.",
            regisseur_jeugd="Regelt hulp voor de kinderen.",
            parketsecretaris="De zaak ligt bij het OM.",
        ),
        uitstel=Uitstel(
            grond="uavg-41-i",
            motivering="Als de partner het weet is zij niet veilig.",
            beoordelaar="parketsecretaris",
            over_dagen=8,
        ),
        belang="De partner leest haar post.",
    ),
    Zaak(
        code=_code(3),
        naam="Sem Vos",
        doel="Terug uit detentie zonder terugval.",
        aanleiding="Komt over drie weken vrij.",
        leefgebieden=("verslaving", "politie en justitie"),
        aanmelder="toezichthouder",
        criteria=(
            "Hij gebruikt dagelijks.",
            "Geen huis en schulden; steelt dan.",
            "Vier inbraken in een half jaar.",
            "Detentie en opvang sluiten niet aan.",
        ),
        motivering="Een warme overdracht voorkomt erger.",
        vraag="Waar slaapt hij de eerste nacht?",
        stoelen=_stoelen(
            toezichthouder="Houdt toezicht.",
            nazorg="Regelt de papieren.",
            woonbegeleider="Heeft een bed.",
            behandelaar="Start de behandeling.",
            wijkagent_zuid="Hij komt in Zuid wonen.",
        ),
    ),
    Zaak(
        code=_code(4),
        naam="Noor Es",
        doel="Noor gaat weer naar school.",
        aanleiding="Sinds de zomer thuis en op straat.",
        leefgebieden=("opvoeding en gezin", "veiligheid"),
        aanmelder="jeugdbeschermer",
        kring=(Kring(relatie="moeder", naam="Ada Es", waarom="Heeft gezag."),),
        criteria=(
            "Het gezin kan haar niet begrenzen.",
            "School en thuis; wordt geronseld.",
            "Zij is gezien bij straathandel.",
            "Jeugd en politie weten elk de helft.",
        ),
        motivering="Nu ingrijpen kan nog.",
        vraag="Wie spreekt haar als eerste aan?",
        stoelen=_stoelen(
            jeugdbeschermer="Voert de maatregel uit.",
            raadsonderzoeker="Adviseert de rechter.",
            gezinswerker="Komt wekelijks thuis.",
            regisseur_jeugd="Betaalt de hulp.",
            wijkagent_oost="Ziet haar op straat.",
            jeugdreclasseerder="Er loopt een straf.",
        ),
        minuten=25,
    ),
    Zaak(
        code=_code(5),
        naam="Cor Wilg",
        doel="Cor blijft veilig thuis wonen.",
        aanleiding="Dwaalt en laat het gas open.",
        leefgebieden=("wonen", "lichamelijke gezondheid"),
        aanmelder="consulent wmo",
        criteria=(
            "Hij vergeet alles.",
            "Zorg en wonen; wordt opgelicht.",
            "Er was al een keer brand.",
            "Huisarts en politie zien elk iets.",
        ),
        motivering="Er is haast bij.",
        vraag="Kan hij thuis blijven tot er plek is?",
        stoelen=_stoelen(
            consulent_wmo="Regelt de hulp.",
            huisarts="Kent hem al jaren.",
            woonconsulent="Beheert het gas.",
            wijkagent_noord="Brengt hem thuis.",
        ),
    ),
    Zaak(
        code=_code(6),
        naam="Lot Beuk",
        doel="Schulden stoppen en de huur wordt betaald.",
        aanleiding="Ontruiming over vijf weken.",
        leefgebieden=("wonen", "geestelijke gezondheid"),
        aanmelder="woonconsulent",
        criteria=(
            "Zij opent geen post meer.",
            "Geld en zorg; dreigt met messen.",
            "De deurwaarder durft niet meer.",
            "Geld, zorg en politie samen.",
        ),
        motivering="Ontruimen lost niets op.",
        vraag="Onder welke voorwaarde blijft zij wonen?",
        stoelen=_stoelen(
            woonconsulent="Heeft het vonnis.",
            schuldhulp="Maakt het voorstel.",
            consulent_inkomen="Gaat over de uitkering.",
            crisisdienst="Kent haar van de crisis.",
            agent_zorg="Gaat mee naar binnen.",
        ),
    ),
    Zaak(
        code=_code(7),
        naam="Jip Es",
        doel="Geen nieuw geweld tegen de buurman.",
        aanleiding="Steekpartij in de hal.",
        leefgebieden=("verslaving", "veiligheid"),
        aanmelder="agent zorg",
        criteria=(
            "Hij drinkt en slaat.",
            "Drank en wonen; veroordeeld.",
            "De buurman ligt in het ziekenhuis.",
            "Straf alleen helpt niet.",
        ),
        motivering="Er moet een plan liggen bij vrijlating.",
        vraag="Wat geldt er op de dag dat hij thuiskomt?",
        stoelen=_stoelen(
            agent_zorg="Doet het onderzoek.",
            parketsecretaris="Gaat over de voorwaarden.",
            behandelaar="Kent hem van de kliniek.",
            toezichthouder="Houdt toezicht.",
        ),
        uitstel=Uitstel(
            grond="uavg-41-d",
            motivering="Het onderzoek loopt nog.",
            beoordelaar="parketsecretaris",
            over_dagen=10,
        ),
    ),
    Zaak(
        code=_code(8),
        naam="Ine Roos",
        doel="Moeder en baby krijgen rust.",
        aanleiding="Bevallen zonder vaste plek.",
        leefgebieden=("wonen", "opvoeding en gezin"),
        aanmelder="bemoeizorger",
        kring=(Kring(relatie="baby", naam="Pim Roos", waarom="Slaapt in de auto."),),
        criteria=(
            "Zij heeft geen huis.",
            "Wonen en gezondheid; diefstal.",
            "De baby loopt gevaar.",
            "Zorg en jeugd moeten samen.",
        ),
        motivering="De baby kan niet wachten.",
        vraag="Waar gaan zij vanavond heen?",
        stoelen=_stoelen(
            bemoeizorger="Vond haar in de auto.",
            woonbegeleider="Heeft een kamer.",
            jeugdbeschermer="Let op de baby.",
            consulent_inkomen="Regelt een uitkering.",
            gezinswerker="Komt er dagelijks.",
        ),
    ),
)
VRAAGKAART = {
    "casus": _code(3),
    "partij": "Openbaar Ministerie",
    "professional": "officier",
    "taak": "strafrechtelijke-handhaving",
    "vraag": "Welke voorwaarden gelden er na de vrijlating?",
    "categorie": "justitieel",
    "grondslag": "wgs-1-5-wjsg",
    "noodzaak": "De opvang moet weten wat mag.",
}
VAST = _code(2)
"""Deze casus houdt de plek die hij op de agenda had."""
