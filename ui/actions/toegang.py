"""Who can open the kluis, and the envelope for when nobody can."""

from ui.actions.act import HUIS, Act

ACTS: tuple[Act, ...] = (
    Act(
        "gebruikers.bekijken",
        "Gebruikers bekijken",
        HUIS,
        "Wie kan deze kluis openen, en met welke rol? Ook wie eruit is.",
        "toegang wie lijst",
    ),
    Act(
        "gebruiker.toelaten",
        "Gebruiker toelaten",
        HUIS,
        "Iemand die de kluis mag openen, met een eigen wachtzin. Laat die zelf typen.",
        "toegang account collega nieuw",
    ),
    Act(
        "gebruiker.verwijderen",
        "Gebruiker verwijderen",
        HUIS,
        "De kluis krijgt een nieuwe sleutel. Ook met een oude kopie kan die er niet meer in.",
        "toegang intrekken vertrek weg",
    ),
    Act(
        "gebruiker.rol-wijzigen",
        "Gebruiker een andere rol geven",
        HUIS,
        "De wachtzin blijft. De rol telt als diegene de kluis opnieuw opent.",
        "rechten toegang",
    ),
    Act(
        "wachtzin.wijzigen",
        "Mijn wachtzin wijzigen",
        HUIS,
        "Alleen uw eigen wachtzin. De oude vragen we nog een keer.",
        "wachtwoord password",
    ),
    Act(
        "herstelsleutel.maken",
        "Herstelsleutel maken",
        HUIS,
        "Een sleutel op papier, voor als iemand de wachtzin kwijt is. Leg hem in een envelop.",
        "envelop recovery nood",
    ),
    Act(
        "herstelsleutel.beproeven",
        "Herstelsleutel beproeven",
        HUIS,
        "Typ de sleutel van het papier over. Dan weet u dat de envelop het doet.",
        "envelop oefenen testen",
    ),
    Act(
        "herstelsleutel.gebruiken",
        "Nieuwe wachtzin met de herstelsleutel",
        HUIS,
        "Kan alleen als de kluis met de envelop is geopend.",
        "envelop vergeten kwijt",
    ),
)
