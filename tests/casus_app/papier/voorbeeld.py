"""Een weekoverleg als in het draaiboek, rechtstreeks in een geheugenopslag. Alles verzonnen."""

from datetime import UTC, date, datetime

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import (
    BETROKKENE,
    Betrokkene,
    Casus,
    Fase,
    Gegeven,
    Informering,
    Kringpersoon,
    Oordeel,
    Toestemming,
    Verlenging,
    Weging,
    Wending,
)
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming, Niveau
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import (
    Aanwezigheid,
    Bespreking,
    Deelname,
    Overleg,
    Rol,
    Stand,
    Uitnodiging,
)
from casus_app.domein.verzoek import SoortVerzoek, Verzoek
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.waarde import Waarde, sleutel_van
from casus_app.opmaak.stuk import Opdruk
from tests.nep import GeheugenOpslag

DAG = date(2026, 11, 24)
ZEGEL = "3fa81c09d2b7e645" + "0" * 48
OPDRUK = Opdruk(oefening=True, datum=DAG, zegel=ZEGEL)
ECHT = Opdruk(oefening=False, datum=DAG, zegel=ZEGEL)

PARTIJEN = {
    "zvh": ("zvh", "ZVH Rivierland"),
    "politie": ("politie", "Politie, basisteam Waalstede"),
    "om": ("om", "Openbaar Ministerie Oost-Nederland"),
    "waalstede": ("college", "Gemeente Waalstede"),
    "ggz": ("ggz", "GGZ Rivierzicht"),
    "woonwaal": ("woningcorporatie", "Woonwaal"),
    "dji": ("dji", "PI Waalstede"),
}
MENSEN = {
    "voorzitter": ("zvh", "M. Brandsma", "voorzitter"),
    "regisseur": ("zvh", "T. Oosterhuis", "procesregisseur"),
    "wijkagent": ("politie", "R. van Dongen", "wijkagent"),
    "officier": ("om", "mr. L. Kastelein", "officier van justitie"),
    "wmo": ("waalstede", "S. el Amrani", "Wmo-consulent"),
    "nazorg": ("waalstede", "H. Timmer", "coördinator nazorg"),
    "spv": ("ggz", "J. Vermeulen", "sociaalpsychiatrisch verpleegkundige"),
    "psychiater": ("ggz", "dr. A. de Wit", "psychiater, geen behandelaar van de betrokkene"),
    "leefbaar": ("woonwaal", "P. Hendriks", "consulent leefbaarheid"),
    "casemanager": ("dji", "N. Willems", "casemanager"),
}
STOELEN = {
    "K-2601": {
        "regisseur": (Rol.PROCESREGISSEUR, "procesregie", "Bewaakt de uitvoering."),
        "wijkagent": (Rol.UITVOEREND, "politietaak", "Kent de meldingen."),
        "spv": (Rol.UITVOEREND, "behandeling", "Weet hoe hij te benaderen is."),
        "wmo": (Rol.UITVOEREND, "wmo", "Beslist over begeleiding thuis."),
        "leefbaar": (Rol.UITVOEREND, "verhuur", "Loopt een ontruimingsprocedure."),
        "psychiater": (Rol.ADVISEUR, "behandeling", "Adviseert over crisis of overlast."),
    },
    "K-2603": {
        "casemanager": (Rol.UITVOEREND, "detentie", "Weet de ontslagdatum."),
        "nazorg": (Rol.UITVOEREND, "nazorg", "Regelt onderdak en uitkering."),
    },
    "K-2602": {
        "wijkagent": (Rol.UITVOEREND, "politietaak", "Handhaaft het huisverbod."),
        "officier": (Rol.UITVOEREND, "strafrechtelijke-handhaving", "Beslist over voorwaarden."),
    },
}


def zet(opslag: GeheugenOpslag, *waarden: Waarde) -> None:
    """Zet waarden in de opslag, zonder handeling."""
    for waarde in waarden:
        opslag.waarden.setdefault(type(waarde), {})[sleutel_van(waarde)] = waarde


