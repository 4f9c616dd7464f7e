"""Het verwerkingsregister (AVG 30): uit de inrichting van het huis en uit de catalogus.

Geen casus en geen mens: het register zegt wat er kan gebeuren, niet wat er gebeurde.
"""

from collections.abc import Iterator

from casus_app.catalogus import Catalogus, Kader, Soort
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij
from casus_app.opmaak.stuk import Alinea, Kop, Lijst, Noot, Onderdeel, Opdruk, Stuk, Tabel, Velden
from casus_app.opmaak.woorden import aantal, dag
from casus_app.poorten import Opslag

BETROKKENEN = (
    "De betrokkene: de persoon om wie een casus gaat.",
    "De kring: gezinsleden en andere directe sociale contacten, als dat nodig is.",
    "Professionals: naam, functie en e-mailadres van wie aan tafel kan komen.",
)
MAATREGELEN = (
    "Alles staat versleuteld in één bestand op de eigen computer.",
    "Het programma gebruikt geen netwerk.",
    "Werktekst wordt bij het vaststellen vernietigd, behalve wat iemand mag meenemen.",
    "Elke handeling en elke weigering staat in een logboek zonder namen en zonder inhoud.",
    "Elke regel van het logboek is aan de vorige geketend; een verandering wordt gevonden.",
    "Wie wat mag staat in één tabel, en die staat in de lijst van rechten.",
)


def verwerkingsregister(opslag: Opslag, catalogus: Catalogus, opdruk: Opdruk) -> Stuk:
    """Wat AVG 30 lid 1 vraagt, voor het kader van dit huis."""
    huis = opslag.haal(Instelling, HUIS)
    if huis is None:
        raise LookupError("een verwerkingsregister is van een huis")
    return Stuk(
        naam="verwerkingsregister.pdf",
        soort="Verwerkingsregister",
        titel="Verwerkingsregister",
        ondertitel=f"{huis.naam} · stand van {dag(opdruk.datum)}",
        voor="de verwerkingsverantwoordelijke en de FG",
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(opslag, catalogus, huis)),
        op_een_blad=False,
    )


def _onderdelen(opslag: Opslag, catalogus: Catalogus, huis: Instelling) -> Iterator[Onderdeel]:
    kader = catalogus.kaders[huis.kader]
    yield Velden(
        (
            ("Verantwoordelijke", huis.verantwoordelijke),
            ("FG", huis.fg),
            ("Contactpunt", huis.contactpunt),
        )
    )
    yield Kop(2, "Doel en recht")
    yield Alinea(
        "Per casus bepalen wie er nodig is en wie wat doet, en daarvoor alleen delen wat nodig is."
    )
    yield Velden((("Recht", kader.naam), ("Artikelen", kader.artikel), ("Uitleg", kader.uitleg)))
    yield Kop(2, "Van wie")
    yield Lijst(BETROKKENEN)
    yield Kop(2, "Welke gegevens")
    yield Tabel(
        ("Soort gegeven", "Aard", "Artikel"),
        tuple(
            (categorie.naam, categorie.aard, categorie.artikel)
            for categorie in catalogus.categorieen.values()
            if kader.sleutel in categorie.kaders
        ),
        (46, 27, 27),
    )
    yield Kop(2, "Wie kan iets krijgen")
    yield from _ontvangers(opslag, catalogus, kader)
    yield Kop(2, "Buiten de Europese Unie")
    yield Alinea("Er gaan geen gegevens naar een land buiten de Europese Unie.")
    yield Kop(2, "Hoe lang")
    yield Lijst(tuple(_termijnen(huis, kader)))
    yield Kop(2, "Hoe het beveiligd is")
    yield Lijst(MAATREGELEN)
    yield Noot(f"Gemaakt met catalogus {catalogus.versie}. Bron: AVG artikel 30 lid 1.")


def _ontvangers(opslag: Opslag, catalogus: Catalogus, kader: Kader) -> Iterator[Onderdeel]:
    """De soorten partijen die hier voorkomen; wie er in het algemeen kunnen zijn zegt de wet."""
    soorten = dict.fromkeys(partij.soort for partij in opslag.zoek(Partij))
    rijen = tuple(
        _ontvanger(catalogus, catalogus.soorten[sleutel], kader)
        for sleutel in soorten
        if sleutel in catalogus.soorten
    )
    if rijen:
        yield Tabel(("Soort partij", "Waarvoor", "Deelt zelf op grond van"), rijen, (28, 36, 36))
        yield Alinea("Iemand neemt alleen mee wat de inbrenger toestaat, voor een eigen afspraak.")
    else:
        yield Alinea("Er zijn nog geen partijen.")


def _ontvanger(catalogus: Catalogus, soort: Soort, kader: Kader) -> tuple[str, str, str]:
    taken = "; ".join(taak.naam for taak in soort.taken_onder(kader.sleutel).values())
    gronden = catalogus.grondslagen_van(soort, kader.sleutel)
    return (soort.naam, taken or "–", "; ".join(grond.artikel for grond in gronden) or "–")


def _termijnen(huis: Instelling, kader: Kader) -> Iterator[str]:
    maanden = aantal(huis.bewaartermijn_maanden, "maand", "maanden")
    dagen = aantal(huis.aanmelding_dagen, "dag", "dagen")
    langer = aantal(kader.verlenging_hoogstens_maanden, "maand", "maanden")
    yield f"Een casus: {maanden} na de aanmelding wordt alles ervan vernietigd."
    yield f"Een aanmelding die niet in behandeling komt: {dagen}."
    yield f"Verlengen kan met hoogstens {langer}, met een reden en met instemming."
    yield "Het logboek blijft: daar staat niets in over een mens."
