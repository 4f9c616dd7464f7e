"""Handen die alleen klikken en slepen; alleen de woorden worden getypt."""

from pathlib import Path

from tests.echt.mens import Deel
from tests.echt.verhaal import (
    BEGIN,
    BEOORDELAAR,
    HUIS,
    OVERLEGDAG,
    PAUZE,
    PLAATS,
    VAST,
    VRAAGKAART,
    WACHTZIN,
    WIJZE,
    ZAKEN,
    Stoel,
    Zaak,
)
from tests.echt.voorbereiden import Coordinator


class Muis(Coordinator):
    """Klikt op wat zo heet; staat de cursor er al, dan is klikken niet nodig."""

    def _in(self, veld: str, woorden: str) -> None:
        self.mens.wacht_op(veld, "EditableText")
        if not self.mens.komt_de_cursor_op(veld):
            self.mens.klik(veld, "EditableText")
            self.mens.op(veld)
        self.mens.schrijf(woorden)

    def _kies(self, lijst: str, keuze: str) -> None:
        """Uit een lijst die open klapt."""
        self.mens.klik(lijst, "ComboBox")
        self.mens.klik(keuze, "ListItem")
        self.mens.wacht(lambda: self.mens.zoek(keuze, "ListItem") is None, "de lijst blijft open")

    def _zoek(self, veld: str, woorden: str) -> None:
        """Typen in een zoekveld, en klikken op wat eronder verschijnt."""
        self._in(veld, woorden)
        self.mens.klik(woorden, "ListItem")

    def _naar(self, plaats: str) -> None:
        """Een plaats op de balk; daarna staat die bladzij er."""
        self.mens.klik(plaats, "CheckBox")

        def staat_er() -> bool:
            knop = self.mens.zoek(plaats, "CheckBox")
            return knop is not None and knop.aan

        self.mens.wacht(staat_er, f"de bladzij {plaats} komt niet")

    def maak_kluis(self) -> None:
        self.mens.op("Nieuwe wachtzin")
        self.mens.schrijf(WACHTZIN)
        self._in("Nieuwe wachtzin, nog een keer", WACHTZIN)
        self.mens.klik("Kluis maken", "Button")
        self.mens.klik("Later", "Button")

    def richt_in(self) -> None:
        self.mens.klik("Huis inrichten…", "Button")
        self._kies("Onder welk recht", "Zorg- en Veiligheidshuis")
        velden = ("Naam van het huis", "Verwerkings", "Contactpunt", "Functionaris")
        for veld, woorden in zip(velden, HUIS.values(), strict=True):
            self._in(veld, woorden)
        self.mens.klik("Huis inrichten", "Button")

    def lees_in(self, lijst: Path) -> None:
        self.mens.klik("Lijst inlezen…", "Button")
        self.mens.klik(lijst.name, "ListItem")
        self.mens.klik("Openen", "Button")
        self.mens.wacht_op("Regels van de lijst")
        self.mens.klik("Inlezen", "Button")
        self.mens.wacht_op("Ingelezen")

    def meld_aan(self, zaak: Zaak) -> None:
        self._naar("Casussen")
        self.mens.klik("Casus aanmelden…", "Button")
        self._in("Naam van de betrokkene", zaak.naam)
        self._in("Doel", zaak.doel)
        self._in("Aanleiding", zaak.aanleiding)
        for gebied in zaak.leefgebieden:
            self.mens.klik(gebied, "CheckBox")
        self.mens.klik("Wie meldt aan", "EditableText")
        self.mens.schrijf(zaak.aanmelder)
        self.mens.klik(zaak.aanmelder, "ListItem")
        for wie in zaak.kring:
            self.mens.klik("Iemand toevoegen", "Button")
            self.mens.op("Relatie")
            self.mens.schrijf(wie.relatie)
            self._in_laatste("Naam", wie.naam)
            self._in_laatste("Waarom nodig", wie.waarom)
        self.mens.klik("Casus aanmelden", "Button")
        self.mens.op("Nu: wegen")

    def _in_laatste(self, veld: str, woorden: str) -> None:
        """In het onderste veld dat zo heet: de regel die er net bij kwam."""
        self.mens.klik(veld, "EditableText", laatste=True)
        self.mens.op(veld)
        self.mens.schrijf(woorden)

    def weeg(self, zaak: Zaak) -> None:
        self.mens.klik("Nu: wegen", "Button")
        self.mens.op("a. ")
        for letter, uitleg in zip("abcd", zaak.criteria, strict=True):
            self._in(f"{letter}. ", uitleg)
        self._zoek("Zoek in wie", BEOORDELAAR)
        self.mens.klik("Uitkomst: In behandeling", "RadioButton")
        self._in("Motivering", zaak.motivering)
        self.mens.klik("Weging vastleggen", "Button")
        self.mens.op("Nu: betrokkene informeren")

    def informeer(self, zaak: Zaak) -> None:
        if zaak.uitstel is None:
            self.mens.klik("Nu: betrokkene informeren", "Button")
            self.mens.op("Hoe")
            self.mens.schrijf(WIJZE)
            self.mens.klik("Vastleggen", "Button")
        else:
            self.mens.klik("Informeren uitstellen…", "Button")
            self._kies("Grond van de wet", _GROND[zaak.uitstel.grond])
            self._in("Motivering", zaak.uitstel.motivering)
            self.mens.klik("Wie beoordeelt", "EditableText")
            self.mens.schrijf(zaak.uitstel.beoordelaar)
            self.mens.klik(zaak.uitstel.beoordelaar, "ListItem")
            self._in("Opnieuw bekijken", f"{zaak.uitstel.tot:%d-%m-%Y}")
            self.mens.klik("Uitstel vastleggen", "Button")
        self.mens.op("Nu: op een agenda")

    def plan(self) -> None:
        self._naar("Overleggen")
        self.mens.klik("Overleg plannen…", "Button")
        self.mens.op("Dag van het overleg")
        self.mens.schrijf(f"{OVERLEGDAG:%d-%m-%Y}")
        self._in("Begint om", BEGIN)
        self._in("Plaats van het overleg", PLAATS)
        self._zoek("Wie zit voor", "voorzitter")
        self.mens.klik("Overleg vastleggen", "Button")
        self.mens.op("Welke casus komt op de agenda")

    def agendeer(self, zaak: Zaak) -> None:
        self._zoek("Welke casus komt op de agenda", zaak.code)
        self.mens.op("Vraag aan het overleg")
        self.mens.schrijf(zaak.vraag)
        if zaak.minuten != ZAKEN[1].minuten:
            self.mens.dubbelklik("Tijd aan tafel", "EditableText")
            self.mens.op("Tijd aan tafel")
            self.mens.schrijf(str(zaak.minuten))
        self.mens.klik("Op de agenda zetten", "Button")
        self.mens.op("Wie is er nodig")

    def geef_stoel(self, stoel: Stoel) -> None:
        self._zoek("Wie is er nodig", stoel.functie)
        if stoel.pet:
            self._kies("Met welke pet", "Hulpverlening")
        if stoel.taak[1]:
            self.mens.wacht_op("Stoel geven")
            if self.mens.zoek("Wettelijke taak", "ComboBox"):
                self._kies("Wettelijke taak", _TAAK[stoel.taak[0]])
        self._in("Waarom is deze", stoel.waarom)
        self.mens.klik("Stoel geven", "Button")
        self.mens.op("Wie is er nodig")

    def stel_vraag(self) -> None:
        self._in("Wie is er nodig", VRAAGKAART["partij"])
        self.mens.klik("Liever één vraag", "ListItem")
        self._kies("Aan wie", VRAAGKAART["professional"])
        self._kies("Voor welke taak", "Strafrechtelijke handhaving")
        self._in("De ene vraag", VRAAGKAART["vraag"])
        self._kies("Om wat voor gegeven", "Justitiële")
        self._in("Waarom is het antwoord", VRAAGKAART["noodzaak"])
        self.mens.klik("Vraag stellen", "Button")
        self.mens.op("Wie is er nodig")

    def nodig_betrokkene(self, zaak: Zaak) -> None:
        if zaak.belang:
            self.mens.klik(f"Betrokkene van {zaak.code} niet uitnodigen", "Button")
            self._in("Zwaarwegend belang", zaak.belang)
            self.mens.klik("Niet uitnodigen", "Button")
        else:
            self.mens.klik(f"Betrokkene van {zaak.code} uitnodigen", "Button")
        self.mens.op("Welke casus komt op de agenda")

    def deel_in(self) -> None:
        self.mens.klik("Tafelindeling", "Button")
        self.mens.klik(VAST, "Kolom")
        self.mens.klik(f"{VAST} vastzetten", "Button")
        voor = [deel.naam for deel in self._kolommen()]
        self.mens.klik("Kortste wachttijd", "Button")
        self.mens.wacht(
            lambda: [deel.naam for deel in self._kolommen()] != voor, "de volgorde blijft gelijk"
        )
        *_, voorlaatste, laatste = self._kolommen()
        x, y = voorlaatste.midden
        self.mens.sleep(laatste.midden, (x - voorlaatste.plek[2] // 4, y))
        self.mens.wacht_op("staat nu op plek")
        self.mens.klik(self._kolommen()[len(ZAKEN) // 2 - 1].naam, "Kolom")
        self.mens.klik("Pauze na", "Button")
        self.mens.op("Minuten pauze")
        self.mens.schrijf(str(PAUZE))
        self.mens.klik("Pauze bewaren", "Button")
        self.mens.op("Tafelindeling")

    def _kolommen(self) -> list[Deel]:
        """De casussen zoals ze getekend staan, van links naar rechts."""
        return sorted(
            (deel for deel in self.mens.delen() if deel.rol == "Kolom"), key=lambda deel: deel.plek
        )

    def kijk_na(self) -> None:
        self.mens.klik("Terug naar de lijst", "Button")
        self.mens.wacht_op(f"Alle {len(ZAKEN)} casussen kunnen open")

    def nodig_uit(self, uit: Path) -> None:
        self.mens.klik("Uitnodigingen", "Button")
        self.mens.klik("Maken voor", "Button")
        self.mens.klik(uit.name, "ListItem")
        self.mens.klik("Kiezen", "Button")
        self.mens.wacht_op("bewaard in de map")


_GROND = {
    "uavg-41-d": "Strafbare feiten",
    "uavg-41-i": "Bescherming van de betrokkene",
}
_TAAK = {
    "strafrechtelijke-handhaving": "Strafrechtelijke handhaving",
    "wmo": "Maatschappelijke ondersteuning",
    "participatiewet": "Bijstand en re-integratie",
    "jeugdwet": "Jeugdhulp",
    "nazorg": "Re-integratie van (ex-)gedetineerden",
    "schuldhulp": "Schuldhulpverlening",
    "oggz": "Openbare geestelijke",
    "kinderbescherming": "Uitvoering van een kinderbeschermingsmaatregel",
    "jeugdreclassering": "Jeugdreclassering",
    "behandeling": "Geneeskundige behandeling",
    "verplichte-zorg": "Verplichte zorg",
    "hulpverlening": "Hulpverlening",
}
