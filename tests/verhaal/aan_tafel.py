"""Het weekoverleg van opening tot vaststellen, met toetsen: één verhaal, twee paar handen.

`tests/ui/test_weekoverleg.py` speelt het met de toetsen van Qt, `tests/echt/test_weekoverleg.py`
met die van een X-server. De voorbereiding (alles voor de eerste `bespreking.openen`) speelt de
draaiboekspeler; daarna komen er alleen toetsen. Aan het eind is de kluis die van het draaiboek,
op momenten, aanduidingen die het programma bedenkt en de stand van het scherm na.

Wat er met de weigeringen in het draaiboek gebeurt:

| weigering | op het scherm |
| --- | --- |
| openen met wie niet is toegelaten | niet aan te bieden: de deur kent alleen wie is toegelaten |
| beroepsgeheim zonder weg | niet aan te bieden: de weg wordt gevraagd vóór de woorden |
| gezondheid door de corporatie | de zin is gezien, als de letter gedrukt wordt |
| toestaan door een ander | niet aan te bieden: elke rij zegt zelf van wie zij is |
| toestaan aan een adviseur | de zin is gezien, als zijn nummer gedrukt wordt |
| sluiten met iets onbeslist | de zin is gezien, als er gesloten wordt |
| verslag voor het vaststellen | niet aan te bieden: die knoppen komen na het vaststellen |
| schrappen na het vaststellen | niet aan te bieden: een gesloten casus heeft die knop niet |
"""

import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from casus_app import domein
from casus_app.catalogus import laad
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.tafel import Tafelstand
from casus_app.draaiboek import Draaiboek, lees, speel
from casus_app.poorten import Opslag
from casus_app.werkbank import Werkbank
from tests.echt.mens import Deel

WEEKOVERLEG = Path(__file__).parent.parent / "draaiboeken" / "weekoverleg.toml"

ALLEEN_SCHERM = (Tafelstand,)
"""Wat een draaiboek niet kent: bij welke stap het scherm stond."""
VOORGESTELD = (Inbreng, Afspraak)
"""Hiervan bedenkt het programma de aanduiding; hier heten zij naar de volgorde van ontstaan."""


# --- het draaiboek in stukken ---


def _tot(doe: str, *, met: bool) -> Draaiboek:
    heel = lees(WEEKOVERLEG.read_bytes(), WEEKOVERLEG.name, laad().kaders)
    eerste = next(n for n, stap in enumerate(heel.stappen) if doe == stap.handeling.NAAM)
    return replace(heel, stappen=heel.stappen[: eerste + met])


def bereid_voor(werkbank: Werkbank) -> None:
    """Alles voor de eerste keer dat een casus opengaat."""
    voorbereiding = _tot("bespreking.openen", met=False)
    assert speel(voorbereiding, werkbank, lambda _regel: None, lambda _papier: None) == []


def speel_door(werkbank: Werkbank) -> None:
    """Het draaiboek zelf, tot en met het vaststellen."""
    heel = _tot("overleg.vaststellen", met=True)
    assert speel(heel, werkbank, lambda _regel: None, lambda _papier: None) == []


# --- vergelijken ---


def _soorten() -> Iterator[type]:
    for module in pkgutil.iter_modules(domein.__path__, f"{domein.__name__}."):
        for soort in vars(import_module(module.name)).values():
            eigen = isinstance(soort, type) and soort.__module__ == module.name
            if eigen and is_dataclass(soort) and hasattr(soort, "SLEUTEL"):
                yield soort


def stand(opslag: Opslag) -> dict[str, list[str]]:
    """Alles wat er staat, zonder momenten; wat het programma noemt heet naar zijn volgorde."""
    namen: dict[str, str] = {}
    for soort in VOORGESTELD:
        for nummer, waarde in enumerate(opslag.zoek(soort), start=1):
            namen[waarde.id] = f"{soort.__name__}-{nummer}"

    def zonder_toeval(veld: str, inhoud: Any) -> Any:
        if isinstance(inhoud, datetime):
            return None
        verwijst = veld in {"id", "inbreng", "afspraak"}
        return namen.get(inhoud, inhoud) if verwijst and isinstance(inhoud, str) else inhoud

    return {
        soort.__name__: sorted(
            repr([(v.name, zonder_toeval(v.name, getattr(waarde, v.name))) for v in fields(soort)])
            for waarde in opslag.zoek(soort)
        )
        for soort in _soorten()
        if soort not in ALLEEN_SCHERM
    }


