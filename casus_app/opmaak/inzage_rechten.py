"""Het slot van een inzage: wie een papier kreeg, de verzoeken, en bij wie men terechtkan."""

from collections.abc import Iterator

from casus_app.opmaak.dossier import Boom
from casus_app.opmaak.inzage_woorden import besluit_op, dag_van, kort_van, mens, velden
from casus_app.opmaak.stuk import Kop, Onderdeel, Tabel


def papieren(boom: Boom) -> Iterator[Onderdeel]:
    if not boom["papieren"]:
        return
    yield Kop(2, "Wie een papier over u kreeg")
    yield Tabel(
        ("Papier", "Aan", "Op"),
        tuple((p["soort"], mens(p["aan"]), kort_van(p["op"])) for p in boom["papieren"]),
        (26, 54, 20),
    )


def verzoeken(boom: Boom) -> Iterator[Onderdeel]:
    if not boom["verzoeken"]:
        return
    yield Kop(2, "Uw verzoeken")
    yield Tabel(
        ("Soort", "Ontvangen", "Uiterlijk", "Besluit", "Motivering"),
        tuple(
            (
                v["soort"],
                kort_van(v["ontvangen_op"]),
                kort_van(v["uiterlijk"]),
                besluit_op(v),
                v["motivering"] or "–",
            )
            for v in boom["verzoeken"]
        ),
        (16, 14, 14, 26, 30),
    )
    for verzoek in boom["verzoeken"]:
        yield from (velden(*paren) for paren in _gevolgen(verzoek))


def _gevolgen(verzoek: Boom) -> Iterator[list[tuple[str, str | None]]]:
    """Wat er door dit verzoek veranderde."""
    if verlengd := verzoek.get("verlengd"):
        yield [("Antwoord verlengd", dag_van(verlengd["op"])), ("Omdat", verlengd["reden"])]
    for weg in verzoek.get("weggelaten", ()):
        yield [("Niet getoond", f"op grond van {weg['grond']}, {dag_van(weg['op'])}")]
    for gemerkt in verzoek.get("verbeteringen", ()):
        verteld = ("Verteld aan wie het inbracht", dag_van(gemerkt["gemeld_op"]))
        yield [("Klopt volgens u niet", gemerkt["wat"]), verteld]
    if beperking := verzoek.get("beperking"):
        yield [
            ("Beperkt sinds", dag_van(beperking["op"])),
            ("Omdat", beperking["reden"]),
            ("Opgeheven op", dag_van(beperking["opgeheven_op"])),
            ("Opgeheven omdat", beperking["reden_opgeheven"]),
        ]


def wie_verantwoordelijk_is(boom: Boom) -> Iterator[Onderdeel]:
    huis = boom["verantwoordelijke"]
    if not huis:
        return
    yield Kop(2, "Bij wie u terechtkunt")
    yield velden(
        ("Organisatie", huis["naam"]),
        ("Verantwoordelijk", huis["verantwoordelijke"]),
        ("Uw vraag of verzoek", huis["contactpunt"]),
        ("Toezicht op privacy", huis["functionaris_gegevensbescherming"]),
    )
