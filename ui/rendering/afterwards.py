"""A practice kluis some time later: afspraken in every state, and terms that come near."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import BETROKKENE, Casus, Fase
from casus_app.domein.inbreng import Inbreng, Lot, Niveau
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking
from casus_app.domein.verzoek import (
    Beperking,
    Rectificatie,
    SoortVerzoek,
    Verzoek,
    Weglating,
)
from casus_app.domein.waarde import Waarde
from casus_app.rollen import Gebruikersrol, gebruiker_met
from casus_app.werkbank import Werkbank
from ui.afspraken.reading import By
from ui.pages.afspraken_page import AfsprakenPage
from ui.pages.termijnen_page import TermijnenPage
from ui.pages.vandaag_page import VandaagPage
from ui.pages.verzoeken_page import VerzoekenPage
from ui.rendering.nothing import Laag, no_paper
from ui.rendering.stage import Scene, Stage
from ui.session import Session
from ui.workspace import Workspace

_DOEN = (
    ("Huisbezoek samen met de wijkagent.", -9, StandAfspraak.OPEN, ""),
    ("De kwijtschelding aanvragen bij de gemeente.", -1, StandAfspraak.OPEN, ""),
    ("Bellen en vragen wat er nodig is.", 0, StandAfspraak.OPEN, ""),
    (
        "De ontruiming aanhouden tot na het gesprek met bewindvoering.",
        4,
        StandAfspraak.OPEN,
        "",
    ),
    ("Een plek vrijhouden in de dagbesteding.", 6, StandAfspraak.OPEN, ""),
    ("Met de reclassering het toezicht afstemmen.", 20, StandAfspraak.OPEN, ""),
    ("De melding doorzetten.", -20, StandAfspraak.AFGEROND, ""),
    ("De post ophalen.", -15, StandAfspraak.NIET_GEDAAN, "De deur bleef dicht."),
    ("Naar de intake mee.", -30, StandAfspraak.NIET_MEER_MOGELIJK, "De intake is vervallen."),
)


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """The pages for after the overleg, with something on them."""
    del workspace  # these stand in a kluis of their own
    practice = stage.session.werkbank
    laag = Laag(practice.opslag, later(stage.session))
    werkbank = Werkbank(laag, practice.klok, practice.catalogus, no_paper, oefening=True)
    later_on = stage.enter(Session(werkbank, gebruiker_met(Gebruikersrol.COORDINATOR)))
    page = later_on.page(AfsprakenPage)

    def show(by: By, search: str = "", *, done: bool = False) -> None:
        later_on.show_page(page)
        page.by[by].setChecked(True)
        page.also_done.setChecked(done)
        page.search.setText(search)

    yield Scene("vandaag-later", partial(stage.go, partial(_all_of_today, later_on)))
    yield Scene("afspraken", partial(stage.go, partial(show, By.DAG)))
    yield Scene("afspraken-persoon", partial(stage.go, partial(show, By.MENS, done=True)))
    yield Scene("afspraken-zoeken", partial(stage.go, partial(show, By.CASUS, "bellen")))
    yield Scene("afspraken-want", partial(stage.go, partial(_not_done, show, page)))
    terms = later_on.page(TermijnenPage)
    yield Scene("termijnen", partial(stage.go, partial(later_on.show_place, "termijnen")))
    yield Scene("termijnen-verlengen", partial(stage.go, partial(_longer, terms)))
    asked = later_on.page(VerzoekenPage)
    for key in ("later-inzage", "later-rectificatie", "later-beperking"):
        show_one = partial(_chosen, later_on, asked, key)
        yield Scene(f"verzoeken-{key.removeprefix('later-')}", partial(stage.go, show_one))
    stage.leave()
    stage.enter()


def _all_of_today(workspace: Workspace) -> None:
    workspace.show_place("vandaag")
    workspace.page(VandaagPage).show_all()


def _not_done(show: Callable[[By], None], page: AfsprakenPage) -> None:
    show(By.DAG)
    page.sheet_of_one.begin(StandAfspraak.NIET_GEDAAN)


def _longer(page: TermijnenPage) -> None:
    page.list.choose("K-2303")
    page.one.longer()


def _chosen(workspace: Workspace, page: VerzoekenPage, key: str) -> None:
    workspace.show_place("verzoeken")
    page.list.choose(key)


def later(session: Session) -> list[Waarde]:
    """Values that lie over the practice kluis, around the day it is there."""
    today = session.vandaag()
    punten, mensen = session.zoek(Bespreking), session.zoek(Professional)
    if not punten or not mensen:
        return []
    return [
        *_afspraken(today, punten, mensen),
        *_casussen(session, today),
        *_verzoeken(today, punten[0], mensen),
        *_signed(session, today, mensen),
    ]


def _signed(session: Session, today: date, mensen: tuple[Professional, ...]) -> Iterator[Waarde]:
    """A derde whose declaration nearly ends."""
    soorten = session.catalogus.soorten
    partijen = {partij.id: soorten[partij.soort] for partij in session.zoek(Partij)}
    derde = next((m for m in mensen if partijen[m.partij].positie_wgs == "derde"), None)
    if derde is not None:
        begin, end = today - timedelta(days=700), today + timedelta(days=2)
        yield replace(derde, geheimhouding_op=begin, geheimhouding_tot=end)


def _verzoeken(
    today: date, punt: Bespreking, mensen: tuple[Professional, ...]
) -> Iterator[Waarde]:
    """One of several kinds: late, extended, restricted, and done."""
    for soort, days in (
        (SoortVerzoek.INZAGE, -33),
        (SoortVerzoek.RECTIFICATIE, -12),
        (SoortVerzoek.BEPERKING, -5),
    ):
        got = today + timedelta(days=days)
        yield Verzoek(
            id=f"later-{soort}",
            casus=punt.casus,
            soort=soort,
            ontvangen_op=got,
            uiterlijk=got + timedelta(days=31),
        )
    yield Weglating(
        verzoek="later-inzage",
        nummer=1,
        casus=punt.casus,
        op=today,
        wat="Wie de melding deed.",
        grond="uavg-41-i",
        motivering="De melder loopt gevaar.",
        beoordelaar=mensen[0].id,
    )
    yield Inbreng(
        id="later-i",
        overleg=punt.overleg,
        casus=punt.casus,
        inbrenger=mensen[1].id,
        over=BETROKKENE,
        categorie="woonsituatie",
        niveau=Niveau.BUITENKANT,
        grondslag="wgs-1-5",
        noodzaak="",
        kern="",
        lot=Lot.MEE,
    )
    yield Rectificatie(
        verzoek="later-rectificatie",
        inbreng="later-i",
        casus=punt.casus,
        op=today,
        wat="De huur is al betaald.",
    )
    yield Beperking(
        verzoek="later-beperking", casus=punt.casus, op=today, reden="Wordt uitgezocht."
    )


def _afspraken(
    today: date, punten: tuple[Bespreking, ...], mensen: tuple[Professional, ...]
) -> Iterator[Waarde]:
    for number, (wat, days, stand, want) in enumerate(_DOEN):
        punt = punten[number % len(punten)]
        yield Afspraak(
            id=f"later-{number}",
            overleg=punt.overleg,
            casus=punt.casus,
            uitvoerder=mensen[number * 2 % len(mensen)].id,
            wat=wat,
            uiterlijk=today + timedelta(days=days),
            klaar_als="Het antwoord is er." if number % 2 else "",
            stand=stand,
            toelichting=want,
            bijgewerkt_op=None if stand is StandAfspraak.OPEN else today - timedelta(days=3),
        )


def _casussen(session: Session, today: date) -> Iterator[Waarde]:
    """Casussen of every age, a few of which end soon."""
    first = session.zoek(Casus)[0]
    for number, days in enumerate((-3, 12, 26, 61, 85, 200, 420, 800, 1300, 1600)):
        fase = Fase.AFGESLOTEN if number % 4 == 1 else Fase.IN_BEHANDELING
        if number == 2:  # noqa: PLR2004 (one that was not taken on)
            fase = Fase.NIET_IN_BEHANDELING
        goes = today + timedelta(days=days)
        yield replace(
            first,
            id=f"K-{20 + number}0{number}",
            aangemeld_op=goes - timedelta(days=28 if fase is Fase.NIET_IN_BEHANDELING else 1826),
            vernietigen_op=goes,
            fase=fase,
            gesloten_op=today - timedelta(days=90) if fase is Fase.AFGESLOTEN else None,
        )