def weekoverleg() -> GeheugenOpslag:
    """Drie casussen: K-2601 en K-2603 besproken, K-2602 doorgeschoven."""
    opslag = GeheugenOpslag()
    zet(
        opslag,
        Instelling(
            id=HUIS,
            kader="wgs",
            naam="Zorg- en Veiligheidshuis Rivierland",
            verantwoordelijke="de deelnemers van artikel 2.27 lid 1 WGS gezamenlijk",
            contactpunt="college van burgemeester en wethouders van Waalstede, 0300 123 456",
            fg="fg@zvh-rivierland.example",
            bewaartermijn_maanden=60,
            aanmelding_dagen=28,
        ),
        *(Partij(id=p, soort=soort, naam=naam) for p, (soort, naam) in PARTIJEN.items()),
        *(
            Professional(id=mens, partij=partij, naam=naam, functie=functie)
            for mens, (partij, naam, functie) in MENSEN.items()
        ),
        Overleg(
            id="wk48",
            kader="wgs",
            datum=DAG,
            begin="09:00",
            plaats="Vergaderkamer 2, Waalkade 10",
            voorzitter="voorzitter",
            vastgesteld_op=DAG,
        ),
    )
    _casussen(opslag)
    _besprekingen(opslag)
    _inbreng(opslag)
    return opslag


def _casus(code: str, aanmelder: str, doel: str, aanleiding: str) -> Casus:
    return Casus(
        id=code,
        kader="wgs",
        aanmelder=aanmelder,
        doel=doel,
        aanleiding=aanleiding,
        leefgebieden=("veiligheid", "geestelijke gezondheid", "wonen"),
        aangemeld_op=date(2026, 11, 16),
        vernietigen_op=date(2031, 11, 16),
        fase=Fase.IN_BEHANDELING,
    )


def _casussen(opslag: GeheugenOpslag) -> None:
    zet(
        opslag,
        _casus(
            "K-2601",
            "wijkagent",
            "Voorkomen dat de overlast in de Lindestraat uitloopt op geweld en dat betrokkene "
            "zijn woning verliest.",
            "Elf meldingen in drie maanden; Ans Molenbeek belde twee keer zelf.",
        ),
        _casus("K-2602", "officier", "Veiligheid van moeder en kinderen.", "Derde melding."),
        _casus(
            "K-2603", "nazorg", "Onderdak, inkomen en toezicht op de dag van ontslag.", "Ontslag."
        ),
        Betrokkene(casus="K-2601", naam="Dirk Molenbeek", geboortedatum=date(1991, 4, 12)),
        Betrokkene(casus="K-2602", naam="Ruben Aalders"),
        Betrokkene(casus="K-2603", naam="Jesse Wagenaar"),
        Kringpersoon(
            casus="K-2601",
            id="moeder",
            naam="Ans Molenbeek",
            relatie="moeder",
            noodzaak="Mantelzorger, sleutelhouder van de woning.",
        ),
        Kringpersoon(
            casus="K-2601", id="buur", naam="Gerrit de Wit", relatie="buurman", noodzaak="Belt."
        ),
        Gegeven(casus="K-2601", categorie="woonsituatie", waarde="Huurt in de Lindestraat."),
        Weging(
            casus="K-2601",
            gewogen_op=date(2026, 11, 17),
            beoordelaars=("wijkagent", "officier", "wmo"),
            criterium_a="Psychische problemen en dreigende dakloosheid.",
            criterium_b="Veiligheid, gezondheid en wonen.",
            criterium_c="Elf meldingen, twee keer een mes.",
            criterium_d="Zorg, corporatie en politie moeten hetzelfde plan uitvoeren.",
            in_behandeling=True,
            motivering="Een partij alleen lost dit niet op.",
        ),
        Informering(
            casus="K-2601", geinformeerd_op=date(2026, 11, 17), wijze="gesprek met folder"
        ),
        Toestemming(
            id="t1",
            casus="K-2601",
            van=BETROKKENE,
            aan="spv",
            gegevens="Of hij in zorg is en hoe hij het best te benaderen is.",
            ontvangers=("politie", "waalstede", "woonwaal", "zvh", "ggz"),
            doel="afstemmen van de aanpak in de Lindestraat",
            wijze="mondeling, bevestigd per brief",
            datum=date(2026, 11, 18),
        ),
        Verlenging(
            casus="K-2601",
            op=date(2026, 11, 20),
            vernietigen_op=date(2031, 11, 16),
            maanden=12,
            motivering="Het toezicht loopt nog.",
            instemming=("wijkagent", "spv"),
        ),
        Oordeel(
            casus="K-2601",
            nummer=1,
            wending=Wending.GESLOTEN,
            op=date(2026, 11, 19),
            beoordelaars=("wmo",),
            reden="Even rust.",
        ),
        Verzoek(
            id="v1",
            casus="K-2601",
            soort=SoortVerzoek.INZAGE,
            ontvangen_op=date(2026, 11, 23),
            uiterlijk=date(2026, 12, 23),
        ),
    )


