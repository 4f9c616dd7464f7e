"""What is done with a casus itself."""

from ui.actions.act import CASUS, Act

ACTS: tuple[Act, ...] = (
    Act(
        "casus.aanmelden",
        "Casus aanmelden",
        CASUS,
        "Een partij meldt een casus aan. Vanaf vandaag loopt de bewaartermijn.",
        "nieuw persoon dossier",
        "Ctrl+N",
    ),
    Act(
        "casus.aanmelden-zonder-naam",
        "Casus aanmelden zonder naam",
        CASUS,
        "Eerst de vraag of deze casus hier hoort. De naam komt later, met een reden.",
        "anoniem nieuw zeef trap",
    ),
    Act(
        "casus.invoeren",
        "Casus invoeren uit een bestand",
        CASUS,
        "Een casus uit een ander huis. De bewaartermijn loopt gewoon door.",
        "import json overgang inlezen migratie systeem",
    ),
    Act(
        "casus.trap-verder",
        "Casus een trap verder openen",
        CASUS,
        "Er mag meer gezegd worden: één trap, met de reden. Terug kan niet.",
        "zeef naam buitenkant inhoud niveau",
    ),
    Act(
        "kring.toevoegen",
        "Iemand aan de kring toevoegen",
        CASUS,
        "Alleen gezin en directe sociale contacten, en alleen wie voor deze casus nodig is.",
        "familie moeder vader partner kind",
    ),
    Act(
        "casus.wegen",
        "Casus wegen",
        CASUS,
        "Hoort deze casus hier thuis? Leg uit waarom wel of niet.",
        "triage criteria in behandeling",
    ),
    Act(
        "betrokkene.informeren",
        "Betrokkene is geïnformeerd",
        CASUS,
        "Leg vast hoe en wanneer de betrokkene van de bespreking hoorde.",
        "vertellen brief",
    ),
    Act(
        "betrokkene.uitstellen",
        "Informeren uitstellen",
        CASUS,
        "Soms kan informeren nog niet. De wet noemt de redenen; kies er een en kijk opnieuw.",
        "wachten later grond",
    ),
    Act(
        "betrokkene.veilig-contact",
        "Veilig contact vastleggen",
        CASUS,
        "Hoe u de betrokkene veilig bereikt. Het komt op geen enkel papier en in geen bestand.",
        "adres telefoon bereiken geheim",
    ),
    Act(
        "veilig-contact.bekijken",
        "Veilig contact bekijken",
        CASUS,
        "Kijk in het dossier: u ziet het zolang u de knop ingedrukt houdt. Kijken wordt gelogd.",
        "adres telefoon bereiken geheim",
    ),
    Act(
        "toestemming.vastleggen",
        "Toestemming vastleggen",
        CASUS,
        "Met toestemming kan iemand met een beroepsgeheim spreken: over wat, tegen wie, waarvoor.",
        "consent geheim",
    ),
    Act(
        "toestemming.intrekken",
        "Toestemming intrekken",
        CASUS,
        "Vanaf die dag niet meer te gebruiken. Wat al gedeeld is, blijft rechtmatig gedeeld.",
    ),
)
