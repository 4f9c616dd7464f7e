"""De inzage: de boom van het dossier, te lezen voor mensen en voor de computer (AVG 15, 20)."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casus_app.domein.zeef import Trap
from casus_app.opmaak.dossier import Boom, dossier
from casus_app.opmaak.inzage_rechten import papieren, verzoeken, wie_verantwoordelijk_is
from casus_app.opmaak.inzage_woorden import (
    antwoord_op,
    dag_van,
    grond_van,
    kort_van,
    mens,
    mensen,
    rol_van,
    stand_van,
    tijd_van,
    velden,
    waarom_leeg,
    zegt,
)
from casus_app.opmaak.stuk import (
    Alinea,
    Kaart,
    Kop,
    Lijst,
    Noot,
    Onderdeel,
    Opdruk,
    Stuk,
    Tabel,
    Tekststuk,
)
from casus_app.opmaak.woorden import aantal, bestandsnaam, dag, opsomming
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
    alles = "" if boom["niet_getoond"] else "alles "
    yield Alinea(
        f"Dit is {alles}wat wij over u bewaren, en wie wat heeft gekregen. Andere mensen hebben "
        "een nummer: persoon 1, persoon 2. Wie voor zijn werk meedeed, staat er met functie en "
        "organisatie."
    )
    yield from _niet_getoond(boom)
    yield from _casus(boom)
    yield from _vooraf(boom)
    for keer in boom["overleggen"]:
        yield from _overleg(keer)
    yield from papieren(boom)
    yield from verzoeken(boom)
    yield from wie_verantwoordelijk_is(boom)


def _niet_getoond(boom: Boom) -> Iterator[Onderdeel]:
    """Hoeveel er niet in staat en waarom; wat het is staat er niet (AVG 15 lid 4 en 23)."""
    if not boom["niet_getoond"]:
        return
    samen = sum(een["aantal"] for een in boom["niet_getoond"])
    laten = aantal(samen, "onderdeel", "onderdelen")
    yield Kop(2, "Wat wij niet laten zien")
    yield Alinea(
        f"Wij laten {laten} niet zien. Iemand heeft dat gewogen. Dat mag van de wet (AVG artikel "
        "15 lid 4 en 23, UAVG artikel 41). De reden:"
    )
    yield Lijst(tuple(f"{een['aantal']} × {een['grond']}" for een in boom["niet_getoond"]))


def _casus(boom: Boom) -> Iterator[Onderdeel]:
    casus, wie = boom["casus"], boom["betrokkene"]
    yield Kop(2, "Over u")
    yield velden(
        ("Naam", wie["naam"]),
        ("Geboortedatum", dag_van(wie["geboortedatum"])),
        ("Doel", casus["doel"]),
        ("Aanleiding", casus["aanleiding"]),
        ("Leefgebieden", opsomming(tuple(casus["leefgebieden"]))),
        ("Kader", casus["kader"]),
        ("Aangemeld", f"{dag_van(casus['aangemeld_op'])}, door {mens(casus['aangemeld_door'])}"),
        *(
            ("Kwam van", f"{v['huis']}, op {dag_van(v['op'])}; daar casus {v['heette_daar']}")
            for v in casus["kwam_van"]
        ),
        ("Stand", zegt(casus["fase"])),
        ("Vernietigd uiterlijk", dag_van(casus["vernietigen_op"])),
        ("Gesloten op", dag_van(casus["gesloten_op"])),
        ("Bij terugval", casus["bij_terugval"]),
        *((gegeven["categorie"], gegeven["waarde"]) for gegeven in boom["gegevens"]),
    )
    if wie["veilig_contact_bewaard"]:
        yield Alinea(
            "Wij hebben ook bewaard hoe wij u veilig bereiken. Dat staat op geen enkel papier, "
            "ook hier niet. Vraag het bij het contactpunt: dan hoort u het."
        )
    if boom["anderen_in_dit_dossier"]:
        hoeveel = aantal(boom["anderen_in_dit_dossier"], "ander mens", "andere mensen")
        yield Noot(f"In dit dossier komen {hoeveel} uit uw omgeving voor.")


def _vooraf(boom: Boom) -> Iterator[Onderdeel]:
    weging, informering = boom["weging"], boom["informering"]
    if weging:
        yield Kop(2, "Of uw casus hier hoort")
        yield velden(
            ("Gewogen", f"{dag_van(weging['op'])}, door {mensen(weging['door'])}"),
            *((f"Criterium {letter}", weging[f"criterium_{letter}"]) for letter in "abcd"),
            ("Domeinen", opsomming(tuple(weging["domeinen"]))),
            ("Uitkomst", "in behandeling" if weging["in_behandeling"] else "niet in behandeling"),
            ("Motivering", weging["motivering"]),
        )
    if informering:
        yield Kop(2, "Of u het wist")
        yield velden(
            ("Geïnformeerd op", dag_van(informering["geinformeerd_op"])),
            ("Hoe", informering["wijze"]),
            ("Uitgesteld omdat", informering["uitgesteld_op_grond"]),
            ("Motivering", informering["motivering"]),
            ("Beoordeeld door", mens(informering["beoordeeld_door"])),
            ("Heroverwegen op", dag_van(informering["heroverwegen_op"])),
        )
    yield from _toestemmingen(boom)
    if boom["sluiten_en_heropenen"]:
        yield Kop(2, "Gesloten en heropend")
        yield Tabel(
            ("Wat", "Op", "Door", "Waarom"),
            tuple(
                (o["wat"], kort_van(o["op"]), mensen(o["door"]), o["reden"])
                for o in boom["sluiten_en_heropenen"]
            ),
            (14, 14, 32, 40),
        )
    if boom["stappen_naar_meer"]:
        yield Kop(2, "Hoeveel er besproken mocht worden")
        yield Tabel(
            ("Tot hier", "Vanaf", "Waarom"),
            tuple((TRAPPEN[z["trap"]], kort_van(z["op"]), z["reden"])
                  for z in boom["stappen_naar_meer"]),
            (34, 16, 50),
        )  # fmt: skip
    if boom["verlengingen"]:
        yield Kop(2, "Langer bewaard")
        yield Tabel(
            ("Besloten op", "Maanden", "Tot", "Waarom", "Met instemming van"),
            tuple(
                (kort_van(v["op"]), str(v["maanden"]), kort_van(v["vernietigen_op"]),
                 v["motivering"], mensen(v["instemming"]))
                for v in boom["verlengingen"]
            ),
            (14, 12, 14, 32, 28),
        )  # fmt: skip


def _toestemmingen(boom: Boom) -> Iterator[Onderdeel]:
    if not boom["toestemmingen"]:
        return
    yield Kop(2, "Toestemmingen")
    for t in boom["toestemmingen"]:
        van = "u" if t["van"] == "betrokkene" else t["van"]
        yield Kaart(
            f"Toestemming van {van}, {dag_van(t['datum'])}",
            t["gegevens"],
            velden(
                ("Aan", mens(t["aan"])),
                ("Mag worden gehoord door", opsomming(tuple(t["ontvangers"]))),
                ("Doel", t["doel"]),
                ("Hoe gegeven", t["wijze"]),
                ("Ingetrokken op", dag_van(t["ingetrokken_op"])),
            ),
        )


def _overleg(keer: Boom) -> Iterator[Onderdeel]:
    yield Kop(2, f"Overleg van {dag_van(keer['datum'])}")
    yield velden(
        ("Plaats", f"{keer['plaats']}, {keer['begin']} uur"),
        ("Soort", keer["soort"]),
        ("Stand", keer["stand"]),
        ("Vraag", keer["vraag"]),
        ("Uitgenodigd", zegt(keer["uitnodiging"])),
        ("Zwaarwegend belang", keer["zwaarwegend_belang"]),
        ("Reden doorgeschoven", keer["reden_doorgeschoven"]),
        ("Besluit", keer["besluit"]),
        ("Aanspreekpunt", mens(keer["aanspreekpunt"])),
        ("Evaluatie", dag_van(keer["evaluatie_op"])),
        ("Klaar als", keer["klaar_als"]),
    )
    if keer["toegelaten"]:
        yield Kop(3, "Wie er mocht zijn, en waarom")
        yield Tabel(
            ("Wie", "Rol en taak", "Waarom nodig"),
            tuple((mens(s), rol_van(s), s["noodzaak"]) for s in keer["toegelaten"]),
            (36, 24, 40),
        )
    if keer["aanwezig"]:
        yield Kop(3, "Wie er in de kamer was")
        yield Tabel(
            ("Wie", "Van", "Tot"),
            tuple((mens(a), tijd_van(a["van"]), tijd_van(a["tot"])) for a in keer["aanwezig"]),
            (60, 20, 20),
        )
    yield from _aan_tafel(keer)
    if keer["vraagkaarten"]:
        yield Kop(3, "Aan wie er schriftelijk iets over u is gevraagd")
        yield Tabel(
            ("Wie", "Vraag", "Waarom nodig", "Antwoord"),
            tuple(
                (mens(v), v["vraag"], grond_van(v), antwoord_op(v)) for v in keer["vraagkaarten"]
            ),
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
                    mens(a["door"]),
                    kort_van(a["uiterlijk"]),
                    a["klaar_als"] or "–",
                    stand_van(a),
                )
                for a in keer["afspraken"]
            ),
            (28, 24, 13, 17, 18),
        )


def _aan_tafel(keer: Boom) -> Iterator[Onderdeel]:
    """Wat er alleen ligt zolang het overleg niet is vastgesteld."""
    if voorstel := keer["voorgesteld_besluit"]:
        yield Kop(3, "Voorstel voor een besluit")
        yield velden(
            ("Besluit", voorstel["besluit"]),
            ("Aanspreekpunt", mens(voorstel["aanspreekpunt"])),
            ("Evaluatie", dag_van(voorstel["evaluatie_op"])),
            ("Klaar als", voorstel["klaar_als"]),
        )
    gezegd = [(mens(a), zegt(a["soort"]), a["opmerking"] or "–") for a in keer["akkoord"]]
    gezegd += [(mens(h), zegt(h["soort"]), "–") for h in keer["houding"]]
    if gezegd:
        yield Kop(3, "Wat wie zei over het besluit, of alleen luisterde")
        yield Tabel(("Wie", "Wat", "Opmerking"), tuple(gezegd), (40, 20, 40))
    if keer["half_getypt"]:
        yield Noot(
            "Er staat nog tekst die half getypt is. Die is nog van niemand, en is weg als het "
            "overleg over u klaar is."
        )


def _ingebracht(keer: Boom) -> Iterator[Onderdeel]:
    if keer["inbreng"] or keer["inbreng_over_anderen"]:
        yield Kop(3, "Wat er over u is gezegd")
    for gegeven in keer["inbreng"]:
        yield Kaart(
            gegeven["categorie"],
            gegeven["inhoud"] if gegeven["inhoud"] is not None else waarom_leeg(gegeven),
            velden(
                ("Door", mens(gegeven["door"])),
                ("Niveau", gegeven["niveau"]),
                (
                    "Grondslag",
                    " – ".join(filter(None, (gegeven["grondslag"], gegeven["artikel"]))),
                ),
                ("Weg langs het geheim", gegeven["weg_langs_geheim"]),
                ("Waarom nodig", gegeven["noodzaak"]),
                ("Motivering", gegeven["motivering"]),
                ("Wat ermee gebeurt", zegt(gegeven["lot"])),
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
    delen = [f"{mens(mee)}, voor: {mee['voor']}"]
    if mee["voorwaarden"]:
        delen.append(f"Voorwaarden: {mee['voorwaarden']}")
    if mee["bewaren_tot"]:
        delen.append(f"Bewaren tot {dag_van(mee['bewaren_tot'])}.")
    return "\n".join(delen)