def _besprekingen(opslag: GeheugenOpslag) -> None:
    zet(
        opslag,
        Bespreking(
            overleg="wk48",
            casus="K-2601",
            plek=1,
            minuten=30,
            vraag="Welke stap zet wie deze maand, en wie belt hij bij onrust?",
            stand=Stand.GESLOTEN,
            uitnodiging=Uitnodiging.UITGENODIGD,
            besluit="Begeleiding thuis en een vaste belafspraak; ontruiming wordt aangehouden.",
            aanspreekpunt="wmo",
            evaluatie_op=date(2027, 1, 12),
            klaar_als="Twee maanden geen meldingen en de huurachterstand is geregeld.",
        ),
        Bespreking(
            overleg="wk48",
            casus="K-2603",
            plek=2,
            minuten=20,
            vraag="Waar slaapt hij op 11 december en wie staat hem op te wachten?",
            stand=Stand.GESLOTEN,
            uitnodiging=Uitnodiging.UITGENODIGD,
            besluit="Onderdak en inkomen zijn belegd.",
            aanspreekpunt="nazorg",
            evaluatie_op=date(2026, 12, 18),
        ),
        Bespreking(
            overleg="wk48",
            casus="K-2602",
            plek=3,
            minuten=25,
            vraag="Is het veiligheidsplan klaar voordat het huisverbod eindigt?",
            stand=Stand.DOORGESCHOVEN,
            uitnodiging=Uitnodiging.NIET_UITGENODIGD,
            zwaarwegend_belang="Zijn komst brengt de veiligheid in gevaar.",
            reden_doorgeschoven="De officier is bij een spoedzitting.",
        ),
    )
    for casus, stoelen in STOELEN.items():
        for professional, (rol, taak, noodzaak) in stoelen.items():
            stoel = {"overleg": "wk48", "casus": casus, "professional": professional}
            zet(opslag, Deelname(**stoel, rol=rol, taak=taak, noodzaak=noodzaak))
            if casus != "K-2602":
                van, tot = (
                    datetime(2026, 11, 24, 8, 0, tzinfo=UTC),
                    datetime(2026, 11, 24, 8, 31, tzinfo=UTC),
                )
                zet(opslag, Aanwezigheid(**stoel, nummer=1, van=van, tot=tot))
        if casus != "K-2602":
            van, tot = (
                datetime(2026, 11, 24, 8, 0, tzinfo=UTC),
                datetime(2026, 11, 24, 8, 52, tzinfo=UTC),
            )
            zet(
                opslag,
                Aanwezigheid(
                    overleg="wk48",
                    casus=casus,
                    professional="voorzitter",
                    nummer=1,
                    van=van,
                    tot=tot,
                ),
            )


