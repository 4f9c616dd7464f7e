"""The kluis as a whole: that it is never lost, and that nobody tampers with it unseen."""

from ui.actions.act import KLUIS, Act

ON_KLUIS_PAGE = frozenset(
    {
        "reservekopie.maken",
        "reservekopie.tweede-plaats",
        "reservekopie.beproeven",
        "reservekopie.terugzetten",
        "anker.zoeken",
        "rechten.nalopen",
    }
)
"""Done where one sees what it is about, and not in a form."""

ACTS: tuple[Act, ...] = (
    Act(
        "reservekopie.maken",
        "Reservekopie maken",
        KLUIS,
        "Nu een kopie, naast die van elke dag. Zij telt pas als zij geopend en heel is.",
        "back-up backup kopie nu",
    ),
    Act(
        "reservekopie.tweede-plaats",
        "Tweede plaats voor reservekopieën kiezen",
        KLUIS,
        "Een map op een stick of het netwerk. Leeg: de kopieën staan alleen hier.",
        "back-up usb stick netwerk",
    ),
    Act(
        "reservekopie.beproeven",
        "Reservekopie beproeven",
        KLUIS,
        "Opent de laatste kopie en loopt haar na, zonder iets te veranderen.",
        "test back-up bio2",
    ),
    Act(
        "reservekopie.terugzetten",
        "Reservekopie terugzetten",
        KLUIS,
        "Terug naar een eerdere stand. Wat er daarna kwam, is dan weg.",
        "back-up herstellen",
    ),
    Act(
        "anker.zoeken",
        "Zegel van een papier opzoeken",
        KLUIS,
        "Staat het zegel onder aan een papier in dit logboek, en sinds wanneer?",
        "anker hash controle",
    ),
    Act(
        "anker.aanvaarden",
        "Uitleg bij een oudere kluis vastleggen",
        KLUIS,
        "Alleen als u weet waarom hier een oudere kopie staat.",
        "anker aanvaarden",
    ),
    Act(
        "rechten.nalopen",
        "Rechten zijn nagelopen",
        KLUIS,
        "U keek wie de kluis kan openen en wie wat mag. Dat hoort elk jaar.",
        "gebruikers rollen bio2",
    ),
)
