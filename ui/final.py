"""What is asked before something that cannot be undone, with what it will do counted."""

from typing import TYPE_CHECKING

from casus_app.domein.casus import Casus
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.handelingen.bespreking import OverlegVaststellen
from casus_app.handelingen.gebruikers import GebruikerVerwijderen
from casus_app.handelingen.inbreng import InbrengSchrappen
from casus_app.handelingen.overgang import CasusUitvoeren
from casus_app.handelingen.uitkomst import CasusSluiten, CasusVernietigen
from casus_app.handelingen.vraagkaart import VraagkaartIntrekken
from casus_app.regels import slot
from ui.messages import Question
from ui.session import Session
from ui.termijnen import words
from ui.termijnen.telling import counts, outside
from ui.texts import counted, listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from casus_app.handelingen import Handeling


_GONE = (
    "Alles van deze casus gaat voorgoed weg, ook voor u. Er blijft een proces-verbaal met alleen "
    "aantallen."
)


def question(
    session: Session, handeling: "Handeling", on_yes: "Callable[[], object]"
) -> Question | None:
    """The question to ask first, or `None` when this can be done right away."""
    if isinstance(handeling, OverlegVaststellen):
        return Question(
            "Overleg vaststellen?", _counts(session, handeling.overleg), "Vaststellen", on_yes
        )
    if isinstance(handeling, InbrengSchrappen):
        return Question(
            "Deze inbreng schrappen?",
            "De tekst is meteen en voorgoed weg. Dat er iets was, van wie en waarom het "
            "geschrapt is, blijft staan.",
            "Schrappen",
            on_yes,
        )
    if isinstance(handeling, GebruikerVerwijderen):
        return Question(
            "Deze gebruiker verwijderen?",
            "De kluis krijgt een nieuwe sleutel en wordt opnieuw versleuteld. Ook met een oude "
            "kopie van het sleutelbestand komt die persoon er niet meer in. Wie een oude "
            "reservekopie én de oude wachtzin heeft, kan die kopie nog wel lezen.",
            "Verwijderen",
            on_yes,
        )
    if isinstance(handeling, VraagkaartIntrekken):
        return _with_answer(session, handeling.vraagkaart, on_yes)
    return _of_casus(session, handeling, on_yes)


def type_back(open_act: "Callable[[str], object]") -> Question:
    """Asked when the paper with the recovery key is there: an envelope nobody tried is a hope."""
    return Question(
        "Druk de herstelsleutel nu af",
        "Druk het papier af, typ de sleutel van het papier over, en doe het in een envelop. Haal "
        "het bestand daarna van deze computer: wie het heeft, en de kluis, kan erin.",
        "Overtypen",
        lambda: open_act("herstelsleutel.beproeven"),
        "Later",
    )


def _of_casus(
    session: Session, handeling: "Handeling", on_yes: "Callable[[], object]"
) -> Question | None:
    """What is done with a casus as a whole."""
    if isinstance(handeling, CasusVernietigen):
        return _destroying(session, handeling.casus, on_yes)
    if isinstance(handeling, CasusUitvoeren):
        return Question(
            f"Casus {handeling.casus} als bestand meegeven?",
            "In het bestand staat alles van deze casus, met namen en teksten. Het is niet "
            "versleuteld: wie het heeft, kan het lezen. Hoe men de betrokkene veilig bereikt "
            "staat er niet in; zeg dat elkaar.\n\n"
            f"Het gaat naar: {handeling.ontvanger}. Zorg dat het veilig aankomt, en haal het "
            "daarna weg van deze computer. De casus blijft in de kluis tot u hem vernietigt.",
            "Meegeven",
            on_yes,
        )
    if isinstance(handeling, CasusSluiten):
        return Question(
            f"Casus {handeling.casus} afsluiten?",
            "De casus wordt afgeschermd. Alleen wie bevoegd is kan hem heropenen.",
            "Afsluiten",
            on_yes,
        )
    return None


def _destroying(session: Session, code: str, on_yes: "Callable[[], object]") -> Question | None:
    """How much goes, what is new, and what the program cannot take back."""
    casus = session.haal(Casus, code)
    if casus is None:
        return None
    parts = [_GONE, counts(session, casus)]
    going_on = [words.goes_on(one) for one in session.going_on().get(code, ())]
    if going_on:
        parts.append(f"▲ Let op, er speelt nog iets: {listed(going_on)}.")
    if papers := outside(session, casus):
        parts.append(f"Buiten de kluis liggen papieren. {papers}")
    return Question(f"Casus {code} vernietigen?", "\n\n".join(parts), "Vernietigen", on_yes)


def _with_answer(
    session: Session, vraagkaart: str, on_yes: "Callable[[], object]"
) -> Question | None:
    """Only a card with an answer has something to lose."""
    kaart = session.haal(Vraagkaart, vraagkaart)
    if kaart is None or not kaart.beantwoord:
        return None
    return Question(
        "Vraagkaart met antwoord intrekken?",
        "De tekst van het antwoord is meteen en voorgoed weg. Dat er iets gevraagd is, aan wie, "
        "en waarom het is ingetrokken, blijft staan.",
        "Intrekken",
        on_yes,
    )


def _counts(session: Session, overleg: str) -> str:
    """What will be destroyed and what stays, before it happens."""
    inbreng = session.zoek(Inbreng, overleg=overleg)
    mee = sum(slot.gaat_mee(deel) for deel in inbreng)
    weg = sum(slot.verdampt(deel) for deel in inbreng)
    gone = counted(weg, "gegeven wordt", "gegevens worden")
    kept = counted(mee, "gegeven blijft", "gegevens blijven")
    return (
        f"Voorgoed weg: {gone} vernietigd, want niemand neemt dit mee.\n"
        f"Bewaard: {kept}, want iemand mag dit meenemen.\n\n"
        "Daarna verandert er aan dit overleg niets meer, en kunt u verslagen maken."
    )
