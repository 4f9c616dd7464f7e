"""Welke partij een regel bedoelt: een van de kluis, of een die deze lijst nieuw maakt."""

import difflib
from collections import defaultdict
from collections.abc import Iterable

from casus_app.catalogus import Catalogus
from casus_app.domein.mensen import Partij
from casus_app.lijsten.aanduiding import vrije_aanduidingen
from casus_app.lijsten.lijst import Kolom, kaal, naamsleutel
from casus_app.lijsten.plek import Plek
from casus_app.regels.mensen import bezwaar_soort


class Soortwijzer:
    """Vindt de soort die iemand met een woord bedoelt."""

    _KORTST = 4
    """Zoveel letters heeft het begin van een naam nodig om herkend te worden."""

    def __init__(self, catalogus: Catalogus) -> None:
        self._catalogus = catalogus
        self._woorden = {
            kaal(woord): soort.sleutel
            for soort in catalogus.soorten.values()
            for woord in (soort.naam, soort.sleutel)
        }

    def soort(self, tekst: str) -> str:
        """De sleutel van de soort; is niet duidelijk welke het is, dan de tekst zelf."""
        woord = kaal(tekst)
        if woord in self._woorden:
            return self._woorden[woord]
        begint = {soort for naam, soort in self._woorden.items() if naam.startswith(woord)}
        return begint.pop() if len(begint) == 1 and len(woord) >= self._KORTST else tekst

    def bezwaar(self, tekst: str) -> str:
        """Waarom deze soort niet kan, met de soort die erop lijkt; leeg als hij wel kan."""
        weigering = bezwaar_soort(self._catalogus, self.soort(tekst))
        if weigering is None:
            return ""
        lijkt = difflib.get_close_matches(kaal(tekst)[:40], self._woorden, n=1, cutoff=0.7)
        if not lijkt:
            return weigering.melding
        naam = self._catalogus.soorten[self._woorden[lijkt[0]]].naam
        return f"{weigering.melding} Bedoelt u '{naam}'?"


class Partijboek:
    """De partijen van de kluis en van de lijst samen: elke regel ziet wat een andere maakt."""

    def __init__(
        self, bekend: Iterable[Partij], catalogus: Catalogus, plekken: Iterable[Plek]
    ) -> None:
        self._wijzer = Soortwijzer(catalogus)
        self._bekend = {partij.id: partij for partij in bekend}
        self._op_naam: defaultdict[str, list[Partij]] = defaultdict(list)
        for partij in self._bekend.values():
            self._op_naam[naamsleutel(partij.naam)].append(partij)
        self._genoemd: dict[str, str] = {}
        for plek in plekken:
            if plek.cel(Kolom.SOORT):
                self._genoemd.setdefault(
                    naamsleutel(plek.cel(Kolom.PARTIJ)), plek.cel(Kolom.SOORT)
                )
        self._vrij = vrije_aanduidingen("P", self._bekend)
        self.nieuw: dict[int, Partij] = {}
        """De nieuwe partijen, bij het nummer van de regel die ze het eerst noemt."""

    def wijs_aan(self, plek: Plek) -> None:
        """Zet de partij van deze regel erbij; is er geen aan te wijzen, dan de reden."""
        plek.partij = self._op_aanduiding(plek)
        if plek.partij is None and not plek.fouten and plek.cel(Kolom.PARTIJ):
            plek.partij = self._op_naam_of_nieuw(plek)
        if plek.partij is not None:
            self._toets_soort(plek, plek.partij)

    def _op_aanduiding(self, plek: Plek) -> Partij | None:
        aanduiding, naam = plek.cel(Kolom.AANDUIDING_PARTIJ), plek.cel(Kolom.PARTIJ)
        partij = self._bekend.get(aanduiding)
        if partij and naam and naamsleutel(naam) != naamsleutel(partij.naam):
            plek.meld(
                Kolom.AANDUIDING_PARTIJ,
                "Onder deze aanduiding staat een partij met een andere naam. Maak deze cel leeg, "
                "of zet bij 'partij' de naam die in de kluis staat.",
            )
            return None
        if aanduiding and not partij and not naam:
            plek.meld(
                Kolom.AANDUIDING_PARTIJ,
                "Deze aanduiding is niet bekend. Vul bij 'partij' de naam van de partij in.",
            )
        return partij

    def _op_naam_of_nieuw(self, plek: Plek) -> Partij | None:
        naam = plek.cel(Kolom.PARTIJ)
        gelijk = self._op_naam[naamsleutel(naam)]
        precies = [partij for partij in gelijk if partij.naam.strip() == naam] or gelijk
        if len(precies) > 1:
            plek.meld(
                Kolom.PARTIJ,
                "Er zijn meer partijen met deze naam. Zet in de kolom 'aanduiding partij' welke u "
                "bedoelt.",
            )
            return None
        if precies:
            return precies[0]
        soort = self._genoemd.get(naamsleutel(naam), "")
        if not soort:
            plek.meld(
                Kolom.SOORT,
                "Deze partij is nieuw. Vul in wat voor soort partij het is, bijvoorbeeld "
                "'Politie' of 'GGZ-instelling'.",
            )
        partij = Partij(id=next(self._vrij), soort=self._wijzer.soort(soort), naam=naam)
        gelijk.append(partij)
        self.nieuw[plek.regel.nr] = partij
        return partij

    def _toets_soort(self, plek: Plek, partij: Partij) -> None:
        tekst = plek.cel(Kolom.SOORT)
        if not tekst or (tekst == partij.soort and partij.id in self._bekend):
            return
        if bezwaar := self._wijzer.bezwaar(tekst):
            plek.meld(Kolom.SOORT, bezwaar)
        elif self._wijzer.soort(tekst) != partij.soort:
            plek.meld(
                Kolom.SOORT,
                "Deze partij is al van een andere soort, in de kluis of hoger in de lijst; een "
                "lijst verandert die niet. Maak de soort gelijk, of maak deze cel leeg.",
            )
