"""The words and the kind of editor for every field of every handeling."""

from typing import NamedTuple


class Field(NamedTuple):
    """One field on the screen. `kind` says which editor; `help` stands under the label."""

    kind: str
    label: str
    help: str = ""


GENERAL: dict[str, Field] = {
    "aan": Field(
        "professional", "Wie mag erdoor spreken", "De professional met het beroepsgeheim."
    ),
    "aanleiding": Field("text", "Aanleiding", "Wat is er gebeurd dat er nu overleg nodig is?"),
    "aanmelder": Field("professional", "Wie meldt aan"),
    "aanmelding_dagen": Field(
        "days", "Niet in behandeling: weg na", "Zo lang blijft een aanmelding die niet doorgaat."
    ),
    "aanspreekpunt": Field(
        "seated", "Aanspreekpunt", "Bij wie de betrokkene en de anderen terechtkunnen."
    ),
    "aanwezig": Field(
        "all seated", "Wie is er in de kamer", "Alleen wie is toegelaten staat hier."
    ),
    "afspraak": Field("afspraak", "Afspraak"),
    "bestand": Field(
        "casus file", "Het bestand", "Een casus die met 'Casus als bestand meegeven' gemaakt is."
    ),
    "begin": Field("time", "Begint om"),
    "beoordelaar": Field("professional", "Wie beoordeelt dit"),
    "beoordelaars": Field(
        "professionals",
        "Wie beoordelen dit",
        "Onder de WGS hoort er iemand van een publieke deelnemer bij.",
    ),
    "beschikbaar": Field("windows", "Wie kan alleen op een deel van de tijd"),
    "besluit": Field("text", "Besluit"),
    "betrokkene": Field("betrokkene", "De betrokkene"),
    "bewaartermijn_maanden": Field(
        "months", "Bewaartermijn", "Daarna wordt alles van een casus vernietigd."
    ),
    "bewaren_tot": Field("date", "Bewaren tot", "Leeg: zo lang als de afspraak loopt."),
    "bij_terugval": Field("text", "Bij terugval", "Wie doet dan wat?"),
    "casus": Field("casus", "Casus"),
    "categorie": Field("categorie", "Soort gegeven"),
    "categorieen": Field(
        "categorieen",
        "Gegevens bij de aanmelding",
        "Alleen wat nodig is om te wegen. Vink aan en schrijf op wat er bekend is.",
    ),
    "contactpunt": Field("line", "Contactpunt voor betrokkenen"),
    "criteria": Field(
        "criteria",
        "De vier criteria",
        "Leg uit waarom eraan voldaan is. Laat leeg wat niet zo is.",
    ),
    "datum": Field("date", "Datum"),
    "doel": Field("text", "Doel", "In één zin: wat wil dit overleg bereiken?"),
    "domeinen": Field(
        "domeinen", "Domeinen", "Minstens twee, waarvan één in het sociaal domein (niet bij WGS)."
    ),
    "door": Field("seated", "Wie zegt dit", "Alleen de inbrenger kan dit zeggen."),
    "email": Field("line", "E-mailadres", "Mag leeg blijven."),
    "evaluatie_op": Field("date", "Evaluatie op"),
    "fg": Field("line", "Functionaris gegevensbescherming", "Naam of e-mailadres."),
    "functie": Field("line", "Functie", "Zoals de anderen die noemen: wijkagent, Wmo-consulent."),
    "geboortedatum": Field("date", "Geboortedatum", "Mag leeg blijven."),
    "gegevens": Field("text", "Wat mag verteld worden"),
    "gebruiker": Field("gebruiker", "Gebruiker"),
    "gebruikersrol": Field("gebruikersrol", "Rol", "Van wie achter het scherm zat."),
    "geldig_tot": Field("date", "Geldig tot en met", "Leeg: zonder einde."),
    "gewicht": Field("weights", "Wiens wachttijd telt zwaarder"),
    "grond": Field("grond", "Grond van de wet"),
    "grondslag": Field("grondslag", "Grondslag"),
    "handeling": Field("handeling", "Handeling"),
    "heroverwegen_op": Field("date", "Opnieuw bekijken op"),
    "akkoord": Field("akkoord", "Wat zegt die persoon", "Leeg: nog niets gezegd."),
    "houding": Field("houding", "Hoe zit die persoon erbij", "Leeg: doet gewoon mee."),
    "id": Field("key", "Aanduiding", "Kort en zonder naam; het programma stelt er een voor."),
    "inbreng": Field("inbreng", "Inbreng"),
    "inbrenger": Field("seated", "Wie brengt dit in"),
    "instemming": Field("professionals", "Wie stemmen in"),
    "kern": Field("text", "De kern", "Kort en feitelijk; alleen wat anderen moeten weten."),
    "jaar": Field("number", "Jaar", "Een kalenderjaar, zoals 2026."),
    "klaar_als": Field("line", "Klaar als", "Waaraan ziet iedereen dat het gelukt is?"),
    "kring": Field(
        "kring", "Mensen om de betrokkene heen", "Alleen gezin en directe sociale contacten."
    ),
    "leefgebieden": Field(
        "leefgebieden", "Leefgebieden", "Waar speelt het? Vink aan, of typ wat er niet staat."
    ),
    "maanden": Field("months", "Verlengen met"),
    "map": Field("line", "Map", "Het hele pad. Laat leeg om geen tweede plaats te hebben."),
    "minuten": Field("minutes", "Tijd aan tafel"),
    "motivering": Field("text", "Motivering"),
    "naam": Field("line", "Naam"),
    "naar": Field("trap", "Tot welke trap", "Eén trap tegelijk. Terug kan niet."),
    "niveau": Field("niveau", "Hoeveel wordt er gezegd"),
    "noodzaak": Field("text2", "Waarom is dit nodig", "Voor déze casus, in één zin."),
    "nieuw": Field("new secret", "Nieuwe wachtzin", "Vijf gewone woorden werken goed."),
    "oud": Field("secret", "Uw wachtzin van nu"),
    "ontvanger": Field("professional", "Ontvanger"),
    "ontvangers": Field(
        "partijen", "Wie mogen het horen", "Alle partijen die dan aan tafel zitten."
    ),
    "ontvangen_op": Field("date", "Ontvangen op"),
    "over": Field("persoon", "Over wie"),
    "overleg": Field("overleg", "Overleg"),
    "partij": Field("partij", "Partij"),
    "pet": Field("pet", "Met welke pet", "Die bepaalt of er een beroepsgeheim geldt."),
    "plaats": Field("line", "Plaats"),
    "plek": Field("number", "Na welke plek", "1 is na de eerste casus van de agenda."),
    "professional": Field("professional", "Professional"),
    "regels": Field(
        "list of people", "De mensen", "Een organisatie die er nog niet is, komt erbij."
    ),
    "reden": Field("text2", "Reden"),
    "relatie": Field("line", "Relatie", "Wie is dit voor de betrokkene? Moeder, partner, kind."),
    "rol": Field("rol", "Rol aan tafel", "Een adviseur denkt mee en neemt niets mee."),
    "route": Field("route", "Weg langs het beroepsgeheim"),
    "soort": Field("soort partij", "Soort"),
    "stand": Field("stand", "Stand"),
    "stap": Field("stap", "Stap"),
    "taak": Field("taak", "Wettelijke taak"),
    "opmerking": Field("text2", "Opmerking", "Kort: wat wil die persoon anders?"),
    "toelichting": Field("text2", "Toelichting", "Mag leeg blijven."),
    "toestemming": Field("toestemming", "Toestemming"),
    "tot_en_met": Field("date", "Tot en met"),
    "uiterlijk": Field("date", "Uiterlijk"),
    "uitkomst": Field("uitkomst", "Uitkomst"),
    "uitvoerder": Field("seated", "Wie doet het"),
    "van": Field("persoon", "Wie geeft toestemming"),
    "vanaf": Field("date", "Vanaf"),
    "vast": Field("fixed", "Welke casus heeft een vaste plek"),
    "verantwoordelijke": Field("line", "Verwerkingsverantwoordelijke"),
    "verzoek": Field("verzoek", "Verzoek"),
    "sleutel": Field("secret", "Herstelsleutel", "Negen groepen van vijf tekens."),
    "tweede_helft": Field("secret", "De andere helft", "Leeg als er maar één envelop is."),
    "vorm": Field("logvorm", "Vorm", "JSON met de veldnamen van NEN 7513, of een rekenblad."),
    "voorwaarden": Field("text2", "Voorwaarden", "Mag leeg blijven."),
    "voorzitter": Field("professional", "Voorzitter"),
    "vraag": Field("text2", "Vraag aan het overleg", "Eén vraag die om een antwoord vraagt."),
    "vraagkaart": Field("open vraagkaart", "Vraagkaart"),
    "wat": Field("text2", "Wat", "Begin met een werkwoord: wat gaat iemand doen?"),
    "hoe": Field(
        "text2",
        "Hoe bereikt u de betrokkene veilig",
        "In de woorden van de betrokkene. Leeg haalt weg wat er stond.",
    ),
    "wijze": Field("line", "Hoe", "Bijvoorbeeld: in een gesprek, met een brief."),
    "zegel": Field("line", "Zegel", "De zestien tekens achter 'logboek', onder aan het papier."),
    "zwaarwegend_belang": Field("text", "Welk belang verzet zich"),
}
"""What a field is called wherever it occurs."""

