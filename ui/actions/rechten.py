"""Rights of the betrokkene, retention and looking back."""

from ui.actions.act import RECHTEN, Act

ACTS: tuple[Act, ...] = (
    Act(
        "verzoek.registreren",
        "Verzoek van de betrokkene vastleggen",
        RECHTEN,
        "Inzage, rectificatie, wissing, beperking of bezwaar. Antwoord binnen een maand.",
        "avg rechten",
    ),
    Act(
        "verzoek.afhandelen",
        "Verzoek afhandelen",
        RECHTEN,
        "Het besluit, met de reden.",
        "antwoord",
    ),
    Act(
        "inzage.maken",
        "Inzage maken",
        RECHTEN,
        "Alles wat over de betrokkene bewaard wordt, en wie wat kreeg.",
        "pdf json export",
    ),
    Act(
        "termijnen.nalopen",
        "Termijnen nalopen",
        RECHTEN,
        "Wat moet weg, wat moet opnieuw bekeken, welk verzoek wacht op antwoord?",
        "vandaag",
    ),
    Act(
        "casus.verlengen",
        "Bewaartermijn verlengen",
        RECHTEN,
        "Met een reden, en met instemming van elke partij die iets inbracht.",
    ),
    Act(
        "casus.vernietigen",
        "Casus vernietigen",
        RECHTEN,
        "Alles van deze casus gaat weg. Er blijft een proces-verbaal met aantallen.",
        "verwijderen wissen",
    ),
    Act(
        "toon.casus",
        "Stand van een casus tonen",
        RECHTEN,
        "Alles wat er van deze casus ligt. Ook kijken komt in het logboek.",
        "json",
    ),
    Act(
        "toon.overleg",
        "Stand van een overleg tonen",
        RECHTEN,
        "Alles wat er van dit overleg ligt. Ook kijken komt in het logboek.",
        "json",
    ),
    Act(
        "toon.bespreking",
        "Stand van een bespreking tonen",
        RECHTEN,
        "Alles van één casus in één overleg. Ook kijken komt in het logboek.",
        "json",
    ),
)
