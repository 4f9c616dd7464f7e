"""Met een andere lezer gelezen staat op elk papier letterlijk dit, en geen woord meer."""

import pytest

from casus_app import opmaak
from casus_app.catalogus import laad
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.papier import druk
from tests.casus_app.papier.lezen import kaal, met_poppler, tekst
from tests.casus_app.papier.voorbeeld import ECHT, OPDRUK, weekoverleg

VOET = "vertrouwelijk · versie 24-11-2026 · logboek 3fa81c09d2b7e645"
KOP = (
    "Verslag casusoverleg",
    "dinsdag 24 november 2026 · Vergaderkamer 2, Waalkade 10",
)
AAN_TAFEL = (
    "Aan tafel",
    "ZVH Rivierland (voorzitter) · ZVH Rivierland (procesregisseur) ·",
    "Politie, basisteam Waalstede (uitvoerder) · GGZ Rivierzicht (uitvoerder) ·",
    "Gemeente Waalstede (uitvoerder) · Woonwaal (uitvoerder) · GGZ Rivierzicht (adviseur)",
    "Aanspreekpunt",
    "Wmo-consulent (Gemeente Waalstede)",
    "Evaluatie",
    "12 januari 2027",
)
SLOT = (
    " niet voor deze ontvanger. Dit exemplaar is alleen voor u. Gebruik wat u meeneemt alleen "
    "voor de afspraak die erbij staat."
)
VERSLAGEN = {
    "wijkagent": (
        "Exemplaar voor R. van Dongen, wijkagent (Politie, basisteam Waalstede)",
        "Casus K-2601",
        *AAN_TAFEL,
        "Uw afspraken",
        "Wat",
        "Uiterlijk",
        "Bij een melding eerst de behandelaar bellen, dan pas naar de deur.",
        "31-12-2026",
        "Wat u mag meenemen",
        "Gezondheid (de beperking, niet de diagnose)",
        "In zorg; rustig benaderen, één persoon, eerst bellen.",
        "Van",
        "sociaalpsychiatrisch verpleegkundige (GGZ Rivierzicht)",
        "Voor",
        "Bij een melding eerst de behandelaar bellen, dan pas naar de deur.",
        "Voorwaarden",
        "Alleen voor de benadering bij een melding; niet in een proces-verbaal.",
        "Bewaren tot",
        "28 februari 2027",
        "Casus K-2602",
        "Doorgeschoven naar een volgend overleg.",
        f"5 onderdelen zijn{SLOT}",
    ),
    "leefbaar": (
        "Exemplaar voor P. Hendriks, consulent leefbaarheid (Woonwaal)",
        "Casus K-2601",
        *AAN_TAFEL,
        "Uw afspraken",
        "Wat",
        "Uiterlijk",
        "Ontruiming aanhouden tot de evaluatie.",
        "27-11-2026",
        "Wat u mag meenemen",
        "Gezondheid (de beperking, niet de diagnose)",
        "Moeder is moe en slaapt slecht.",
        "Gaat over",
        "iemand uit de kring van de betrokkene",
        "Van",
        "Wmo-consulent (Gemeente Waalstede)",
        "Voor",
        "Ontruiming aanhouden tot de evaluatie.",
        f"5 onderdelen zijn{SLOT}",
    ),
    "psychiater": (
        "Exemplaar voor dr. A. de Wit, psychiater, geen behandelaar van de betrokkene",
        "(GGZ Rivierzicht)",
        "Casus K-2601",
        *AAN_TAFEL,
        "U hebt bij deze casus geen afspraak en neemt niets mee.",
        f"7 onderdelen zijn{SLOT}",
    ),
    "officier": (
        "Exemplaar voor mr. L. Kastelein, officier van justitie",
        "(Openbaar Ministerie Oost-Nederland)",
        "Casus K-2602",
        "Doorgeschoven naar een volgend overleg.",
        "Dit exemplaar is alleen voor u. Gebruik wat u meeneemt alleen voor de afspraak",
        "die erbij staat.",
    ),
}

pytestmark = met_poppler


@pytest.mark.parametrize("ontvanger", VERSLAGEN)
def test_een_verslag_is_letterlijk_de_lijst_van_deze_ontvanger(ontvanger):
    stuk = opmaak.verslag(weekoverleg(), laad(), "wk48", ontvanger, OPDRUK)
    rand = ("OEFENING", VOET, "pagina 1 van 1")
    gelezen = tekst(druk(stuk).inhoud)
    assert kaal(gelezen) == kaal(*rand, *KOP, *VERSLAGEN[ontvanger])