SPECIAL: dict[str, Field] = {
    "gebruiker.toelaten:naam": Field(
        "line", "Korte naam", "Staat bij het openen in de lijst; kies geen hele naam."
    ),
    "gebruiker.toelaten:gebruikersrol": Field("gebruikersrol", "Rol"),
    "gebruiker.toelaten:wachtzin": Field(
        "new secret",
        "Wachtzin",
        "Laat de nieuwe gebruiker zelf typen. Leeg: het programma maakt er een voor één keer.",
    ),
    "gebruiker.rol-wijzigen:gebruikersrol": Field("gebruikersrol", "Nieuwe rol"),
    "gebruiker.verwijderen:reden": Field("line", "Reden", "Bijvoorbeeld: werkt hier niet meer."),
    "herstelsleutel.maken:vorm": Field("envelop", "Hoeveel enveloppen"),
    "herstelsleutel.gebruiken:gebruiker": Field("gebruiker", "Wie is de wachtzin kwijt"),
    "casus.aanmelden:id": Field(
        "key", "Code van de casus", "Deze code staat overal in plaats van de naam."
    ),
    "casus.aanmelden-zonder-naam:id": Field(
        "key", "Code van de casus", "Verder krijgt de casus nog geen naam."
    ),
    "casus.aanmelden-zonder-naam:aanleiding": Field(
        "text", "Aanleiding", "Zonder naam, adres of iets anders waaraan men iemand herkent."
    ),
    "casus.trap-verder:casus": Field("closed casus", "Casus"),
    "casus.trap-verder:naam": Field("line", "Naam van de betrokkene"),
    "casus.trap-verder:reden": Field("text2", "Reden", "Waarom is dit nu nodig?"),
    "casus.heropenen:casus": Field("any casus", "Casus"),
    "casus.uitvoeren:casus": Field("any casus", "Casus"),
    "casus.uitvoeren:ontvanger": Field(
        "line", "Wie krijgt het bestand", "De naam van de organisatie. Zij staat in het register."
    ),
    "casus.uitvoeren:reden": Field("text2", "Reden", "Waarom moet de casus eruit?"),
    "casus.wegen:motivering": Field("text", "Motivering", "Waarom wel of niet in behandeling?"),
    "deelname.intrekken:professional": Field("seated", "Wie verliest de stoel"),
    "deelname.toelaten:professional": Field("new seat", "Wie"),
    "anker.aanvaarden:reden": Field(
        "text2", "Reden", "Wat is er gebeurd, en wie deed dat? De FG leest dit."
    ),
    "bespreking.binnenlaten:professional": Field("seated", "Wie komt binnen"),
    "akkoord.geven:professional": Field("seated", "Wie"),
    "bespreking.houding:professional": Field("seated", "Wie"),
    "bespreking.voorstellen:besluit": Field("text", "Voorstel voor het besluit"),
    "bespreking.uitlaten:professional": Field("seated", "Wie gaat eruit"),
    "geheimhouding.ondertekenen:datum": Field("date", "Getekend op"),
    "geheimhouding.vastleggen:datum": Field("date", "Getekend op"),
    "instelling.inrichten:naam": Field("line", "Naam van het huis"),
    "klok.zetten:datum": Field("date", "Ga naar"),
    "logboek.inzien:casus": Field("casus code", "Casus"),
    "logboek.inzien:uitkomst": Field("log outcome", "Uitkomst"),
    "logboek.uitvoeren:casus": Field("casus code", "Casus"),
    "logboek.uitvoeren:uitkomst": Field("log outcome", "Uitkomst"),
    "meenemen.toestaan:ontvanger": Field("professional", "Wie neemt het mee"),
    "kring.toevoegen:id": Field(
        "key", "Aanduiding", "Volgt de relatie. Geen naam: zo wordt deze persoon aangewezen."
    ),
    "overleg.agenderen:casus": Field("any casus", "Casus"),
    "overleg.agenderen:soort": Field(
        "soort bespreking", "Soort", "Een weging beslist alleen of de casus hier hoort."
    ),
    "overleg.pauzeren:minuten": Field("minutes", "Hoe lang", "0 haalt de pauze weg."),
    "overleg.plannen:id": Field("key", "Aanduiding", "Staat in de naam van bestanden."),
    "partij.registreren:id": Field("key", "Aanduiding", "Volgt de naam; u mag hem veranderen."),
    "partij.registreren:soort": Field(
        "soort partij", "Soort partij", "Bepaalt taken, grondslagen en geheimhouding."
    ),
    "professional.registreren:id": Field(
        "key", "Aanduiding", "Volgt de functie. Geen naam: hij staat in de naam van bestanden."
    ),
    "toestemming.vastleggen:doel": Field("line", "Waarvoor"),
    "toestemming.vastleggen:datum": Field("date", "Gegeven op"),
    "toestemming.intrekken:datum": Field("date", "Ingetrokken op"),
    "vraagkaart.stellen:professional": Field(
        "new seat", "Aan wie", "Iemand zonder stoel bij deze casus."
    ),
    "vraagkaart.stellen:vraag": Field(
        "text2", "De vraag", "Eén feit. Zonder naam: de code van de casus staat er al bij."
    ),
    "vraagkaart.stellen:grondslag": Field("grondslag", "Op welke grondslag mag dit gedeeld"),
    "vraagkaart.stellen:over": Field("persoon", "Over wie gaat de vraag"),
    "vraagkaart.stellen:uiterlijk": Field(
        "date", "Antwoord uiterlijk", "Op of vóór de dag van het overleg."
    ),
    "vraagkaart.intrekken:vraagkaart": Field("vraagkaart", "Vraagkaart"),
    "vraagkaart.beantwoorden:id": Field("key", "Aanduiding van de inbreng"),
    "vraagkaart.beantwoorden:kern": Field("text", "Het antwoord", "Kort en feitelijk."),
    "verzoek.afhandelen:besluit": Field("line", "Besluit", "Bijvoorbeeld: toegewezen."),
    "verzoek.brief:verzoek": Field("any verzoek", "Verzoek"),
    "rectificatie.melden:verzoek": Field("any verzoek", "Verzoek"),
    "casus.beperken:verzoek": Field("any verzoek", "Verzoek"),
    "casus.vrijgeven:casus": Field("any casus", "Casus"),
    "inzage.weglaten:wat": Field("text2", "Wat blijft weg", "Alleen waar het staat, niet wat."),
    "inzage.weglaten:inbreng": Field(
        "inbreng of verzoek",
        "Deze inbreng",
        "Kies hieronder één ding; de inzage laat het dan weg.",
    ),
    "inzage.weglaten:categorie": Field("categorie", "Of: alles van deze soort"),
    "inzage.weglaten:professional": Field(
        "professional", "Of: deze professional", "Met alles wat die inbracht en waar die bij was."
    ),
    "inbreng.rectificeren:wat": Field(
        "text2", "Wat klopt er niet", "In de woorden van de betrokkene."
    ),
    "verzoek.verlengen:reden": Field("text2", "Reden", "Deze reden leest de betrokkene."),
    "verzoek.registreren:soort": Field("soort verzoek", "Soort verzoek"),
}
"""Where one handeling says it otherwise."""

