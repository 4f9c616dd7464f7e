"""Hetzelfde weekoverleg, met alleen de muis: kiezen, zeggen en sluiten gaat met een klik.

Woorden worden getypt, in een veld waar eerst op geklikt is. De weigeringen en de voorbereiding
zijn die van `aan_tafel`; aan het eind staat er hetzelfde.
"""

from collections.abc import Callable
from typing import Protocol

from tests.echt.mens import Deel


class MuisHanden(Protocol):
    """Wat een mens met een muis kan, en wat er dan te zien is."""

    def klik_op(self, deel: Deel) -> None:
        """Midden op wat er staat; wat buiten beeld ligt wordt eerst in beeld geschoven."""

    def typ(self, woorden: str) -> None:
        """Woorden, in het veld waar geklikt is."""

    def delen(self) -> list[Deel]:
        """Wat er te zien is, van wat vooraan staat."""

    def wacht(self, is_zo: Callable[[], bool], anders: str) -> None:
        """Tot het zo is."""


class Muis:
    """Wijst aan wat zo heet."""

    def __init__(self, handen: MuisHanden) -> None:
        self.handen = handen

    def klik(self, naam: str, rol: str = "Button") -> None:
        """Op wat precies zo heet, of anders op het eerste waar het in voorkomt."""
        self.handen.wacht(lambda: self._zoek(naam, rol) is not None, f"geen {rol} '{naam}'")
        gevonden = self._zoek(naam, rol)
        assert gevonden is not None
        self.handen.klik_op(gevonden)

    def _zoek(self, naam: str, rol: str) -> Deel | None:
        hier = [deel for deel in self.handen.delen() if deel.rol == rol and deel.kan]
        precies = [deel for deel in hier if deel.naam == naam]
        return next((deel for deel in precies or hier if naam in deel.naam), None)

    def schrijf(self, veld: str, woorden: str) -> None:
        """In dit tekstvak, achter wat er al staat of in plaats van wat gekozen is."""
        self.klik(veld, "EditableText")
        self.handen.typ(woorden)

    def cel(self, van: str, kolom: str) -> None:
        """In de matrix: de rij van wie het inbracht (leeg: de eerste), en wie het zou krijgen."""
        self.handen.wacht(lambda: self._cel(van, kolom) is not None, f"geen cel {van}, {kolom}")
        gevonden = self._cel(van, kolom)
        assert gevonden is not None
        self.handen.klik_op(gevonden)

    def _cel(self, van: str, kolom: str) -> Deel | None:
        cellen = [deel for deel in self.handen.delen() if deel.rol == "Cell"]
        begin = next((n for n, deel in enumerate(cellen) if deel.naam.startswith(van)), None)
        if begin is None:
            return None
        return next((d for d in cellen[begin + 1 :] if d.naam.startswith(kolom)), None)

    def ziet(self, tekst: str) -> bool:
        return any(tekst in deel.naam or tekst in deel.waarde for deel in self.handen.delen())

    def wacht_op(self, tekst: str) -> None:
        self.handen.wacht(lambda: self.ziet(tekst), f"'{tekst}' komt niet")


def speel_met_de_muis(wie: Muis) -> None:
    """Van het overleg tot en met het vaststellen; alleen klikken, en woorden."""
    wie.klik("Overleggen", "CheckBox")
    wie.klik("Dinsdag 24 november 2026")
    wie.klik("K-2601, Welke stap")
    _deurwissel(wie, 7)
    _k2601(wie)
    _schuif_k2602_door(wie)
    _deurwissel(wie, 4)
    _k2603(wie)
    wie.klik("Naar het overleg")
    wie.klik("Overleg vaststellen…")
    wie.klik("Vaststellen")
    wie.wacht_op("Verslagen")


def _deurwissel(wie: Muis, mensen: int) -> None:
    wie.klik("De kamer klopt")
    wie.klik(f"open met {mensen} mensen")
    wie.wacht_op("Wie brengt iets in?")


