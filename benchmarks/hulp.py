"""Wat de stille hulp vindt in de verzonnen zinnen, en hoe lang zij erover doet.

Een gemerkt stuk is gevonden als een vondst van dezelfde soort het raakt, en helemaal gevonden als
de vondsten elk teken ervan dekken. Een vondst zonder gemerkt stuk van die soort is vals. De
vloer van de snelheid is één kale gang van een reguliere uitdrukking over dezelfde tekst.

De twee helften komen van wie ook de woordenlijsten schreef. Daarom wordt ook gemeten op wat
anderen schreven: de namen en de teksten van de draaiboeken, zonder dat de kijker iemand kent.
"""

import re
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

from casus_app import catalogus
from casus_app.hulp import Kijker, Kring, Persoon, Professie, Soort, Uitvoercheck, Vondst

MAP = Path(__file__).parent.parent / "tests" / "casus_app" / "hulp"
HELFTEN = {
    "ontwikkel": "ontwikkelzinnen",
    "achtergehouden": "achtergehouden",
    "nagekomen": "nagekomen",
    "onafhankelijk": "onafhankelijk",
}
VANDAAG = date(2026, 11, 24)
DRAAIBOEKEN = MAP.parents[2] / "resources" / "draaiboeken"
TEKSTVELDEN = {"kern", "wat", "klaar_als", "doel", "aanleiding", "besluit", "noodzaak"}
LANG = 20_000
RONDEN = 30
_MERK = re.compile(r"\[(?P<soort>[a-z]+)\|(?P<tekst>[^\]]*)\]")
_MENSENNAAM = re.compile(r"(?!Bedacht|Betrokkene|Verzonnen|Medewerker).*[A-Z].* [A-ZŁŞÖ][a-z]")
"""Zo ziet in een draaiboek een verzonnen naam eruit die voor echt zou kunnen doorgaan."""
_WOORD = re.compile(r"[^\W\d_]+")


class Zin(NamedTuple):
    """Een zin zonder haken, met wat er gemerkt moet worden."""

    tekst: str
    goud: tuple[Vondst, ...]


@dataclass
class Telling:
    """Voor één soort: gemerkt, daarvan geraakt en helemaal gedekt; vondsten, daarvan vals."""

    gemerkt: int = 0
    geraakt: int = 0
    gedekt: int = 0
    vondsten: int = 0
    vals: int = 0


def meet() -> list[str]:
    """De tabel van `docs/hulp.md`, en de snelheid."""
    return [*tabel(), *vreemd(), *snelheid()]