ORDER: dict[str, tuple[str, ...]] = {
    "casus.aanmelden": (
        "id",
        "betrokkene",
        "doel",
        "aanleiding",
        "leefgebieden",
        "aanmelder",
        "kring",
        "categorieen",
    ),
    "casus.aanmelden-zonder-naam": (
        "id",
        "doel",
        "aanleiding",
        "leefgebieden",
        "aanmelder",
        "categorieen",
    ),
    "partij.registreren": ("naam", "soort", "id"),
    "professional.registreren": ("naam", "functie", "partij", "email", "id"),
    "logboek.uitvoeren": (
        "vorm",
        "vanaf",
        "tot_en_met",
        "handeling",
        "gebruikersrol",
        "casus",
        "uitkomst",
    ),
    "vraagkaart.stellen": (
        "overleg",
        "casus",
        "professional",
        "pet",
        "taak",
        "noodzaak",
        "over",
        "vraag",
        "categorie",
        "grondslag",
        "uiterlijk",
        "id",
    ),
    "kring.toevoegen": ("casus", "relatie", "naam", "noodzaak", "id"),
    "vraagkaart.beantwoorden": (
        "vraagkaart",
        "kern",
        "niveau",
        "route",
        "toestemming",
        "motivering",
        "id",
    ),
    "overleg.plannen": ("datum", "begin", "plaats", "voorzitter", "id"),
    "casus.wegen": ("casus", "criteria", "domeinen", "uitkomst", "motivering", "beoordelaars"),
    "betrokkene.uitnodigen": ("overleg", "casus"),
    "betrokkene.niet-uitnodigen": ("overleg", "casus", "zwaarwegend_belang"),
}
"""The order in which one thinks, where that is not the order of the draaiboek."""

SECTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "casus.aanmelden": (
        ("id", "Om wie het gaat"),
        ("doel", "Waarvoor"),
        ("kring", "Als het nodig is"),
    ),
    "instelling.inrichten": (("naam", "Het huis"), ("bewaartermijn_maanden", "Termijnen")),
    "overleg.ordenen": (("overleg", ""), ("beschikbaar", "Wensen, als die er zijn")),
}
"""Headings above the field with this name."""


def field_of(handeling: str, name: str) -> Field:
    """The words for a field of a handeling."""
    return SPECIAL.get(f"{handeling}:{name}") or GENERAL[name]