def _afspraak(sleutel: str, casus: str, uitvoerder: str, wat: str, **extra: object) -> Afspraak:
    return Afspraak(
        id=sleutel, overleg="wk48", casus=casus, uitvoerder=uitvoerder, wat=wat, **extra
    )


def inbreng(sleutel: str, inbrenger: str, categorie: str, kern: str, **extra: object) -> Inbreng:
    """Een inbreng met gewone velden."""
    velden: dict[str, object] = {
        "casus": "K-2601",
        "over": BETROKKENE,
        "niveau": Niveau.INHOUD,
        "grondslag": "wgs-1-5",
        "noodzaak": f"Nodig voor {sleutel}.",
        "lot": Lot.MEE,
    } | extra
    return Inbreng(
        id=sleutel,
        overleg="wk48",
        inbrenger=inbrenger,
        categorie=categorie,
        kern=kern,
        **velden,
    )


def _inbreng(opslag: GeheugenOpslag) -> None:
    zet(
        opslag,
        _afspraak(
            "a1",
            "K-2601",
            "wmo",
            "Begeleiding thuis starten, eerste bezoek samen met de behandelaar.",
            uiterlijk=date(2026, 12, 4),
            klaar_als="Eerste bezoek is geweest.",
        ),
        _afspraak(
            "a2",
            "K-2601",
            "leefbaar",
            "Ontruiming aanhouden tot de evaluatie.",
            uiterlijk=date(2026, 11, 27),
        ),
        _afspraak(
            "a3",
            "K-2601",
            "wijkagent",
            "Bij een melding eerst de behandelaar bellen, dan pas naar de deur.",
            uiterlijk=date(2026, 12, 31),
        ),
        _afspraak(
            "a4", "K-2603", "nazorg", "Plek in de opvang regelen.", uiterlijk=date(2026, 12, 9)
        ),
        inbreng("i1", "wijkagent", "politiegegevens", "", lot=Lot.VERNIETIGD, noodzaak=""),
        inbreng(
            "i2",
            "spv",
            "gezondheid",
            "In zorg; rustig benaderen, één persoon, eerst bellen.",
            grondslag="wgs-2-29",
            route="toestemming",
            toestemming="t1",
            niveau=Niveau.BUITENKANT,
        ),
        inbreng(
            "i3",
            "leefbaar",
            "woonsituatie",
            "Ontruimingszitting staat op 14 januari; twee maanden huurachterstand.",
        ),
        inbreng(
            "i5", "casemanager", "justitieel", "Ontslag op 11 december, 8.30 uur.", casus="K-2603"
        ),
        inbreng("i6", "wmo", "gezondheid", "Moeder is moe en slaapt slecht.", over="moeder"),
        Vraagkaart(
            id="vk1",
            overleg="wk48",
            casus="K-2601",
            professional="officier",
            taak="strafrechtelijke-handhaving",
            vraag="Loopt er een strafzaak tegen Dirk Molenbeek, en wanneer is de zitting?",
            categorie="justitieel",
            grondslag="wgs-1-5-wjsg",
            noodzaak="De aanpak mag een zitting niet in de weg lopen; Ans Molenbeek vroeg ernaar.",
            uiterlijk=date(2026, 11, 23),
            gesteld_op=date(2026, 11, 18),
        ),
        Meeneming(
            inbreng="i2",
            ontvanger="wijkagent",
            afspraak="a3",
            voorwaarden="Alleen voor de benadering bij een melding; niet in een proces-verbaal.",
            bewaren_tot=date(2027, 2, 28),
        ),
        Meeneming(inbreng="i3", ontvanger="wmo", afspraak="a1"),
        Meeneming(inbreng="i5", ontvanger="nazorg", afspraak="a4"),
        Meeneming(inbreng="i6", ontvanger="leefbaar", afspraak="a2"),
    )
