"""The house, its partijen and their people."""

from ui.actions.act import HUIS, Act

ACTS: tuple[Act, ...] = (
    Act(
        "instelling.inrichten",
        "Huis inrichten",
        HUIS,
        "Wie is verantwoordelijk, wie is het contactpunt, en hoe lang wordt er bewaard?",
        "instelling begin",
    ),
    Act(
        "partij.registreren",
        "Partij toevoegen",
        HUIS,
        "Een organisatie die aan tafel kan komen. De soort bepaalt taken en geheimhouding.",
        "organisatie nieuw",
    ),
    Act(
        "professional.registreren",
        "Professional toevoegen",
        HUIS,
        "Iemand die namens een partij aan tafel kan komen.",
        "mens medewerker nieuw",
    ),
    Act(
        "mensen.inlezen",
        "Mensen als lijst toevoegen",
        HUIS,
        "Een paar mensen tegelijk. Alle regels gaan erin, of geen.",
        "import csv lijst inlezen",
    ),
    Act(
        "geheimhouding.ondertekenen",
        "Geheimhouding is getekend",
        HUIS,
        "Een derde tekent een verklaring voordat die aan tafel komt.",
        "verklaring",
    ),
    Act(
        "geheimhouding.vastleggen",
        "Geheimhouding met einddatum vastleggen",
        HUIS,
        "Loopt zij op een dag af, dan waarschuwt het programma op tijd.",
        "verklaring geldig tot verlopen vernieuwen",
    ),
    Act(
        "professional.wijzigen",
        "Professional wijzigen",
        HUIS,
        "Een andere naam, functie of e-mail. De partij blijft dezelfde.",
        "mens bewerken verbeteren",
    ),
    Act(
        "partij.wijzigen",
        "Partij een andere naam geven",
        HUIS,
        "De soort blijft: daarop rusten de taken en het geheim.",
        "organisatie bewerken hernoemen",
    ),
    Act(
        "klok.zetten",
        "Klok van de oefening vooruitzetten",
        HUIS,
        "Alleen in een oefenkluis: ga naar een latere dag.",
        "datum tijd",
    ),
)