def tabel() -> list[str]:
    """Per helft en per soort: precisie en vangst, als regels van een tabel."""
    regels = [
        "| helft | soort | gemerkt | gevonden | helemaal | vals | vangst | precisie |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for helft, bestand in HELFTEN.items():
        tellingen = tel(zinnen(bestand))
        som = Telling()
        for soort, telling in tellingen.items():
            regels.append(_regel(helft, soort, telling))
            for veld, aantal in vars(telling).items():
                setattr(som, veld, getattr(som, veld) + aantal)
        regels.append(_regel(helft, "**samen**", som))
    return regels


def vreemd() -> list[str]:
    """Op de draaiboeken: welk deel van de namen herkend wordt, en wat er in gewone tekst valt."""
    namen, teksten = set[str](), set[str]()
    for pad in (*MAP.parents[1].glob("draaiboeken/*.toml"), *DRAAIBOEKEN.glob("*.toml")):
        draaiboek = tomllib.loads(pad.read_text("utf-8"))
        _verzamel(draaiboek, namen, teksten)
    kijker = Kijker(VANDAAG)
    gezien = sum(bool(kijker.kijk(f"gisteren belde {naam} terug")) for naam in namen)
    klein = sum(bool(kijker.kijk(f"gisteren belde {naam.lower()} terug")) for naam in namen)
    uitvoer = Uitvoercheck(kijker, catalogus.laad())
    papier = sum(bool(uitvoer.kijk(f"Gisteren belde {naam} terug.")) for naam in namen)
    geraakt = sum(bool(kijker.kijk(tekst)) for tekst in teksten)
    return [
        f"| namen uit de draaiboeken, niemand bekend | {gezien} van {len(namen)} |",
        f"| dezelfde namen in kleine letters | {klein} van {len(namen)} |",
        f"| dezelfde namen bij de controle vóór uitvoer | {papier} van {len(namen)} |",
        f"| teksten uit de draaiboeken waarin iets gemerkt wordt | {geraakt} van {len(teksten)} |",
    ]


def _verzamel(ding: object, namen: set[str], teksten: set[str]) -> None:
    if isinstance(ding, list):
        for deel in ding:
            _verzamel(deel, namen, teksten)
    elif isinstance(ding, dict):
        naam = ding.get("naam")
        if isinstance(naam, str) and not {"soort", "contactpunt"} & ding.keys():
            namen.update({naam} if _MENSENNAAM.match(naam) else ())
        for veld, waarde in ding.items():
            if veld in TEKSTVELDEN and isinstance(waarde, str) and waarde:
                teksten.add(waarde)
            _verzamel(waarde, namen, teksten)


def tel(van: list[Zin]) -> dict[Soort, Telling]:
    """Wat de kijker van deze zinnen maakt, per soort."""
    kijker = verzonnen_kijker()
    tellingen: dict[Soort, Telling] = {}
    for zin in van:
        vondsten = kijker.kijk(zin.tekst)
        for stuk in zin.goud:
            telling = tellingen.setdefault(stuk.soort, Telling())
            raak = [vondst for vondst in vondsten if _raakt(vondst, stuk)]
            dekt = {teken for vondst in raak for teken in range(vondst.start, vondst.einde)}
            telling.gemerkt += 1
            telling.geraakt += bool(raak)
            telling.gedekt += dekt.issuperset(range(stuk.start, stuk.einde))
        for vondst in vondsten:
            telling = tellingen.setdefault(vondst.soort, Telling())
            telling.vondsten += 1
            telling.vals += not any(_raakt(vondst, stuk) for stuk in zin.goud)
    return {soort: tellingen[soort] for soort in Soort if soort in tellingen}


def zinnen(bestand: str) -> list[Zin]:
    """De zinnen van een helft."""
    rijen = tomllib.loads((MAP / f"{bestand}.toml").read_text("utf-8"))["zinnen"]
    return [_gelezen(rij) for rij in rijen]


def verzonnen_kijker() -> Kijker:
    """De kijker die de verzonnen casus van de zinnen kent."""
    casus = tomllib.loads((MAP / "casus.toml").read_text("utf-8"))
    return Kijker(
        VANDAAG,
        Persoon(casus["betrokkene"]),
        [Kring(ander["naam"], ander["relatie"]) for ander in casus["kring"]],
        [Professie(mens["naam"], mens["functie"]) for mens in casus["professionals"]],
    )


def snelheid() -> Iterator[str]:
    """Hoe lang een toets kost: een zin, een veld vol, en 20.000 tekens, naast de vloer."""
    alles = " ".join(zin.tekst for bestand in HELFTEN.values() for zin in zinnen(bestand))
    lang = (alles * (LANG // len(alles) + 1))[:LANG]
    kijker = verzonnen_kijker()
    teksten = {
        "80 tekens": lang[:80],
        "1.000 tekens": lang[:1000],
        "20.000 tekens": lang,
        "20.000 tekens zonder spatie, met een @": "a" * (LANG - 1) + "@",
        "20.000 tekens die een straat lijken": "A-" * (LANG // 2),
        "20.000 cijfers": "12 " * (LANG // 3),
    }
    for naam, tekst in teksten.items():
        kijker.kijk(tekst)
        kijkt, vloer = [], []
        for _ in range(RONDEN):
            begin = time.perf_counter()
            kijker.kijk(tekst)
            midden = time.perf_counter()
            _WOORD.findall(tekst)
            vloer.append(time.perf_counter() - midden)
            kijkt.append(midden - begin)
        maat, bodem = median(kijkt), median(vloer)
        yield (
            f"{naam}: {maat * 1000:.2f} ms · vloer {bodem * 1000:.3f} ms · x {maat / bodem:.1f}"
        )


def _gelezen(rij: str) -> Zin:
    tekst, goud, laatste = "", [], 0
    for merk in _MERK.finditer(rij):
        tekst += rij[laatste : merk.start()]
        stuk = Vondst(len(tekst), len(tekst) + len(merk["tekst"]), Soort(merk["soort"]), "")
        goud.append(stuk)
        tekst += merk["tekst"]
        laatste = merk.end()
    return Zin(tekst + rij[laatste:], tuple(goud))


def _raakt(vondst: Vondst, stuk: Vondst) -> bool:
    return vondst.soort is stuk.soort and vondst.start < stuk.einde and stuk.start < vondst.einde


def _regel(helft: str, soort: str, telling: Telling) -> str:
    goed = telling.vondsten - telling.vals
    return (
        f"| {helft} | {soort} | {telling.gemerkt} | {telling.geraakt} | {telling.gedekt} "
        f"| {telling.vals} | {_deel(telling.geraakt, telling.gemerkt)} "
        f"| {_deel(goed, telling.vondsten)} |"
    )


def _deel(aantal: int, van: int) -> str:
    return f"{aantal / van:.2f}" if van else "–"
