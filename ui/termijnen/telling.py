"""How much goes with a casus, and which papers lie where the program cannot reach them."""

from casus_app.domein.casus import Casus
from casus_app.domein.uitgifte import Uitgifte
from casus_app.handelingen.uitkomst import papieren_buiten
from casus_app.opmaak.proces_verbaal import PAPIEREN, SOORTEN
from ui.session import Session
from ui.texts import counted, sentence

_KINDS = 5
"""So many kinds of values are named; the others are counted together."""


def counts(session: Session, casus: Casus) -> str:
    """How much of each kind goes, the most first."""
    found = session.goes_with(casus)
    total = sum(found.values())
    said = [f"{SOORTEN.get(kind, kind).lower()}: {number}" for kind, number in found.most_common()]
    rest = len(said) - _KINDS
    if rest > 0:
        said = [*said[:_KINDS], f"en nog {rest} andere soorten"]
    many = counted(total, "gegeven", "gegevens")
    return f"Samen {many}. {sentence('; '.join(said))}."


def outside(session: Session, casus: Casus) -> str:
    """Which papers went out, by the register; the program cannot fetch those back."""
    found = papieren_buiten(session.zoek(Uitgifte, casus=casus.id))
    if not found:
        return ""
    said = [f"{PAPIEREN.get(kind, kind).lower()}: {number}" for kind, number in found.items()]
    return f"{sentence('; '.join(said))}. Vraag ieder om het eigen exemplaar te vernietigen."
