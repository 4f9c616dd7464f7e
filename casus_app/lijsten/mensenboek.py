"""Wie een regel bedoelt: iemand uit de kluis, iemand van een andere regel, of iemand nieuws.

Eerst wijst de aanduiding, dan het e-mailadres, dan naam en partij. Zo maakt het niet uit in welke
volgorde de regels staan.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from casus_app.domein.mensen import Professional
from casus_app.lijsten.aanduiding import vrije_aanduidingen
from casus_app.lijsten.lijst import Kolom, naamsleutel
from casus_app.lijsten.plek import Plek

Naamplaats = tuple[str, str]
"""De aanduiding van een partij, en een naam zonder hoofdletters en accenten."""


class Mensenboek:
    """De professionals van de kluis, en welke regel over wie gaat."""

    def __init__(self, bekend: Sequence[Professional]) -> None:
        self._bekend = {mens.id: mens for mens in bekend}
        self._op_email: defaultdict[str, list[Professional]] = defaultdict(list)
        self._op_naam: defaultdict[Naamplaats, list[Professional]] = defaultdict(list)
        for mens in bekend:
            self._op_naam[mens.partij, naamsleutel(mens.naam)].append(mens)
            if mens.email.strip():
                self._op_email[_email(mens.email)].append(mens)
        self._genoemd: dict[str, Plek] = {}
        self._vrij = vrije_aanduidingen("M", self._bekend)

    def koppel(self, plekken: Sequence[Plek]) -> None:
        """Wijst elke regel over een mens iemand toe: `doel`, `eerder`, of een nieuwe `mens`."""
        over = [plek for plek in plekken if plek.over_een_mens]
        for stap in (self._op_aanduiding, self._op_adres, self._op_naam_en_partij):
            over = [plek for plek in over if not stap(plek)]
        self._maak_nieuw(over)

    def _wijs_toe(self, plek: Plek, mens: Professional) -> bool:
        plek.eerder = self._genoemd.setdefault(mens.id, plek)
        if plek.eerder is plek:
            plek.eerder, plek.doel = None, mens
        return True

    def _op_aanduiding(self, plek: Plek) -> bool:
        aanduiding = plek.cel(Kolom.AANDUIDING)
        mens = self._bekend.get(aanduiding)
        if mens is None:
            if aanduiding:
                plek.let_op = (
                    "De aanduiding in de lijst is hier niet bekend; het programma zoekt op e-mail "
                    "en naam, en maakt voor iemand nieuws zelf een aanduiding."
                )
            return False
        naam, email = plek.cel(Kolom.NAAM), plek.cel(Kolom.EMAIL)
        zelfde_adres = bool(email) and _email(email) == _email(mens.email)
        if naam and naamsleutel(naam) != naamsleutel(mens.naam) and not zelfde_adres:
            plek.meld(
                Kolom.AANDUIDING,
                "Onder deze aanduiding staat iemand met een andere naam en een ander e-mailadres. "
                "Maak deze cel leeg; dan komt er iemand nieuws bij.",
            )
            return True
        return self._wijs_toe(plek, mens)

    def _op_adres(self, plek: Plek) -> bool:
        adres = plek.cel(Kolom.EMAIL)
        mensen = self._op_email.get(_email(adres), []) if adres else []
        naam = naamsleutel(plek.cel(Kolom.NAAM))
        mensen = [mens for mens in mensen if naamsleutel(mens.naam) == naam] or mensen
        if plek.partij:
            mensen = [mens for mens in mensen if mens.partij == plek.partij.id] or mensen
        if not mensen:
            return False
        if len(mensen) > 1:
            plek.meld(
                Kolom.EMAIL,
                "Dit e-mailadres is van meer dan één professional. Zet in de kolom 'aanduiding' "
                "wie u bedoelt.",
            )
            return True
        if naamsleutel(mensen[0].naam) != naam and self._bij_naam(plek):
            plek.meld(
                Kolom.EMAIL,
                "De naam en het e-mailadres horen bij twee verschillende professionals. Zet in de "
                "kolom 'aanduiding' wie u bedoelt, of maak het e-mailadres leeg.",
            )
            return True
        return self._wijs_toe(plek, mensen[0])

    def _op_naam_en_partij(self, plek: Plek) -> bool:
        mensen = [
            mens
            for mens in self._bij_naam(plek)
            if mens.id not in self._genoemd or _kan_dezelfde(plek, self._genoemd[mens.id])
        ]
        if len(mensen) > 1:
            plek.meld(
                Kolom.NAAM,
                "Bij deze partij is meer dan één professional met deze naam. Vul het e-mailadres "
                "in, of zet in de kolom 'aanduiding' wie u bedoelt.",
            )
        return len(mensen) > 1 or bool(mensen and self._wijs_toe(plek, mensen[0]))

    def _bij_naam(self, plek: Plek) -> list[Professional]:
        naam = naamsleutel(plek.cel(Kolom.NAAM))
        return self._op_naam.get((plek.partij.id, naam), []) if plek.partij and naam else []

    def _maak_nieuw(self, plekken: Iterable[Plek]) -> None:
        op_adres: dict[str, Plek] = {}
        op_naam: defaultdict[Naamplaats, list[Plek]] = defaultdict(list)
        for plek in plekken:
            adres, naam = _email(plek.cel(Kolom.EMAIL)), naamsleutel(plek.cel(Kolom.NAAM))
            naamgenoten = op_naam[plek.partij.id, naam] if plek.partij and naam else []
            zelfde = next((ander for ander in naamgenoten if _kan_dezelfde(plek, ander)), None)
            plek.eerder = op_adres.get(adres, zelfde)
            if plek.eerder:
                continue
            plek.mens = self._leeg(plek)
            if naamgenoten or self._bij_naam(plek):
                plek.let_op = (
                    "Bij deze partij is nog iemand met dezelfde naam en een ander e-mailadres; "
                    "het worden twee professionals."
                )
            naamgenoten.append(plek)
            if adres:
                op_adres[adres] = plek

    def _leeg(self, plek: Plek) -> Professional:
        partij = plek.partij.id if plek.partij else ""
        return Professional(id=next(self._vrij), partij=partij, naam="", functie="")


def _email(adres: str) -> str:
    return adres.strip().casefold()


def _kan_dezelfde(plek: Plek, ander: Plek) -> bool:
    """Naamgenoten bij één partij zijn dezelfde mens, tenzij elk een eigen e-mailadres heeft."""
    adres, andere = plek.cel(Kolom.EMAIL), ander.cel(Kolom.EMAIL)
    return not (adres and andere) or _email(adres) == _email(andere)