def verschillen(een: Opslag, ander: Opslag) -> list[str]:
    """Wat er in de een staat en niet in de ander, regel voor regel."""
    links, rechts = stand(een), stand(ander)
    gevonden = []
    for soort in links.keys() | rechts.keys():
        hier, daar = Counter(links.get(soort, [])), Counter(rechts.get(soort, []))
        gevonden += [f"{soort} te veel: {rij}" for rij in (hier - daar).elements()]
        gevonden += [f"{soort} te weinig: {rij}" for rij in (daar - hier).elements()]
    return sorted(gevonden)


# --- wie er speelt ---


class Handen(Protocol):
    """Wat een mens met een toetsenbord kan, en wat er dan te zien is."""

    def toets(self, *toetsen: str) -> None:
        """Toetsen zoals `ctrl+k`, `Tab` of `Return`."""

    def typ(self, woorden: str) -> None:
        """Woorden."""

    def delen(self) -> list[Deel]:
        """Wat een schermlezer vindt, van wat vooraan staat."""

    def wacht(self, is_zo: Callable[[], bool], anders: str) -> None:
        """Tot het zo is."""


OMHULSELS = frozenset({"Client", "ListItem", "Cell", "PageTab", "PageTabList"})
"""Wat de cursor heeft zonder dat iemand daar iets typt."""


class Voorzitter:
    """Speelt, en telt de toetsen die geen woorden zijn."""

    def __init__(self, handen: Handen) -> None:
        self.handen = handen
        self._wat = ""
        self.geteld: dict[str, list[int]] = {}
        """Per soort daad hoeveel toetsen elke keer kostte."""

    @contextmanager
    def telt(self, wat: str) -> Iterator[None]:
        """Alles wat hierbinnen gedrukt wordt hoort bij één keer zoiets."""
        self._wat = wat
        self.geteld.setdefault(wat, []).append(0)
        yield
        self._wat = ""

    @contextmanager
    def ook(self, wat: str) -> Iterator[None]:
        """Midden in iets anders: dit telt apart."""
        buiten, self._wat = self._wat, wat
        self.geteld.setdefault(wat, []).append(0)
        yield
        self._wat = buiten

    def tel_erbij(self, toetsen: int) -> None:
        """Wat van deze keer al eerder gedrukt was."""
        self.geteld[self._wat][-1] += toetsen

    def meeste(self) -> dict[str, int]:
        """Per soort daad het meeste dat één keer kostte."""
        return {wat: max(keren) for wat, keren in self.geteld.items()}

    # --- doen ---

    def toets(self, *toetsen: str) -> None:
        if self._wat:
            self.geteld[self._wat][-1] += len(toetsen)
        self.handen.toets(*toetsen)

    def typ(self, woorden: str) -> None:
        self.handen.typ(woorden)

    def naar(self, naam: str, toets: str = "Tab") -> None:
        """Loopt met Tab tot wat zo heet de cursor heeft; wie het al heeft blijft."""
        for _ in range(80):
            if naam in self.focus():
                return
            was = self.plek()
            self.toets(toets)
            self.handen.wacht(lambda was=was: self.plek() != was, f"{toets} doet niets")
        raise AssertionError(f"met {toets} kwam '{naam}' niet; wel: {self.focus()}")

    # --- kijken ---

    def _heeft_focus(self) -> Deel | None:
        """Niet een vak eromheen dat de cursor doorgeeft, of de rij die in een lijst gekozen is.

        Een rij tabs heet bij Qt naar het tabblad dat voor staat, en dat is niet wat gezocht wordt.
        """
        delen = self.handen.delen()
        return next(
            (d for d in delen if d.heeft_focus and d.naam and d.rol not in OMHULSELS), None
        )

    def focus(self) -> str:
        deel = self._heeft_focus()
        return deel.naam if deel else ""

    def plek(self) -> object:
        deel = self._heeft_focus()
        return (deel.naam, deel.plek) if deel else None

    def ziet(self, tekst: str) -> bool:
        return any(tekst in deel.naam or tekst in deel.waarde for deel in self.handen.delen())

    def wacht_op(self, tekst: str) -> None:
        self.handen.wacht(lambda: self.ziet(tekst), f"'{tekst}' komt niet")

    def wacht_op_zin(self, zin: str) -> None:
        """Een zin die er staat, en niet alleen de naam van een cel of een knop is."""

        def staat() -> bool:
            return any(zin in d.naam for d in self.handen.delen() if d.rol == "StaticText")

        self.handen.wacht(staat, f"de zin '{zin}' komt niet")

    def wacht_op_focus(self, naam: str) -> None:
        self.handen.wacht(lambda: naam in self.focus(), f"de cursor komt niet bij '{naam}'")


# --- het verhaal ---

LETTER = {"politiegegevens": "p", "gezondheid": "g", "woonsituatie": "w", "justitieel": "j"}


