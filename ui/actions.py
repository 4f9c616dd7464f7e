"""Everything that can be done, in one table: the handeling, its words, its place and its key."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

HUIS = "Huis en mensen"
CASUS = "Casus"
OVERLEG = "Overleg voorbereiden"
TAFEL = "Aan tafel"
DAARNA = "Na het overleg"
RECHTEN = "Rechten en termijnen"
GROUPS = (CASUS, OVERLEG, TAFEL, DAARNA, RECHTEN, HUIS)


class Act(NamedTuple):
    """One handeling as the user meets it; `explain` is the sentence at the top of its form."""

    handeling: str
    text: str
    group: str
    explain: str
    also: str = ""
    """Other words people look for."""
    shortcut: str = ""


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
        "overleg.uitnodigen",
        "Uitnodigingen maken",
        OVERLEG,
        "Per persoon een PDF en een agendabestand met alleen de eigen tijden.",
        "ics agenda export",
    ),
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
    Act(
        "overleg.vaststellen",
        "Overleg vaststellen",
        DAARNA,
        "Werktekst die niemand meeneemt wordt vernietigd. Daarna verandert er niets meer.",
        "afronden vernietigen",
    ),
    Act(
        "verslag.maken",
        "Verslag maken",
        DAARNA,
        "Voor één ontvanger: de eigen afspraken en wat die persoon mag meenemen.",
        "pdf export notulen",
    ),
    Act(
        "plan.maken",
        "Plan van aanpak maken",
        DAARNA,
        "Wie wat wanneer doet, zonder de achtergrond.",
        "pdf export",
    ),
    Act(
        "betrokkene.brief",
        "Brief aan de betrokkene maken",
        DAARNA,
        "Eén bladzijde: wie sprak waarover, wat volgt, en welke rechten er zijn.",
        "pdf export",
    ),
    Act(
        "afspraak.bijwerken",
        "Afspraak bijwerken",
        DAARNA,
        "Hoe staat het ermee?",
        "afgerond klaar",
    ),
    Act(
        "casus.sluiten",
        "Casus afsluiten",
        DAARNA,
        "De aanpak is klaar. De casus wordt afgeschermd tot hij vernietigd wordt.",
    ),
    Act(
        "casus.heropenen",
        "Casus heropenen",
        DAARNA,
        "Verder met een afgesloten casus. De bewaartermijn begint niet opnieuw.",
    ),
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
        "logboek.controleren",
        "Logboek controleren",
        RECHTEN,
        "Loopt na of het logboek van begin tot eind heel is.",
        "keten",
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
        "klok.zetten",
        "Klok van de oefening vooruitzetten",
        HUIS,
        "Alleen in een oefenkluis: ga naar een latere dag.",
        "datum tijd",
    ),
)

BY_NAME = {act.handeling: act for act in ACTS}


def build_menus(
    owner: QWidget, menu: QMenu, may: Callable[[str], bool], do: Callable[[str], object]
) -> list[QAction]:
    """A sub menu per group, with what this user may do; gives every action made."""
    made = []
    for group in GROUPS:
        acts = [act for act in ACTS if act.group == group and may(act.handeling)]
        if not acts:
            continue
        under = menu.addMenu(group)
        for act in acts:
            action = QAction(f"{act.text}…", owner)
            action.setData(act.handeling)
            action.setStatusTip(act.explain)
            if act.shortcut:
                action.setShortcut(QKeySequence(act.shortcut))
            action.triggered.connect(lambda _checked, name=act.handeling: do(name))
            under.addAction(action)
            made.append(action)
    return made
