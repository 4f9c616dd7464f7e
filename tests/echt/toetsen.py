"""Handen die alleen toetsen: geen enkele keer de muis."""

from pathlib import Path

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


class Toetsen(Coordinator):
    """Kijkt voor elke toets waar de focus staat, zoals een mens dat ziet."""

    def _in(self, veld: str, woorden: str, *daarna: str) -> None:
        self.mens.op(veld)
        self.mens.schrijf(woorden)
        self.mens.toets(*daarna)

    def maak_kluis(self) -> None:
        self._in("Nieuwe wachtzin", WACHTZIN, "Return")
        self._in("Nieuwe wachtzin, nog een keer", WACHTZIN, "Return")
        self.mens.op("Later")
        self.mens.toets("Return")

    def richt_in(self) -> None:
        self.mens.op("Huis inrichten")
        self.mens.toets("Return")
        self.mens.op("Onder welk recht")
        self.mens.toets("Down", "Tab")
        velden = ("Naam", "Verwerkings", "Contactpunt", "Functionaris")
        for veld, woorden in zip(velden, HUIS.values(), strict=True):
            daarna = "ctrl+Return" if veld == velden[-1] else "Tab"
            self._in(veld, woorden, daarna)

    def lees_in(self, lijst: Path) -> None:
        self.mens.op("Lijst inlezen")
        self.mens.toets("Return")
        self._in("Naam:", str(lijst), "Return")
        self.mens.op("Regels van de lijst")
        self.mens.toets("alt+i")
        self.mens.op("Casus aanmelden")

    def meld_aan(self, zaak: Zaak) -> None:
        self.mens.toets("ctrl+2")
        self.mens.wacht_op("Casussen", "StaticText")
        self.mens.toets("alt+a")
        self._in("Naam van de betrokkene", zaak.naam, "Tab", "Tab")
        self._in("Doel", zaak.doel, "Tab")
        self._in("Aanleiding", zaak.aanleiding, "Tab")
        for gebied in zaak.leefgebieden:
            self._ga_naar_woord(gebied)
            self.mens.toets("space")
        self.mens.toets("Tab", "Tab")
        self._in("Wie meldt aan", zaak.aanmelder, "Return")
        for nummer, wie in enumerate(zaak.kring):
            self.mens.toets(*["Tab"] * (2 if nummer else 1))
            self.mens.op("Iemand toevoegen")
            self.mens.toets("Return")
            self._in("Relatie", wie.relatie, "Tab")
            self._in("Naam", wie.naam, "Tab")
            self._in("Waarom nodig", wie.waarom)
        self.mens.toets("ctrl+Return")
        self.mens.op("Nu: wegen")

    def _ga_naar_woord(self, woord: str) -> None:
        """De letter waarmee het woord begint, tot men er staat."""
        while (deel := self.mens.focus()) is None or deel.naam != woord:
            self.mens.toets(woord[0])

    def weeg(self, zaak: Zaak) -> None:
        self.mens.toets("Return")
        for letter, uitleg in zip("abcd", zaak.criteria, strict=True):
            self._in(f"{letter}. ", uitleg, "Tab")
        self._in("Zoek in wie", BEOORDELAAR, "Return", "Tab", "Tab")
        self.mens.op("Uitkomst")
        self.mens.toets("space", "Tab")
        self._in("Motivering", zaak.motivering, "ctrl+Return")
        self.mens.op("Nu: betrokkene informeren")

    def informeer(self, zaak: Zaak) -> None:
        if zaak.uitstel is None:
            self.mens.toets("Return")
            self._in("Hoe", WIJZE, "ctrl+Return")
        else:
            self.mens.toets("alt+s")
            self.mens.op("Grond van de wet")
            omlaag = "abcdefghij".index(zaak.uitstel.grond[-1]) + 1
            self.mens.toets(*["Down"] * omlaag, "Tab")
            self._in("Motivering", zaak.uitstel.motivering, "Tab")
            self._in("Wie beoordeelt", zaak.uitstel.beoordelaar, "Return", "Tab")
            self._in("Opnieuw bekijken", f"{zaak.uitstel.tot:%d-%m-%Y}", "ctrl+Return")
        self.mens.op("Nu: op een agenda")

    def plan(self) -> None:
        self.mens.toets("ctrl+3")
        self.mens.op("Overleg plannen")
        self.mens.toets("Return")
        self._in("Dag van het overleg", f"{OVERLEGDAG:%d-%m-%Y}", "Return")
        self._in("Begint om", BEGIN, "Return")
        self._in("Plaats van het overleg", PLAATS, "Return")
        self._in("Wie zit voor", "voorzitter", "Return")
        self.mens.op("Overleg vastleggen")
        self.mens.toets("Return")

    def agendeer(self, zaak: Zaak) -> None:
        self._in("Welke casus komt op de agenda", zaak.code, "Return")
        self._in("Vraag aan het overleg", zaak.vraag)
        if zaak.minuten != ZAKEN[1].minuten:
            self.mens.toets("Tab", "ctrl+a")
            self._in("Tijd aan tafel", str(zaak.minuten))
        self.mens.toets("Return")
        self.mens.op("Wie is er nodig")

    def geef_stoel(self, stoel: Stoel) -> None:
        self._in("Wie is er nodig", stoel.functie, "Return")
        if stoel.pet:
            self.mens.op("Met welke pet")
            self.mens.toets("Down", "Down", "Return")
        if stoel.taak[1] and self._wordt_gevraagd("Wettelijke taak", "Waarom is deze"):
            self.mens.toets(*["Down"] * stoel.taak[1], "Return")
        self._in("Waarom is deze", stoel.waarom, "Return")
        self.mens.op("Wie is er nodig")

    def _wordt_gevraagd(self, veld: str, anders: str) -> bool:
        """Of dit veld de focus krijgt, of de vraag erna."""
        gezien = ""

        def staat_er() -> bool:
            nonlocal gezien
            deel = self.mens.focus()
            gezien = deel.naam if deel else ""
            return veld in gezien or anders in gezien

        self.mens.wacht(staat_er, f"de focus komt niet op '{veld}'")
        return veld in gezien

    def stel_vraag(self) -> None:
        self._in("Wie is er nodig", VRAAGKAART["partij"])
        self.mens.wacht_op("Liever één vraag")
        self.mens.toets("Down", "Down", "Return")
        self.mens.op("Aan wie")
        self.mens.toets("Down", "Down", "Return")
        self.mens.op("Voor welke taak")
        self.mens.toets("Down", "Return")
        self._in("De ene vraag", VRAAGKAART["vraag"], "Return")
        self.mens.op("Om wat voor gegeven")
        self.mens.toets("j", "Return")
        self._in("Waarom is het antwoord", VRAAGKAART["noodzaak"], "Return")
        self.mens.op("Wie is er nodig")

    def nodig_betrokkene(self, zaak: Zaak) -> None:
        self.mens.toets("Return")
        self.mens.op(f"Betrokkene van {zaak.code} uitnodigen")
        if zaak.belang:
            self.mens.toets("Tab", "Return")
            self._in("Zwaarwegend belang", zaak.belang)
        self.mens.toets("Return")
        self.mens.op("Welke casus komt op de agenda")

    def deel_in(self) -> None:
        self.mens.toets("alt+t")
        self.mens.op("Tafelindeling")
        plek = [zaak.code for zaak in ZAKEN].index(VAST)
        self.mens.toets(*["Right"] * plek, "p", "Return")
        self.mens.wacht_op("Van ")
        self.mens.toets(*["Right"] * len(ZAKEN), "alt+Left", "Return")
        self.mens.wacht_op("staat nu op plek")
        self.mens.toets(*["Left"] * (len(ZAKEN) // 2 - 1), "r")
        self._in("Minuten pauze", str(PAUZE), "Return")
        self.mens.op("Tafelindeling")

    def kijk_na(self) -> None:
        self.mens.toets("alt+l")
        self.mens.wacht_op(f"Alle {len(ZAKEN)} casussen kunnen open")

    def nodig_uit(self, uit: Path) -> None:
        self.mens.toets("alt+u")
        self.mens.wacht_op("Maken voor")
        self.mens.toets("alt+m")
        self._in("Naam:", str(uit), "Return")
        self.mens.wacht_op("bewaard in de map")
