"""What happened here, for who keeps an eye on it."""

from ui.actions.act import VERANTWOORDING, Act

ACTS: tuple[Act, ...] = (
    Act(
        "logboek.inzien",
        "In het logboek zoeken",
        VERANTWOORDING,
        "Wie deed wat, en wanneer? Ook dit kijken komt in het logboek.",
        "regels fg log",
    ),
    Act(
        "logboek.uitvoeren",
        "Logboek exporteren",
        VERANTWOORDING,
        "De regels in een bestand, zonder namen. Leeg gelaten velden tellen niet mee.",
        "json csv nen 7513 download",
    ),
    Act(
        "logboek.controleren",
        "Logboek controleren",
        VERANTWOORDING,
        "Loopt na of het logboek van begin tot eind heel is.",
        "keten",
    ),
    Act(
        "register.maken",
        "Verwerkingsregister maken",
        VERANTWOORDING,
        "Wat dit huis met gegevens doet, zoals de AVG het vraagt. Zonder namen.",
        "avg 30 pdf",
    ),
    Act(
        "rechten.maken",
        "Lijst van rechten maken",
        VERANTWOORDING,
        "Wie wat mag, om na te lopen.",
        "rollen gebruikers pdf",
    ),
    Act(
        "verantwoording.jaarbeeld",
        "Jaarbeeld maken",
        VERANTWOORDING,
        "Wat dit huis in een jaar deed, in aantallen en staven. Zonder namen.",
        "jaarverslag cijfers statistiek pdf",
    ),
)
