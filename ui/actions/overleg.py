"""What is done before an overleg."""

from ui.actions.act import OVERLEG, Act

ACTS: tuple[Act, ...] = (
    Act(
        "overleg.plannen",
        "Overleg plannen",
        OVERLEG,
        "Kies dag, tijd, plaats en voorzitter.",
        "nieuw vergadering",
    ),
    Act(
        "overleg.agenderen",
        "Casus op de agenda zetten",
        OVERLEG,
        "Met een vraag waarop het overleg antwoord moet geven, en de tijd die ervoor is.",
        "agenderen",
    ),
    Act(
        "deelname.toelaten",
        "Iemand toelaten bij een casus",
        OVERLEG,
        "Een stoel bij deze ene casus: voor welke taak, en waarom is dat nodig?",
        "deelnemer stoel uitnodigen",
    ),
    Act(
        "deelname.intrekken",
        "Stoel intrekken",
        OVERLEG,
        "Wie toch niet nodig is, verliest de stoel bij deze casus.",
        "weghalen deelnemer",
    ),
    Act(
        "vraagkaart.stellen",
        "Vraagkaart in plaats van een stoel",
        OVERLEG,
        "Weet een partij één ding? Stel één vraag, met de grondslag erbij, zonder stoel.",
        "schriftelijk navraag vragen",
    ),
    Act(
        "vraagkaart.maken",
        "Vraagkaart als papier maken",
        OVERLEG,
        "Eén blad voor wie antwoord geeft: de vraag en waarom, zonder de naam van de betrokkene.",
        "pdf export versturen",
    ),
    Act(
        "vraagkaart.beantwoorden",
        "Antwoord op een vraagkaart overnemen",
        OVERLEG,
        "Neem het schriftelijke antwoord over. Het wordt een inbreng met dezelfde regels.",
        "antwoord schriftelijk",
    ),
    Act(
        "vraagkaart.intrekken",
        "Vraagkaart intrekken",
        OVERLEG,
        "De vraag is niet meer nodig. Lag er al een antwoord, dan is de tekst meteen weg.",
        "weghalen",
    ),
    Act(
        "betrokkene.uitnodigen",
        "Betrokkene uitnodigen",
        OVERLEG,
        "De betrokkene is uitgenodigd om bij de bespreking te zijn.",
    ),
    Act(
        "betrokkene.niet-uitnodigen",
        "Betrokkene niet uitnodigen",
        OVERLEG,
        "Alleen als een zwaarwegend belang zich verzet. Schrijf op welk belang.",
    ),
    Act(
        "overleg.ordenen",
        "Volgorde met de minste wachttijd",
        OVERLEG,
        "Zet de casussen zo dat mensen zo kort mogelijk hoeven te wachten.",
        "ordenen agenda",
    ),
    Act(
        "overleg.pauzeren",
        "Pauze tussen twee casussen",
        OVERLEG,
        "Alle tijden erna schuiven op. Met 0 minuten haalt u de pauze weer weg.",
        "rust koffie lunch",
    ),
    Act(
        "overleg.uitnodigen",
        "Uitnodigingen maken",
        OVERLEG,
        "Per persoon een PDF en een agendabestand met alleen de eigen tijden.",
        "ics agenda export",
    ),
)
