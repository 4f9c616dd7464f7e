"""Elke weigering: een code, een zin die zegt wat er ontbreekt en wat u kunt doen, en de bron.

Een weigering verandert niets. De zinnen staan hier en nergens anders; ze noemen geen namen.
"""

from dataclasses import dataclass
from enum import StrEnum

from casus_app.fouten import CasusFout


class Code(StrEnum):
    """De codes van draaiboek.md, in de volgorde waarin ze gaan als meer regels gebroken zijn."""

    GEEN_DOEL = "geen-doel"
    CASUS_NIET_GEWOGEN = "casus-niet-gewogen"
    CRITERIA_NIET_VOLDAAN = "criteria-niet-voldaan"
    BEOORDELAAR_NIET_BEVOEGD = "beoordelaar-niet-bevoegd"
    GEEN_TAAK = "geen-taak"
    TAAK_NIET_VAN_PARTIJ = "taak-niet-van-partij"
    GEEN_NOODZAAK = "geen-noodzaak"
    PET_ONTBREEKT = "pet-ontbreekt"
    GEEN_GEHEIMHOUDINGSVERKLARING = "geen-geheimhoudingsverklaring"
    BETROKKENE_NIET_GEINFORMEERD = "betrokkene-niet-geinformeerd"
    UITNODIGING_ONTBREEKT = "uitnodiging-ontbreekt"
    NIET_TOEGELATEN = "niet-toegelaten"
    NIET_AANWEZIG = "niet-aanwezig"
    ANDERE_BESPREKING_OPEN = "andere-bespreking-open"
    BESPREKING_NIET_OPEN = "bespreking-niet-open"
    BESPREKING_GESLOTEN = "bespreking-gesloten"
    CATEGORIE_NIET_TOEGESTAAN = "categorie-niet-toegestaan"
    PERSOON_BUITEN_KRING = "persoon-buiten-kring"
    GEEN_GRONDSLAG = "geen-grondslag"
    CONVENANT_IS_GEEN_GRONDSLAG = "convenant-is-geen-grondslag"
    TOESTEMMING_IS_GEEN_GRONDSLAG = "toestemming-is-geen-grondslag"
    VITAAL_BELANG_ALLEEN_ACUUT = "vitaal-belang-alleen-acuut"
    GRONDSLAG_NIET_VAN_PARTIJ = "grondslag-niet-van-partij"
    GEHEIM_NIET_DOORBROKEN = "geheim-niet-doorbroken"
    MOTIVERING_ONTBREEKT = "motivering-ontbreekt"
    TOESTEMMING_DEKT_NIET = "toestemming-dekt-niet"
    TOESTEMMING_INGETROKKEN = "toestemming-ingetrokken"
    MELDRECHT_DEKT_TAFEL_NIET = "meldrecht-dekt-tafel-niet"
    NIVEAU_TE_HOOG = "niveau-te-hoog"
    ADVISEUR_NEEMT_NIETS_MEE = "adviseur-neemt-niets-mee"
    ALLEEN_DE_INBRENGER = "alleen-de-inbrenger"
    GEEN_AFSPRAAK = "geen-afspraak"
    INBRENG_ONBESLIST = "inbreng-onbeslist"
    BESLUIT_ONTBREEKT = "besluit-ontbreekt"
    OVERLEG_NIET_AFGEROND = "overleg-niet-afgerond"
    OVERLEG_VASTGESTELD = "overleg-vastgesteld"
    NOG_NIET_VASTGESTELD = "nog-niet-vastgesteld"
    CASUS_AFGESCHERMD = "casus-afgeschermd"
    TERMIJN_TE_LANG = "termijn-te-lang"
    ROL_NIET_BEVOEGD = "rol-niet-bevoegd"
    ONBEKEND = "onbekend"
    ONGELDIG = "ongeldig"
    BESTAAT_AL = "bestaat-al"


@dataclass(frozen=True, slots=True)
class Uitleg:
    """De zin bij een code, en de bron van de regel (leeg waar het geen rechtsregel is)."""

    melding: str
    bron: str