def speel_met_toetsen(wie: Voorzitter) -> None:
    """Van het overleg tot en met het vaststellen; alleen toetsen."""
    open_eerste(wie)
    _k2601(wie)
    _schuif_k2602_door(wie)
    _k2603(wie)
    _stel_vast(wie)


def open_eerste(wie: Voorzitter) -> None:
    """Van waar men ook is tot K-2601 op tafel ligt."""
    wie.toets("ctrl+k")
    wie.wacht_op_focus("oek")
    wie.typ("wk48")
    wie.wacht_op("wk48")
    wie.toets("Return")
    wie.naar("K-2601, Welke stap")
    wie.toets("space")
    _deurwissel(wie, 7)


def _deurwissel(wie: Voorzitter, mensen: int) -> None:
    wie.wacht_op_focus("De kamer klopt")
    with wie.telt("deurwissel"):
        wie.toets("space")
        wie.wacht_op_focus(f"open met {mensen} mensen")
        wie.toets("space")
    wie.wacht_op_focus("Invoerregel")


def _k2601(wie: Voorzitter) -> None:
    _breng_in(
        wie,
        ("3", LETTER["politiegegevens"]),
        "Nodig om het risico voor hulpverleners aan de deur te wegen.",
        "Elf meldingen sinds augustus; twee keer een mes, niet gebruikt.",
    )
    wie.toets("4")
    wie.wacht_op("Wat voor gegeven is het")
    with wie.ook("minder zeggen dan het meeste"):
        wie.toets("minus")
    _breng_in(
        wie,
        (LETTER["gezondheid"], "1"),
        "Zonder afspraak over de benadering loopt elk huisbezoek vast.",
        "In zorg; rustig benaderen, één persoon, eerst bellen.",
        geheim=True,
        nummer=1,
    )
    _breng_in(
        wie,
        ("6", LETTER["woonsituatie"]),
        "Bepaalt hoeveel tijd er is.",
        "Ontruimingszitting staat op 14 januari; twee maanden huurachterstand.",
    )
    wie.toets(LETTER["gezondheid"])
    wie.wacht_op_zin("Dit gegeven brengt deze partij niet in.")
    _spreek_af(
        wie,
        "5",
        "Begeleiding thuis starten, eerste bezoek samen met de behandelaar.",
        "4-12",
        "Eerste bezoek is geweest.",
    )
    _spreek_af(wie, "6", "Ontruiming aanhouden tot de evaluatie.", "27-11")
    _spreek_af(
        wie, "3", "Bij een melding eerst de behandelaar bellen, dan pas naar de deur.", "31-12"
    )
    _ga_meenemen(wie)
    _naar_rij(wie, "Sociaalpsychiatrisch verpleegkundige")
    with wie.telt("vrijgave met een voorwaarde"):
        wie.toets("3", "Return")
        wie.wacht_op_focus("oorwaarde")
        wie.typ("Alleen voor de benadering bij een melding; niet in een proces-verbaal.")
        wie.naar("ewaren tot")
        wie.typ("28-2-2027")
        wie.toets("ctrl+Return")
    wie.wacht_op_focus("Wie neemt wat mee")
    wie.toets("7")
    wie.wacht_op_zin("Denkt mee als adviseur en neemt niets mee.")
    _naar_rij(wie, "Consulent leefbaarheid")
    with wie.telt("vrijgave, één afspraak"):
        wie.toets("5")
    wie.wacht_op("Wmo-consulent mag dit meenemen")
    _besluit(
        wie,
        ("Begeleiding thuis en een vaste belafspraak; ontruiming wordt aangehouden.", "5"),
        "12-1-2027",
        "Twee maanden geen meldingen en de huurachterstand is geregeld.",
    )
    wie.toets("alt+6", "alt+s")
    wie.wacht_op("Waarom?")  # een knop met een letter doet het pas een tiende seconde later
    wie.wacht_op_zin("is nog niet gezegd of iemand het meeneemt")
    _ga_meenemen(wie)
    _naar_rij(wie, "Wijkagent")
    with wie.telt("niemand, voor een rij"):
        wie.toets("0")
    _sluit(wie)


def _breng_in(
    wie: Voorzitter,
    toetsen: tuple[str, ...],
    reden: str,
    kern: str,
    *,
    geheim: bool = False,
    nummer: int = 0,
) -> None:
    """`nummer`: zoveel toetsen van deze inbreng zijn al gedrukt."""
    with wie.telt("inbreng met geheim, toestemming" if geheim else "inbreng"):
        for toets in toetsen:
            wie.toets(toets)
        wie.wacht_op("Kort en feitelijk")
        _andere_reden(wie, reden)
        wie.typ(kern)
        wie.toets("Return")
        wie.tel_erbij(nummer)
    wie.wacht_op("Wat voor gegeven")