def test_een_plan_is_letterlijk_de_lijst_van_activiteiten():
    stuk = opmaak.plan(weekoverleg(), laad(), "K-2601", ECHT)
    assert kaal(tekst(druk(stuk).inhoud)) == kaal(
        VOET,
        "pagina 1 van 1",
        "Plan van aanpak",
        "Casus K-2601 · stand van 24 november 2026",
        "Exemplaar voor de uitvoerders van dit plan",
        "Doel",
        "Voorkomen dat de overlast in de Lindestraat uitloopt op geweld en dat betrokkene",
        "zijn woning verliest.",
        "Activiteiten",
        "Wat Wie Van Tot Stand Opmerking",
        "Ontruiming aanhouden tot de evaluatie.",
        "consulent leefbaarheid (Woonwaal) 24-11-2026 27-11-2026 open –",
        "Begeleiding thuis starten, eerste bezoek samen met de behandelaar.",
        "Wmo-consulent (Gemeente Waalstede) 24-11-2026 04-12-2026 open –",
        "Bij een melding eerst de behandelaar bellen, dan pas naar de deur.",
        "wijkagent (Politie, basisteam Waalstede) 24-11-2026 31-12-2026 open –",
        "Hoe het verder gaat",
        "Aanspreekpunt Wmo-consulent (Gemeente Waalstede)",
        "Evaluatie 12 januari 2027",
        "Klaar als Twee maanden geen meldingen en de huurachterstand is geregeld.",
        "Bij terugval –",
        "Dit plan bevat alleen activiteiten, geen achtergrond. Geef het niet door.",
    )


def test_een_uitnodiging_is_letterlijk_de_eigen_tijd():
    stuk = opmaak.uitnodiging(weekoverleg(), "wk48", "nazorg", ECHT)
    assert kaal(tekst(druk(stuk).inhoud)) == kaal(
        VOET,
        "pagina 1 van 1",
        "Uitnodiging casusoverleg",
        "Zorg- en Veiligheidshuis Rivierland",
        "Exemplaar voor H. Timmer, coördinator nazorg (Gemeente Waalstede)",
        "Dag dinsdag 24 november 2026",
        "Plaats Vergaderkamer 2, Waalkade 10",
        "Uw tijd",
        "Kom om 09:30 uur, klaar om 09:50 uur",
        "Alleen dan bent u nodig. Wacht buiten tot u binnen wordt geroepen.",
        "Geheimhouding",
        "• Wat aan tafel wordt gezegd, blijft aan tafel.",
        "• U neemt alleen mee wat degene die het inbracht u uitdrukkelijk laat meenemen.",
        "• Schrijf op deze uitnodiging geen namen en niets over een casus.",
    )


def test_een_proces_verbaal_is_letterlijk_aantallen_en_soorten():
    huis = weekoverleg().haal(Instelling, HUIS)
    aantallen = {"casus": 1, "betrokkene": 1, "inbreng": 5, "afspraak": 0}
    stuk = opmaak.proces_verbaal(huis, "K-2601", aantallen, "bewaartermijn verstreken", ECHT)
    assert kaal(tekst(druk(stuk).inhoud)) == kaal(
        VOET,
        "pagina 1 van 1",
        "Proces-verbaal van vernietiging",
        "24 november 2026",
        "Exemplaar voor het archief van de verwerkingsverantwoordelijke",
        "Organisatie Zorg- en Veiligheidshuis Rivierland",
        "Casus K-2601",
        "Vernietigd op 24 november 2026",
        "Reden bewaartermijn verstreken",
        "Grond WGS artikel 1.8 lid 7; BGS artikel 1.16",
        "Regel in het logboek",
        ECHT.zegel,
        "Wat er vernietigd is",
        "Soort Aantal",
        "Kop van de casus 1",
        "Gegevens van de betrokkene 1",
        "Inbreng 5",
        "Samen 7",
        "Alles wat in de kluis over deze casus stond is weg en komt niet terug. In het logboek",
        "blijft staan dat het gebeurde, zonder inhoud en zonder namen.",
        "Papieren en bestanden die de kluis al uit waren, horen hier niet bij.",
    )


def test_een_brief_noemt_organisaties_afspraken_termijn_rechten_en_wie_te_bellen():
    gelezen = kaal(tekst(druk(opmaak.brief(weekoverleg(), laad(), "K-2601", ECHT)).inhoud))
    for zin in (
        "Aan Dirk Molenbeek",
        "Op 24 november 2026 praatten organisaties samen over uw situatie.",
        "• GGZ Rivierzicht",
        "• Woonwaal: Ontruiming aanhouden tot de evaluatie. Uiterlijk 27 november 2026.",
        "Op 16 november 2031 is alles uiterlijk weg.",
        "U mag vragen wat wij over u hebben opgeschreven (inzage).",
        "autoriteitpersoonsgegevens.nl",
        "Voor al uw vragen college van burgemeester en wethouders van Waalstede, 0300 123 456",
        "Over uw privacy fg@zvh-rivierland.example",
    ):
        assert kaal(zin) in gelezen
    for niet in ("Ans", "Vermeulen", "verpleegkundige", "In zorg", "wgs", "grondslag", "K-2601"):
        assert kaal(niet) not in gelezen
