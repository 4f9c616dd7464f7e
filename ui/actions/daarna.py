"""What is done after the overleg."""

from ui.actions.act import DAARNA, Act

ACTS: tuple[Act, ...] = (
    Act(
        "overleg.vaststellen",
        "Overleg vaststellen",
        DAARNA,
        "Werktekst die niemand meeneemt wordt vernietigd. Daarna verandert er niets meer.",
        "afronden vernietigen",
    ),
    Act(
        "overleg.ondertekenen",
        "Vaststelling ondertekenen",
        DAARNA,
        "Wie vaststelt tekent meteen. De ander van voorzitter en coördinator tekent hier.",
        "handtekening tekenen",
    ),
    Act(
        "verslag.maken",
        "Verslag maken",
        DAARNA,
        "Voor één ontvanger: de eigen afspraken en wat die persoon mag meenemen.",
        "pdf export notulen",
    ),
    Act(
        "verslag.bekijken",
        "Verslag bekijken",
        DAARNA,
        "Het blad zoals één ontvanger het zou krijgen. Er gaat niets de deur uit.",
        "voorbeeld preview nakijken",
    ),
    Act(
        "verslag.beveiligen",
        "Verslag met wachtzin maken",
        DAARNA,
        "Hetzelfde verslag, op slot. De wachtzin van vijf woorden ziet u daarna één keer.",
        "versleutelen wachtwoord pdf aes",
    ),
    Act(
        "plan.maken",
        "Plan van aanpak maken",
        DAARNA,
        "Wie wat wanneer doet, zonder de achtergrond.",
        "pdf export",
    ),
    Act(
        "plan.terugval",
        "Plan bij terugval vastleggen",
        DAARNA,
        "Wie doet wat als het weer misgaat?",
        "terugval",
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
        "afspraken.lijst",
        "Afspraken van iemand op papier",
        DAARNA,
        "Alleen de eigen open afspraken van deze persoon, per casus.",
        "pdf lijst export",
    ),
    Act(
        "afspraken.herinneren",
        "Herinneringen voor iemands agenda",
        DAARNA,
        "Een agendabestand met alleen de code van de casus en de dag.",
        "ics kalender export",
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
        "casus.uitvoeren",
        "Casus als bestand meegeven",
        DAARNA,
        "Alles van één casus in een open bestand, met namen. Het bestand is niet versleuteld.",
        "export json overgang migratie systeem uitvoeren",
    ),
)