def _andere_reden(wie: Voorzitter, reden: str) -> None:
    """Het programma stelt voor waarom iemand hier zit; het draaiboek zegt iets anders."""
    with wie.ook("een andere reden dan de voorgestelde"):
        wie.toets("alt+n")
        wie.wacht_op("Waarom is dit nodig")
        wie.typ(reden)
        wie.toets("Return")
    wie.wacht_op("Kort en feitelijk")


def _spreek_af(wie: Voorzitter, stoel: str, wat: str, dag: str, klaar: str = "") -> None:
    """Eén regel: wie, wat, wanneer, klaar als."""
    wie.toets("alt+4")
    wie.wacht_op_focus("Afspraak")
    with wie.telt("afspraak"):
        einde = f", klaar als {klaar}" if klaar else ""
        wie.toets(stoel)
        wie.typ(f" {wat} {dag}{einde}")
        wie.toets("Return")
    wie.wacht_op(wat.rstrip("."))


def _ga_meenemen(wie: Voorzitter) -> None:
    wie.toets("alt+5")
    wie.naar("Wie neemt wat mee")


def _naar_rij(wie: Voorzitter, van: str) -> None:
    """De rij waar boven de matrix deze mens iets gevraagd wordt."""
    for pijl in ("Up", "Up", "Up", "Down", "Down", "Down"):
        if wie.ziet(f"{van}, mag iemand dit meenemen?"):
            return
        wie.toets(pijl)
    wie.wacht_op(f"{van}, mag iemand dit meenemen?")


def _besluit(wie: Voorzitter, wat: tuple[str, str], evaluatie: str, klaar: str = "") -> None:
    besluit, aanspreekpunt = wat
    wie.toets("alt+4")
    wie.naar("Besluit")
    wie.typ(besluit)
    wie.naar("Aanspreekpunt")
    wie.typ(aanspreekpunt)
    wie.naar("Evaluatie op")
    wie.typ(evaluatie)
    if klaar:
        wie.naar("Klaar als")
        wie.typ(klaar)
    wie.toets("ctrl+Return")
    wie.wacht_op(besluit)


def _sluit(wie: Voorzitter) -> None:
    wie.toets("alt+6")
    wie.wacht_op("Alles is gezegd")
    wie.toets("alt+s")
    wie.wacht_op_focus("De kamer klopt")


def _schuif_k2602_door(wie: Voorzitter) -> None:
    wie.toets("space")
    wie.wacht_op_focus("open met 5 mensen")
    wie.toets("alt+6", "alt+c")
    wie.wacht_op("Deze casus komt nu niet aan bod")
    wie.wacht_op_focus("Reden")
    wie.typ("De jeugdbeschermer is bij een spoedzitting.")
    wie.toets("ctrl+Return")
    wie.wacht_op_focus("De kamer klopt")


def _k2603(wie: Voorzitter) -> None:
    _deurwissel(wie, 4)
    wie.toets("2")
    wie.wacht_op("Wat voor gegeven is het")
    with wie.ook("minder zeggen dan het meeste"):
        wie.toets("minus")
    _breng_in(
        wie,
        (LETTER["justitieel"],),
        "De datum bepaalt de planning.",
        "Ontslag op 11 december om 8.30 uur, geen verlof vooraf.",
        nummer=1,
    )
    _spreek_af(wie, "4", "Plek in de opvang en een spoedaanvraag bijstand regelen.", "9-12")
    _spreek_af(wie, "3", "Betrokkene om 8.30 uur bij de poort ophalen.", "11-12")
    _ga_meenemen(wie)
    for stoel in ("3", "4"):
        with wie.telt("vrijgave, één afspraak"):
            wie.toets(stoel)
    _besluit(
        wie,
        ("Onderdak, inkomen en ophalen op de dag van ontslag zijn belegd.", "4"),
        "18-12-2026",
    )
    wie.toets("alt+6")
    wie.wacht_op("Alles is gezegd")
    wie.toets("alt+s")
    wie.wacht_op("Alle casussen zijn besproken of doorgeschoven.")


def _stel_vast(wie: Voorzitter) -> None:
    wie.naar("Naar het overleg")
    wie.toets("space")
    wie.wacht_op("Klaar om vast te stellen")
    wie.naar("Overleg vaststellen")
    wie.toets("space")
    wie.wacht_op("1 gegeven wordt vernietigd")
    wie.naar("Vaststellen")
    wie.toets("space")
    wie.wacht_op("Verslagen")