def _k2601(wie: Muis) -> None:
    wie.klik("Wijkagent, toets 3")
    _breng_in(
        wie,
        "Politiegegevens, toets p",
        "Nodig om het risico voor hulpverleners aan de deur te wegen.",
        "Elf meldingen sinds augustus; twee keer een mes, niet gebruikt.",
    )
    wie.klik("Spreker: 3 wijkagent. Verander.")
    wie.klik("Sociaalpsychiatrisch verpleegkundige, toets 4")
    _breng_in(
        wie,
        "Gezondheid, toets g",
        "Zonder afspraak over de benadering loopt elk huisbezoek vast.",
        "In zorg; rustig benaderen, één persoon, eerst bellen.",
        weg=", toets 1",
        minder=True,
    )
    wie.klik("Spreker: 4 sociaalpsychiatrisch verpleegkundige. Verander.")
    wie.klik("Consulent leefbaarheid, toets 6")
    _breng_in(
        wie,
        "Woonsituatie, toets w",
        "Bepaalt hoeveel tijd er is.",
        "Ontruimingszitting staat op 14 januari; twee maanden huurachterstand.",
    )
    kan_niet = next(d.naam for d in wie.handen.delen() if d.naam.startswith("Kan niet door deze"))
    assert "gezondheid" in kan_niet
    _spreek_af(
        wie,
        "Wmo-consulent, toets 5",
        "Begeleiding thuis starten, eerste bezoek samen met de behandelaar.",
        "4-12, klaar als Eerste bezoek is geweest.",
    )
    _spreek_af(
        wie, "Consulent leefbaarheid, toets 6", "Ontruiming aanhouden tot de evaluatie.", "27-11"
    )
    _spreek_af(
        wie,
        "Wijkagent, toets 3",
        "Bij een melding eerst de behandelaar bellen, dan pas naar de deur.",
        "31-12",
    )
    wie.klik("Meenemen", "PageTab")
    wie.cel("Sociaalpsychiatrisch verpleegkundige", "3 wijkagent")
    wie.klik("Met een voorwaarde… (Enter)")
    wie.schrijf(
        "Voorwaarde", "Alleen voor de benadering bij een melding; niet in een proces-verbaal."
    )
    wie.schrijf("Bewaren tot", "28-2-2027")
    wie.klik("Zo mag het mee")
    wie.cel("Sociaalpsychiatrisch verpleegkundige", "7 psychiater")
    wie.wacht_op("Denkt mee als adviseur en neemt niets mee.")
    wie.cel("Consulent leefbaarheid", "5 Wmo-consulent")
    wie.wacht_op("Wmo-consulent mag dit meenemen")
    _besluit(
        wie,
        "Begeleiding thuis en een vaste belafspraak; ontruiming wordt aangehouden.",
        "5 Wmo-consulent",
        "12-1-2027",
        "Twee maanden geen meldingen en de huurachterstand is geregeld.",
    )
    wie.klik("Sluiten", "PageTab")
    wie.klik("Bespreking sluiten")
    wie.wacht_op("is nog niet gezegd of iemand het meeneemt")
    wie.klik("Naar Meenemen (Alt+5)")
    wie.cel("Wijkagent", "niemand")
    wie.klik("Sluiten", "PageTab")
    wie.wacht_op("Alles is gezegd")
    wie.klik("Bespreking sluiten")


def _breng_in(
    wie: Muis, soort: str, reden: str, kern: str, *, weg: str = "", minder: bool = False
) -> None:
    wie.klik(soort)
    if weg:
        wie.klik(weg)
    if minder:
        wie.klik("Hoeveel: ")
        wie.klik(_een_minder(wie), "MenuItem")
    wie.klik("Nodig: ")
    wie.wacht_op("Waarom is dit nodig")
    wie.handen.typ(reden)  # wat er stond is gekozen: typen vervangt het
    wie.klik("Verder")
    wie.schrijf("Invoerregel", kern)
    wie.klik("Op tafel")
    wie.wacht_op(kern)


def _een_minder(wie: Muis) -> str:
    """In het menu: wat onder het meeste staat."""
    return [deel.naam for deel in wie.handen.delen() if deel.rol == "MenuItem"][1]


def _spreek_af(wie: Muis, stoel: str, wat: str, rest: str) -> None:
    wie.klik("Besluit", "PageTab")
    wie.klik(stoel)
    wie.schrijf("Afspraak", f" {wat} {rest}")
    wie.klik("Afspreken")
    wie.wacht_op(wat.rstrip("."))


def _besluit(wie: Muis, besluit: str, wie_spreekt: str, evaluatie: str, klaar: str = "") -> None:
    wie.klik("Besluit", "PageTab")
    wie.schrijf("Besluit", besluit)
    wie.klik("Aanspreekpunt", "ComboBox")
    wie.klik(wie_spreekt, "ListItem")
    wie.schrijf("Evaluatie op", evaluatie)
    if klaar:
        wie.schrijf("Klaar als", klaar)
    wie.klik("Besluit vastleggen (Ctrl+Enter)")
    wie.wacht_op(besluit)


def _schuif_k2602_door(wie: Muis) -> None:
    wie.klik("De kamer klopt")
    wie.wacht_op("open met 5 mensen")
    wie.klik("Sluiten", "PageTab")
    wie.klik("Casus doorschuiven…")
    wie.schrijf("Reden", "De jeugdbeschermer is bij een spoedzitting.")
    wie.klik("Casus doorschuiven")


def _k2603(wie: Muis) -> None:
    wie.klik("toets 2")
    _breng_in(
        wie,
        "Justitieel, toets j",
        "De datum bepaalt de planning.",
        "Ontslag op 11 december om 8.30 uur, geen verlof vooraf.",
        minder=True,
    )
    _spreek_af(wie, "toets 4", "Plek in de opvang en een spoedaanvraag bijstand regelen.", "9-12")
    _spreek_af(wie, "toets 3", "Betrokkene om 8.30 uur bij de poort ophalen.", "11-12")
    wie.klik("Meenemen", "PageTab")
    for stoel in ("3 ", "4 "):
        wie.cel("", stoel)
    _besluit(
        wie,
        "Onderdak, inkomen en ophalen op de dag van ontslag zijn belegd.",
        "4 ",
        "18-12-2026",
    )
    wie.klik("Sluiten", "PageTab")
    wie.wacht_op("Alles is gezegd")
    wie.klik("Bespreking sluiten")
    wie.wacht_op("Alle casussen zijn besproken of doorgeschoven.")
