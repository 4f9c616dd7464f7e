"""The places on the rail: one line each, and that is all it takes to have a page.

The first place a role may see is where it begins. A page that does not stand here does not exist;
`tests/ui/test_toegankelijk.py` walks every page of this table by itself.
"""

from typing import NamedTuple

from ui.pages.afspraken_page import AfsprakenPage
from ui.pages.casus_page import CasusPage
from ui.pages.casussen_page import CasussenPage
from ui.pages.dossier_page import DossierPage
from ui.pages.instellingen_page import InstellingenPage
from ui.pages.kluis_page import KluisPage
from ui.pages.logboek_page import LogboekPage
from ui.pages.mensen_page import MensenPage
from ui.pages.overleg_page import OverlegPage
from ui.pages.overview_page import OverviewPage
from ui.pages.page import Page
from ui.pages.termijnen_page import TermijnenPage
from ui.pages.vandaag_page import VandaagPage
from ui.pages.verantwoording_page import VerantwoordingPage
from ui.pages.verzoeken_page import VerzoekenPage


class Place(NamedTuple):
    """One place: `page` is made of a `Desk` when somebody first goes there."""

    name: str
    """In code and in file names; also the name of its drawing in `resources/iconen/lijn`."""
    text: str
    key: int
    """The digit with Ctrl; it never changes, so that fingers can learn it."""
    page: type[Page]
    inner: tuple[type[Page], ...] = ()
    """The pages one reaches through it; the rail keeps marking this place."""
    needs: tuple[str, ...] = ()
    """Only there for who may do one of these handelingen; empty is for everybody."""


PLACES: tuple[Place, ...] = (
    Place("vandaag", "Vandaag", 1, VandaagPage, needs=("termijnen.nalopen",)),
    Place("casussen", "Casussen", 2, CasussenPage, (DossierPage,), ("toon.casus",)),
    Place(
        "overleggen", "Overleggen", 3, OverviewPage, (OverlegPage, CasusPage), ("toon.overleg",)
    ),
    Place(
        "mensen",
        "Mensen",
        4,
        MensenPage,
        needs=("professional.registreren", "geheimhouding.ondertekenen"),
    ),
    Place("afspraken", "Afspraken", 5, AfsprakenPage, needs=("afspraak.bijwerken",)),
    Place("termijnen", "Termijnen", 6, TermijnenPage, needs=("termijnen.nalopen",)),
    Place("verzoeken", "Verzoeken", 7, VerzoekenPage, needs=("verzoek.registreren",)),
    Place("logboek", "Logboek", 8, LogboekPage, (VerantwoordingPage,), ("logboek.controleren",)),
    Place("instellingen", "Instellingen", 9, InstellingenPage, (KluisPage,)),
)