UITLEG: dict[Code, Uitleg] = {
    Code.GEEN_DOEL: Uitleg(
        "Deze casus heeft nog geen doel. Schrijf in één zin wat het overleg wil bereiken.",
        "AVG 5 lid 1 b; WGS 2.25",
    ),
    Code.CASUS_NIET_GEWOGEN: Uitleg(
        "Deze casus is nog niet gewogen of niet in behandeling genomen. "
        "Doe eerst de weging, of zet hem als weging op de agenda.",
        "WGS 2.31 lid 2; BGS 2.20",
    ),
    Code.CRITERIA_NIET_VOLDAAN: Uitleg(
        "De casus voldoet nog niet aan de voorwaarden om hem in behandeling te nemen. "
        "Vul aan wat ontbreekt, of neem hem niet in behandeling.",
        "BGS 2.20; MvT Wams 2.1",
    ),
    Code.BEOORDELAAR_NIET_BEVOEGD: Uitleg(
        "Hier moet iemand van een publieke deelnemer over oordelen: politie, OM, gemeente, GGD, "
        "Raad of DJI. Voeg zo iemand toe als beoordelaar.",
        "WGS 2.31 lid 2 en 8",
    ),
    Code.GEEN_TAAK: Uitleg(
        "Zonder wettelijke taak is er geen stoel. Kies de taak waarvoor deze partij hier is, "
        "of vraag de informatie op een andere manier.",
        "vraag 33; WGS 2.31 lid 4",
    ),
    Code.TAAK_NIET_VAN_PARTIJ: Uitleg(
        "Deze taak hoort niet bij deze partij. Kies een taak van de partij zelf.",
        "WGS 2.27",
    ),
    Code.GEEN_NOODZAAK: Uitleg(
        "Er staat niet waarom dit voor deze casus nodig is. Schrijf dat in één zin op.",
        "vraag 33; MvT Wams 5.4.3",
    ),
    Code.PET_ONTBREEKT: Uitleg(
        "Een wijkteamlid kan hier met verschillende petten zitten. Kies: toeleiding, "
        "hulpverlening, casusregie of procesregie.",
        "vraag 26 en 30",
    ),
    Code.GEEN_GEHEIMHOUDINGSVERKLARING: Uitleg(
        "Deze partij is een derde. Laat de professional eerst een geheimhoudingsverklaring "
        "tekenen, uiterlijk op de dag van het overleg.",
        "BGS 2.21 lid 2",
    ),
    Code.BETROKKENE_NIET_GEINFORMEERD: Uitleg(
        "De betrokkene weet nog niet van deze bespreking. Leg vast dat de betrokkene is "
        "geïnformeerd, of waarom dat wordt uitgesteld.",
        "vraag 36; BGS 1.3",
    ),
    Code.UITNODIGING_ONTBREEKT: Uitleg(
        "Er is nog niet besloten of de betrokkene erbij is. Nodig de betrokkene uit, of leg vast "
        "welk zwaarwegend belang zich daartegen verzet.",
        "MvT Wams 5.4.3",
    ),
    Code.NIET_TOEGELATEN: Uitleg(
        "Er is iemand die voor deze casus niet is toegelaten. Laat die de kamer uitgaan, of laat "
        "hem toe met taak en noodzaak.",
        "vraag 33",
    ),
    Code.NIET_AANWEZIG: Uitleg(
        "Deze persoon is nu niet in de kamer. Laat hem eerst binnen.",
        "",
    ),
    Code.ANDERE_BESPREKING_OPEN: Uitleg(
        "Er ligt al een casus op tafel. Sluit die eerst, of schuif hem door.",
        "",
    ),
    Code.BESPREKING_NIET_OPEN: Uitleg(
        "Deze casus ligt nu niet op tafel. Open eerst de bespreking.",
        "",
    ),
    Code.BESPREKING_GESLOTEN: Uitleg(
        "De bespreking van deze casus is al klaar. Zet de casus op een volgend overleg.",
        "",
    ),
    Code.CATEGORIE_NIET_TOEGESTAAN: Uitleg(
        "Dit soort gegevens mag hier niet worden ingebracht, of niet door deze partij. "
        "Laat het weg, of laat de partij die het wel mag het inbrengen.",
        "WGS 2.30; UAVG 22-33",
    ),
    Code.PERSOON_BUITEN_KRING: Uitleg(
        "Deze persoon hoort niet tot het gezin of de directe kring van de betrokkene. "
        "Laat het weg, of kies iemand uit de kring van deze casus.",
        "BGS 2.19",
    ),
    Code.GEEN_GRONDSLAG: Uitleg(
        "Er is geen grondslag gekozen. Kies de grondslag waarop deze partij dit mag delen.",
        "AVG 6, 9 en 10",
    ),
    Code.CONVENANT_IS_GEEN_GRONDSLAG: Uitleg(
        "Een convenant of protocol is geen grondslag. Kies de wet waarop deze partij dit mag "
        "delen.",
        "vraag 31",
    ),
    Code.TOESTEMMING_IS_GEEN_GRONDSLAG: Uitleg(
        "Voor een overheid is toestemming geen grondslag. Kies de wettelijke taak. "
        "Toestemming kan wel een beroepsgeheim doorbreken.",
        "AP 2016; vraag 19 en 32",
    ),
    Code.VITAAL_BELANG_ALLEEN_ACUUT: Uitleg(
        "Vitaal belang geldt alleen in acute nood, met de route 'acute nood' en een reden, en "
        "nooit voor een taak van de gemeente. Kies een andere grondslag.",
        "vraag 27 en 35",
    ),
    Code.GRONDSLAG_NIET_VAN_PARTIJ: Uitleg(
        "Deze partij kan dit soort gegevens niet op deze grondslag delen. Kies een grondslag die "
        "bij de partij en de gegevens hoort.",
        "WGS 1.5; sectorwet",
    ),
    Code.GEHEIM_NIET_DOORBROKEN: Uitleg(
        "Deze professional heeft een beroepsgeheim. Vraag langs welke weg hij mag spreken, "
        "bijvoorbeeld met toestemming. Kan dat niet, dan luistert hij alleen.",
        "WGS 2.29 lid 2; BW 7:457; Jeugdwet 7.3.11",
    ),
    Code.MOTIVERING_ONTBREEKT: Uitleg(
        "Voor deze weg is een geschreven reden nodig. Laat de professional zeggen waarom het "
        "moet, en schrijf dat kort op.",
        "vraag 34",
    ),
    Code.TOESTEMMING_DEKT_NIET: Uitleg(
        "Deze toestemming past niet: ze is voor een andere casus of professional, of niet voor "
        "iedereen in de kamer. Laat wie er niet onder valt de kamer uitgaan, of kies een andere "
        "weg.",
        "vraag 32",
    ),
    Code.TOESTEMMING_INGETROKKEN: Uitleg(
        "Deze toestemming is ingetrokken. Vraag opnieuw toestemming, of kies een andere weg.",
        "vraag 32",
    ),
    Code.MELDRECHT_DEKT_TAFEL_NIET: Uitleg(
        "Een meldrecht geldt alleen tegenover de instantie die de wet noemt. Doe de melding "
        "apart, of laat de anderen de kamer uitgaan.",
        "NVO; Wmo 2015 5.2.6; BW 1:240; Jeugdwet 7.3.11 lid 4",
    ),
    Code.NIVEAU_TE_HOOG: Uitleg(
        "In een weging wordt geen inhoud gedeeld. Zeg alleen dat iemand bekend is, of wie er "
        "helpt.",
        "Startnotitie 7.2",
    ),
    Code.ADVISEUR_NEEMT_NIETS_MEE: Uitleg(
        "Een adviseur neemt geen gegevens mee. Laat dit gegeven hier.",
        "vraag 33",
    ),
    Code.ALLEEN_DE_INBRENGER: Uitleg(
        "Alleen wie dit heeft ingebracht, beslist of iemand het meeneemt. Vraag het de inbrenger.",
        "vraag 33; WGS 2.29 lid 3",
    ),
    Code.GEEN_AFSPRAAK: Uitleg(
        "Deze persoon heeft geen eigen afspraak waarvoor dit gegeven nodig is. Maak eerst de "
        "afspraak, of laat het gegeven hier.",
        "vraag 33",
    ),
    Code.INBRENG_ONBESLIST: Uitleg(
        "Van een of meer gegevens is nog niet gezegd wie ze meeneemt. Vraag het de inbrenger; "
        "zegt niemand iets, kies dan 'niemand'.",
        "vraag 33",
    ),
    Code.BESLUIT_ONTBREEKT: Uitleg(
        "Er ontbreekt nog een besluit, een aanspreekpunt of een dag om te evalueren. "
        "Leg dat eerst vast.",
        "MvT Wams, werkplan",
    ),
    Code.OVERLEG_NIET_AFGEROND: Uitleg(
        "Een of meer casussen zijn nog niet gesloten of doorgeschoven. Doe dat eerst.",
        "",
    ),
    Code.OVERLEG_VASTGESTELD: Uitleg(
        "Dit overleg is vastgesteld; er verandert niets meer. Gebruik een volgend overleg.",
        "",
    ),
    Code.NOG_NIET_VASTGESTELD: Uitleg(
        "Dit overleg is nog niet vastgesteld. Stel het eerst vast; daarna kunt u verslagen maken.",
        "",
    ),
    Code.CASUS_AFGESCHERMD: Uitleg(
        "Deze casus is afgesloten en afgeschermd. Heropen hem eerst, als daar een reden voor is.",
        "WGS 2.31 lid 8",
    ),
    Code.TERMIJN_TE_LANG: Uitleg(
        "Verlengen kan met hoogstens 24 maanden, en alleen als iedereen die gegevens inbracht "
        "ermee instemt. Kies een kortere termijn of vraag de ontbrekende instemming.",
        "BGS 1.16",
    ),
    Code.ROL_NIET_BEVOEGD: Uitleg(
        "Met uw rol kunt u dit niet doen. Vraag de coördinator.",
        "WGS 1.8 lid 2",
    ),
    Code.ONBEKEND: Uitleg("Dit bestaat niet (meer). Kies iets uit de lijst.", ""),
    Code.ONGELDIG: Uitleg("Deze waarde kan niet. Vul iets anders in.", ""),
    Code.BESTAAT_AL: Uitleg("Dit bestaat al. Kies een andere aanduiding.", ""),
}


