"""What is done at the table."""

from ui.actions.act import TAFEL, Act

ACTS: tuple[Act, ...] = (
    Act(
        "bespreking.openen",
        "Bespreking openen",
        TAFEL,
        "Doel en geheimhouding zijn voorgelezen. Wie is er in de kamer?",
        "beginnen starten",
    ),
    Act(
        "bespreking.binnenlaten",
        "Iemand binnenlaten",
        TAFEL,
        "Alleen wie voor deze casus is toegelaten.",
        "deur",
    ),
    Act(
        "bespreking.uitlaten",
        "Iemand uitlaten",
        TAFEL,
        "Wat daarna gezegd wordt, hoort deze persoon niet.",
        "deur weg",
    ),
    Act(
        "inbreng.vastleggen",
        "Inbreng vastleggen",
        TAFEL,
        "Eén gegeven op tafel: van wie, op welke grondslag, en waarom het nodig is.",
        "gegeven grondslag",
    ),
    Act(
        "inbreng.schrappen",
        "Inbreng schrappen",
        TAFEL,
        "Te veel gedeeld. De tekst is meteen weg; dat er iets was, blijft.",
        "wissen verwijderen",
    ),
    Act(
        "afspraak.maken",
        "Afspraak maken",
        TAFEL,
        "Wie doet wat, en wanneer is het klaar?",
        "actie",
    ),
    Act(
        "meenemen.toestaan",
        "Meenemen toestaan",
        TAFEL,
        "De inbrenger zegt wie dit meeneemt, en voor welke afspraak.",
        "delen vrijgeven",
    ),
    Act(
        "meenemen.niemand",
        "Niemand neemt het mee",
        TAFEL,
        "De inbrenger zegt dat dit hier blijft.",
    ),
    Act(
        "bespreking.besluiten",
        "Besluit vastleggen",
        TAFEL,
        "Het besluit, wie het aanspreekpunt is, en wanneer u kijkt of het werkt.",
        "evaluatie",
    ),
    Act(
        "bespreking.sluiten",
        "Bespreking sluiten",
        TAFEL,
        "Kan als er een besluit is en bij elk gegeven gezegd is wie het meeneemt.",
        "afronden klaar",
    ),
    Act(
        "bespreking.doorschuiven",
        "Casus doorschuiven",
        TAFEL,
        "Deze casus komt nu niet aan bod en wacht op een volgend overleg.",
        "later",
    ),
)
