"""De inzage: de boom van het dossier, te lezen voor mensen en voor de computer (AVG 15, 20)."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from casus_app.domein.zeef import Trap
from casus_app.opmaak.dossier import Boom, dossier
from casus_app.opmaak.stuk import (
    Alinea,
    Kaart,
    Kop,
    Noot,
    Onderdeel,
    Opdruk,
    Stuk,
    Tabel,
    Tekststuk,
    Velden,
)
from casus_app.opmaak.woorden import aantal, bestandsnaam, dag, kort, opsomming, tijd
from casus_app.poorten import Opslag

if TYPE_CHECKING:
    from casus_app.catalogus import Catalogus

TRAPPEN = {
    Trap.ZONDER_NAAM: "uw naam was niet bekend",
    Trap.DAT: "alleen dat iemand u kent",
    Trap.BUITENKANT: "wie u helpt",
    Trap.INHOUD: "wat er speelt",
}


def inzage(opslag: Opslag, catalogus: "Catalogus", casus_id: str, opdruk: Opdruk) -> Stuk:
    """Op papier."""
    boom = dossier(opslag, catalogus, casus_id, opdruk)
    return Stuk(
        naam=bestandsnaam("inzage", casus_id, extensie="pdf"),
        soort="Inzage",
        titel="Inzage in uw gegevens",
        ondertitel=f"Casus {casus_id} · {dag(opdruk.datum)}",
        voor=boom["betrokkene"]["naam"] or "de betrokkene",
        opdruk=opdruk,
        op_een_blad=False,
        onderdelen=tuple(_onderdelen(boom)),
    )


def inzage_json(
    opslag: Opslag, catalogus: "Catalogus", casus_id: str, opdruk: Opdruk
) -> Tekststuk:
    """Als bestand; een half teken (los surrogaat) blijft erin staan als zijn code."""
    boom = dossier(opslag, catalogus, casus_id, opdruk)
    tekst = json.dumps(boom, ensure_ascii=False, indent=2)
    return Tekststuk(
        naam=bestandsnaam("inzage", casus_id, extensie="json"),
        inhoud=tekst.encode("utf-8", "backslashreplace"),
    )


def _onderdelen(boom: Boom) -> Iterator[Onderdeel]:
    yield Alinea(
        "Dit is alles wat wij over u bewaren, en wie wat heeft gekregen. Andere mensen hebben een "
        "nummer: persoon 1, persoon 2. Wie voor zijn werk meedeed, staat er met functie en "
        "organisatie."
    )
    yield from _casus(boom)
    yield from _vooraf(boom)
    for keer in boom["overleggen"]:
        yield from _overleg(keer)
    yield from _papieren(boom)
    yield from _verzoeken(boom)
    yield from _huis(boom)


def _casus(boom: Boom) -> Iterator[Onderdeel]:
    casus, wie = boom["casus"], boom["betrokkene"]
    yield Kop(2, "Over u")
    yield _velden(
        ("Naam", wie["naam"]),
        ("Geboortedatum", _dag(wie["geboortedatum"])),
        ("Doel", casus["doel"]),
        ("Aanleiding", casus["aanleiding"]),
        ("Leefgebieden", opsomming(tuple(casus["leefgebieden"]))),
        ("Kader", casus["kader"]),
        ("Aangemeld", f"{_dag(casus['aangemeld_op'])}, door {_mens(casus['aangemeld_door'])}"),
        ("Stand", _zegt(casus["fase"])),
        ("Vernietigd uiterlijk", _dag(casus["vernietigen_op"])),
        ("Gesloten op", _dag(casus["gesloten_op"])),
        ("Bij terugval", casus["bij_terugval"]),
        *((gegeven["categorie"], gegeven["waarde"]) for gegeven in boom["gegevens"]),
    )
    if boom["anderen_in_dit_dossier"]:
        hoeveel = aantal(boom["anderen_in_dit_dossier"], "ander mens", "andere mensen")
        yield Noot(f"In dit dossier komen {hoeveel} uit uw omgeving voor.")


def _vooraf(boom: Boom) -> Iterator[Onderdeel]:
    weging, informering = boom["weging"], boom["informering"]
    if weging:
        yield Kop(2, "Of uw casus hier hoort")
        yield _velden(
            ("Gewogen", f"{_dag(weging['op'])}, door {_mensen(weging['door'])}"),
            *((f"Criterium {letter}", weging[f"criterium_{letter}"]) for letter in "abcd"),
            ("Domeinen", opsomming(tuple(weging["domeinen"]))),
            ("Uitkomst", "in behandeling" if weging["in_behandeling"] else "niet in behandeling"),
            ("Motivering", weging["motivering"]),
        )
    if informering:
        yield Kop(2, "Of u het wist")
        yield _velden(
            ("Geïnformeerd op", _dag(informering["geinformeerd_op"])),
            ("Hoe", informering["wijze"]),
            ("Uitgesteld omdat", informering["uitgesteld_op_grond"]),
            ("Motivering", informering["motivering"]),
            ("Beoordeeld door", _mens(informering["beoordeeld_door"])),
            ("Heroverwegen op", _dag(informering["heroverwegen_op"])),
        )
    yield from _toestemmingen(boom)
    if boom["sluiten_en_heropenen"]:
        yield Kop(2, "Gesloten en heropend")
        yield Tabel(
            ("Wat", "Op", "Door", "Waarom"),
            tuple(
                (o["wat"], _kort(o["op"]), _mensen(o["door"]), o["reden"])
                for o in boom["sluiten_en_heropenen"]
            ),
            (14, 14, 32, 40),
        )
    if boom["stappen_naar_meer"]:
        yield Kop(2, "Hoeveel er besproken mocht worden")
        yield Tabel(
            ("Tot hier", "Vanaf", "Waarom"),
            tuple((TRAPPEN[z["trap"]], _kort(z["op"]), z["reden"])
                  for z in boom["stappen_naar_meer"]),
            (34, 16, 50),
        )  # fmt: skip
    if boom["verlengingen"]:
        yield Kop(2, "Langer bewaard")
        yield Tabel(
            ("Besloten op", "Maanden", "Tot", "Waarom", "Met instemming van"),
            tuple(
                (_kort(v["op"]), str(v["maanden"]), _kort(v["vernietigen_op"]), v["motivering"],
                 _mensen(v["instemming"]))
                for v in boom["verlengingen"]
            ),
            (14, 12, 14, 32, 28),
        )  # fmt: skip


def _toestemmingen(boom: Boom) -> Iterator[Onderdeel]:
    if not boom["toestemmingen"]:
        return
    yield Kop(2, "Toestemmingen")
    for t in boom["toestemmingen"]:
        yield Kaart(
            f"Toestemming van {'u' if t['van'] == 'betrokkene' else t['van']}, {_dag(t['datum'])}",
            t["gegevens"],
            _velden(
                ("Aan", _mens(t["aan"])),
                ("Mag worden gehoord door", opsomming(tuple(t["ontvangers"]))),
                ("Doel", t["doel"]),
                ("Hoe gegeven", t["wijze"]),
                ("Ingetrokken op", _dag(t["ingetrokken_op"])),
            ),
        )


def _overleg(keer: Boom) -> Iterator[Onderdeel]:
    yield Kop(2, f"Overleg van {_dag(keer['datum'])}")
    yield _velden(
        ("Plaats", f"{keer['plaats']}, {keer['begin']} uur"),
        ("Soort", keer["soort"]),
        ("Stand", keer["stand"]),
        ("Vraag", keer["vraag"]),
        ("Uitgenodigd", _zegt(keer["uitnodiging"])),
        ("Zwaarwegend belang", keer["zwaarwegend_belang"]),
        ("Reden doorgeschoven", keer["reden_doorgeschoven"]),
        ("Besluit", keer["besluit"]),
        ("Aanspreekpunt", _mens(keer["aanspreekpunt"])),
        ("Evaluatie", _dag(keer["evaluatie_op"])),
        ("Klaar als", keer["klaar_als"]),
    )
    if keer["toegelaten"]:
        yield Kop(3, "Wie er mocht zijn, en waarom")
        yield Tabel(
            ("Wie", "Rol en taak", "Waarom nodig"),
            tuple((_mens(s), _rol(s), s["noodzaak"]) for s in keer["toegelaten"]),
            (36, 24, 40),
        )
    if keer["aanwezig"]:
        yield Kop(3, "Wie er in de kamer was")
        yield Tabel(
            ("Wie", "Van", "Tot"),
            tuple((_mens(a), _tijd(a["van"]), _tijd(a["tot"])) for a in keer["aanwezig"]),
            (60, 20, 20),
        )
    if keer["vraagkaarten"]:
        yield Kop(3, "Aan wie er schriftelijk iets over u is gevraagd")
        yield Tabel(
            ("Wie", "Vraag", "Waarom nodig", "Antwoord"),
            tuple((_mens(v), v["vraag"], _grond(v), _antwoord(v)) for v in keer["vraagkaarten"]),
            (24, 28, 28, 20),
        )
    yield from _ingebracht(keer)
    if keer["afspraken"]:
        yield Kop(3, "Afspraken")
        yield Tabel(
            ("Wat", "Wie", "Uiterlijk", "Klaar als", "Stand"),
            tuple(
                (
                    a["wat"],
                    _mens(a["door"]),
                    _kort(a["uiterlijk"]),
                    a["klaar_als"] or "–",
                    _stand(a),
                )
                for a in keer["afspraken"]
            ),
            (28, 24, 13, 17, 18),
        )


def _ingebracht(keer: Boom) -> Iterator[Onderdeel]:
    if keer["inbreng"] or keer["inbreng_over_anderen"]:
        yield Kop(3, "Wat er over u is gezegd")
    for gegeven in keer["inbreng"]:
        yield Kaart(
            gegeven["categorie"],
            gegeven["inhoud"] if gegeven["inhoud"] is not None else "De tekst is vernietigd.",
            _velden(
                ("Door", _mens(gegeven["door"])),
                ("Niveau", gegeven["niveau"]),
                (
                    "Grondslag",
                    " – ".join(filter(None, (gegeven["grondslag"], gegeven["artikel"]))),
                ),
                ("Weg langs het geheim", gegeven["weg_langs_geheim"]),
                ("Waarom nodig", gegeven["noodzaak"]),
                ("Motivering", gegeven["motivering"]),
                ("Wat ermee gebeurt", _zegt(gegeven["lot"])),
                ("Reden geschrapt", gegeven["reden_geschrapt"]),
                *(("Meegenomen door", _meegenomen(mee)) for mee in gegeven["meegenomen_door"]),
            ),
        )
    if keer["inbreng_over_anderen"]:
        n = keer["inbreng_over_anderen"]
        werkwoord = "ging" if n == 1 else "gingen"
        yield Noot(
            f"Verder {werkwoord} {aantal(n, 'inbreng', 'stukken inbreng')} over een ander. Die "
            "gegevens zijn niet van u."
        )


def _meegenomen(mee: Boom) -> str:
    delen = [f"{_mens(mee)}, voor: {mee['voor']}"]
    if mee["voorwaarden"]:
        delen.append(f"Voorwaarden: {mee['voorwaarden']}")
    if mee["bewaren_tot"]:
        delen.append(f"Bewaren tot {_dag(mee['bewaren_tot'])}.")
    return "\n".join(delen)


def _papieren(boom: Boom) -> Iterator[Onderdeel]:
    if not boom["papieren"]:
        return
    yield Kop(2, "Wie een papier over u kreeg")
    yield Tabel(
        ("Papier", "Aan", "Op"),
        tuple((p["soort"], _mens(p["aan"]), _kort(p["op"])) for p in boom["papieren"]),
        (26, 54, 20),
    )


def _verzoeken(boom: Boom) -> Iterator[Onderdeel]:
    if not boom["verzoeken"]:
        return
    yield Kop(2, "Uw verzoeken")
    yield Tabel(
        ("Soort", "Ontvangen", "Uiterlijk", "Besluit", "Motivering"),
        tuple(
            (
                v["soort"],
                _kort(v["ontvangen_op"]),
                _kort(v["uiterlijk"]),
                _besluit(v),
                v["motivering"] or "–",
            )
            for v in boom["verzoeken"]
        ),
        (16, 14, 14, 26, 30),
    )
    for verzoek in boom["verzoeken"]:
        yield from (_velden(*paren) for paren in _gevolgen(verzoek))


def _gevolgen(verzoek: Boom) -> Iterator[list[tuple[str, str | None]]]:
    """Wat er door dit verzoek veranderde."""
    if verlengd := verzoek.get("verlengd"):
        yield [("Antwoord verlengd", _dag(verlengd["op"])), ("Omdat", verlengd["reden"])]
    for weg in verzoek.get("weggelaten", ()):
        yield [("Niet getoond", f"op grond van {weg['grond']}, {_dag(weg['op'])}")]
    for gemerkt in verzoek.get("verbeteringen", ()):
        verteld = ("Verteld aan wie het inbracht", _dag(gemerkt["gemeld_op"]))
        yield [("Klopt volgens u niet", gemerkt["wat"]), verteld]
    if beperking := verzoek.get("beperking"):
        yield [
            ("Beperkt sinds", _dag(beperking["op"])),
            ("Omdat", beperking["reden"]),
            ("Opgeheven op", _dag(beperking["opgeheven_op"])),
            ("Opgeheven omdat", beperking["reden_opgeheven"]),
        ]


def _huis(boom: Boom) -> Iterator[Onderdeel]:
    huis = boom["verantwoordelijke"]
    if not huis:
        return
    yield Kop(2, "Bij wie u terechtkunt")
    yield _velden(
        ("Organisatie", huis["naam"]),
        ("Verantwoordelijk", huis["verantwoordelijke"]),
        ("Uw vraag of verzoek", huis["contactpunt"]),
        ("Toezicht op privacy", huis["functionaris_gegevensbescherming"]),
    )


_GEWOON = {
    "uitgenodigd": "ja",
    "niet-uitgenodigd": "nee",
    "onbeslist": "nog niet beslist",
    "mee": "wie hieronder staat mag het meenemen",
    "niemand": "niemand neemt het mee",
    "geschrapt": "geschrapt, de tekst is weg",
    "vernietigd": "vernietigd bij de vaststelling",
}


def _zegt(sleutel: str) -> str:
    """Een stand of lot in gewone woorden."""
    return _GEWOON.get(sleutel, sleutel.replace("-", " "))


def _velden(*paren: tuple[str, str | None]) -> Velden:
    """Alleen wat er is; een leeg veld zegt niets."""
    return Velden(tuple((naam, waarde) for naam, waarde in paren if waarde))


def _mens(wie: Boom | None) -> str:
    if not wie or not wie["functie"]:
        return wie["organisatie"] or "" if wie else ""
    return f"{wie['functie']} ({wie['organisatie']})"


def _mensen(wie: list[Any]) -> str:
    return opsomming(tuple(map(_mens, wie)))


def _rol(stoel: Boom) -> str:
    weg = stoel["ingetrokken_op"]
    weg = f"ingetrokken op {_dag(weg)}: {stoel['reden_ingetrokken']}" if weg else ""
    return ". ".join(filter(None, (stoel["rol"], stoel["taak"], stoel["pet"], weg)))


def _grond(vraag: Boom) -> str:
    grond = " – ".join(filter(None, (vraag["grondslag"], vraag["artikel"])))
    return f"{vraag['noodzaak']}\n{vraag['categorie']}: {grond}"


def _antwoord(vraag: Boom) -> str:
    weg = vraag["ingetrokken_op"]
    weg = f"ingetrokken op {_dag(weg)}: {vraag['reden_ingetrokken']}" if weg else ""
    op = f"gegeven op {_dag(vraag['beantwoord_op'])}" if vraag["beantwoord_op"] else ""
    return ". ".join(filter(None, (op, weg))) or "nog niet"


def _stand(afspraak: Boom) -> str:
    return ". ".join(filter(None, (_zegt(afspraak["stand"]), afspraak["toelichting"])))


def _besluit(verzoek: Boom) -> str:
    if not verzoek["besluit"]:
        return "nog niet"
    return f"{verzoek['besluit']} ({_kort(verzoek['afgehandeld_op'])})"


def _dag(iso: str | None) -> str:
    return dag(date.fromisoformat(iso)) if iso else ""


def _kort(iso: str | None) -> str:
    return kort(date.fromisoformat(iso)) if iso else "–"


def _tijd(iso: str | None) -> str:
    return f"{tijd(datetime.fromisoformat(iso))} uur" if iso else "–"