_OVERLEG = ("overleg", "casus")
_CASUS = ("casus", "overleg")
_BESLUIT = ("besluit", "aanspreekpunt", "evaluatie_op")
VELDEN: dict[Code, tuple[str, ...]] = {
    Code.GEEN_DOEL: ("doel",),
    Code.CASUS_NIET_GEWOGEN: (*_CASUS, "vraagkaart"),
    Code.CRITERIA_NIET_VOLDAAN: ("criteria", "domeinen"),
    Code.BEOORDELAAR_NIET_BEVOEGD: ("beoordelaars",),
    Code.GEEN_TAAK: ("taak",),
    Code.TAAK_NIET_VAN_PARTIJ: ("taak",),
    Code.GEEN_NOODZAAK: ("noodzaak",),
    Code.PET_ONTBREEKT: ("pet",),
    Code.GEEN_GEHEIMHOUDINGSVERKLARING: ("professional",),
    Code.BETROKKENE_NIET_GEINFORMEERD: ("casus", "vraagkaart"),
    Code.UITNODIGING_ONTBREEKT: ("casus",),
    Code.NIET_TOEGELATEN: (
        "professional",
        "inbrenger",
        "uitvoerder",
        "aanspreekpunt",
        "ontvanger",
        "aanwezig",
    ),
    Code.NIET_AANWEZIG: ("professional", "inbrenger", "ontvanger", "door"),
    Code.ANDERE_BESPREKING_OPEN: _CASUS,
    Code.BESPREKING_NIET_OPEN: (*_CASUS, "inbreng"),
    Code.BESPREKING_GESLOTEN: (*_CASUS, "inbreng", "vraagkaart"),
    Code.CATEGORIE_NIET_TOEGESTAAN: ("categorie", "categorieen"),
    Code.PERSOON_BUITEN_KRING: ("over", "relatie"),
    Code.GEEN_GRONDSLAG: ("grondslag",),
    Code.CONVENANT_IS_GEEN_GRONDSLAG: ("grondslag",),
    Code.TOESTEMMING_IS_GEEN_GRONDSLAG: ("grondslag",),
    Code.VITAAL_BELANG_ALLEEN_ACUUT: ("grondslag",),
    Code.GRONDSLAG_NIET_VAN_PARTIJ: ("grondslag",),
    Code.GEHEIM_NIET_DOORBROKEN: ("route",),
    Code.MOTIVERING_ONTBREEKT: ("motivering",),
    Code.TOESTEMMING_DEKT_NIET: ("toestemming", "ontvanger"),
    Code.TOESTEMMING_INGETROKKEN: ("toestemming", "inbreng"),
    Code.MELDRECHT_DEKT_TAFEL_NIET: ("route", "ontvanger"),
    Code.NIVEAU_TE_HOOG: ("niveau",),
    Code.ADVISEUR_NEEMT_NIETS_MEE: ("ontvanger",),
    Code.ALLEEN_DE_INBRENGER: ("door",),
    Code.GEEN_AFSPRAAK: ("afspraak",),
    Code.INBRENG_ONBESLIST: ("casus",),
    Code.BESLUIT_ONTBREEKT: (*_BESLUIT, "casus"),
    Code.OVERLEG_NIET_AFGEROND: ("overleg",),
    Code.OVERLEG_VASTGESTELD: (*_OVERLEG, "inbreng", "vraagkaart"),
    Code.NOG_NIET_VASTGESTELD: ("overleg",),
    Code.CASUS_AFGESCHERMD: (*_CASUS, "afspraak", "toestemming", "vraagkaart"),
    Code.TERMIJN_TE_LANG: ("maanden",),
}
"""Het veld waarbij een weigering hoort: het eerste dat de handeling heeft."""


