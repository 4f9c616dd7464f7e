"""Het proces-verbaal van vernietiging: aantallen en soorten, geen inhoud en geen namen."""

from collections.abc import Mapping
from types import MappingProxyType

from casus_app.domein.instelling import Instelling
from casus_app.opmaak.stuk import Alinea, Kop, Noot, Onderdeel, Opdruk, Stuk, Tabel, Velden
from casus_app.opmaak.woorden import bestandsnaam, dag

WGS = "WGS artikel 1.8 lid 7; BGS artikel 1.16"
AVG = "AVG artikel 5 lid 1 onder e"

SOORTEN = {
    "casus": "Kop van de casus",
    "herkomst": "Waar de casus vandaan kwam",
    "betrokkene": "Gegevens van de betrokkene",
    "veiligcontact": "Hoe de betrokkene veilig te bereiken was",
    "kringpersoon": "Personen uit de kring",
    "gegeven": "Gegevens bij de aanmelding",
    "weging": "Weging",
    "informering": "Informering van de betrokkene",
    "toestemming": "Toestemmingen",
    "verlenging": "Verlengingen",
    "zeef": "Stappen naar meer openheid",
    "bespreking": "Besprekingen",
    "deelname": "Plaatsen aan tafel",
    "aanwezigheid": "Tijden van aanwezigheid",
    "houding": "Wie alleen luisterde of niets inbracht",
    "akkoord": "Wie akkoord was, of niet",
    "hamerstuk": "Voorbereide besluiten",
    "tafelstand": "Stappen aan tafel",
    "klad": "Half getypte teksten",
    "inbreng": "Inbreng",
    "vraagkaart": "Vraagkaarten",
    "meeneming": "Meegenomen gegevens",
    "afspraak": "Afspraken",
    "oordeel": "Besluiten om te sluiten of te heropenen",
    "verzoek": "Verzoeken van de betrokkene",
    "uitgifte": "Regels over uitgegeven papieren",
    "verzoekverlenging": "Verlengde antwoorden op een verzoek",
    "weglating": "Weggelaten bij een inzage",
    "rectificatie": "Verbeteringen",
    "beperking": "Beperkingen van het gebruik",
}

PAPIEREN = {
    "verslag": "Verslagen",
    "plan": "Plannen van aanpak",
    "brief": "Brieven aan de betrokkene",
    "inzage": "Inzages",
    "vraagkaart": "Vraagkaarten",
    "voorzittersexemplaar": "Voorzittersexemplaren",
    "vluchtcheck": "Vluchtchecks",
    "afsprakenlijst": "Afsprakenlijsten",
    "overgang": "Hele casussen als bestand",
}


def proces_verbaal(
    huis: Instelling,
    casus_id: str,
    aantallen: Mapping[str, int],
    reden: str,
    opdruk: Opdruk,
    *,
    buiten: Mapping[str, int] = MappingProxyType({}),
) -> Stuk:
    """Wat er weg is, geteld per soort waarde; de dag en het zegel komen uit de opdruk.

    `buiten` telt per soort de papieren die al uitgegeven waren: die haalt niemand hiermee terug.
    """
    return Stuk(
        naam=bestandsnaam("proces-verbaal", casus_id, extensie="pdf"),
        soort="Proces-verbaal",
        titel="Proces-verbaal van vernietiging",
        ondertitel=dag(opdruk.datum),
        voor="het archief van de verwerkingsverantwoordelijke",
        opdruk=opdruk,
        onderdelen=(*_onderdelen(huis, casus_id, aantallen, reden, opdruk), *_buiten(buiten)),
    )


def _onderdelen(
    huis: Instelling,
    casus_id: str,
    aantallen: Mapping[str, int],
    reden: str,
    opdruk: Opdruk,
) -> tuple[Onderdeel, ...]:
    paren = [
        ("Organisatie", huis.naam),
        ("Casus", casus_id),
        ("Vernietigd op", dag(opdruk.datum)),
        ("Reden", reden),
        ("Grond", WGS if huis.kader == "wgs" else AVG),
    ]
    if opdruk.zegel:
        paren.append(("Regel in het logboek", opdruk.zegel))
    geteld = [(SOORTEN.get(s, s), n) for s, n in aantallen.items() if n]
    rijen = [(soort, str(n)) for soort, n in geteld]
    rijen.append(("Samen", str(sum(n for _, n in geteld))))
    return (
        Velden(tuple(paren)),
        Kop(2, "Wat er vernietigd is"),
        Tabel(("Soort", "Aantal"), tuple(rijen), (50, 50)),
        Alinea(
            "Alles wat in de kluis over deze casus stond is weg en komt niet terug. In het "
            "logboek blijft staan dat het gebeurde, zonder inhoud en zonder namen."
        ),
    )


def _buiten(buiten: Mapping[str, int]) -> tuple[Onderdeel, ...]:
    """Wat er buiten de kluis ligt, geteld; wie het kreeg is met het register mee vernietigd."""
    if not buiten:
        return (Noot("Papieren en bestanden die de kluis al uit waren, horen hier niet bij."),)
    rijen = [(PAPIEREN.get(soort, soort), str(n)) for soort, n in buiten.items()]
    rijen.append(("Samen", str(sum(buiten.values()))))
    return (
        Kop(2, "Papieren die buiten de kluis liggen"),
        Tabel(("Soort", "Aantal"), tuple(rijen), (50, 50)),
        Alinea(
            "Deze papieren zijn eerder uitgegeven en vallen niet onder deze vernietiging. Wie ze "
            "kreeg, vernietigt ze zelf."
        ),
    )