class Weigering(CasusFout):
    """Een handeling die niet mag: er is niets veranderd.

    `melding` mag door een preciezere zin vervangen zijn; ook die noemt geen namen of inhoud.
    `velden` zijn de velden van een handeling die haar veroorzaken, de waarschijnlijkste eerst.
    `waarde` is wat er in zo'n veld stond, waar alleen dat bekend is; zij wordt nooit getoond.
    """

    def __init__(
        self, code: Code, melding: str | None = None, veld: str = "", *, waarde: str = ""
    ) -> None:
        uitleg = UITLEG[code]
        super().__init__(melding or uitleg.melding)
        self.code = code
        self.bron = uitleg.bron
        self.velden = (veld,) if veld else VELDEN.get(code, ())
        self.waarde = waarde


def onbekend(wat: str, veld: str = "", *, waarde: str = "") -> Weigering:
    """Een verwijzing naar iets dat er niet is; `wat` is lidwoord en woord ("deze casus")."""
    zin = f"{wat[0].upper()}{wat[1:]} bestaat niet (meer). Kies iets dat er wel is."
    return Weigering(Code.ONBEKEND, zin, veld, waarde=waarde)


def ongeldig(zin: str, veld: str = "", *, waarde: str = "") -> Weigering:
    """Een waarde die niet kan; de zin zegt wat er wel kan."""
    return Weigering(Code.ONGELDIG, zin, veld, waarde=waarde)


def bestaat_al(wat: str, veld: str = "") -> Weigering:
    """Een aanduiding die al in gebruik is."""
    zin = f"{wat[0].upper()}{wat[1:]} bestaat al. Kies een andere."
    return Weigering(Code.BESTAAT_AL, zin, veld)
