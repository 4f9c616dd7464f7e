"""How much goes with a casus, and which papers lie where the program cannot reach them."""

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Deelname, Overleg
from casus_app.opmaak.proces_verbaal import SOORTEN
from ui import reading
from ui.session import Session
from ui.texts import counted, listed, sentence

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
    """Who may have a paper about it; the program cannot fetch those back."""
    people = [
        seat.professional
        for seat in session.zoek(Deelname, casus=casus.id, ingetrokken_op=None)
        if (overleg := session.haal(Overleg, seat.overleg)) is not None and overleg.vastgesteld
    ]
    names = sorted({reading.functie(session, one) for one in people})
    if not names:
        return ""
    return (
        f"Een verslag kan liggen bij: {listed(names)}. Ook een plan, een brief of een inzage kan "
        "er zijn. Vraag ieder om het eigen exemplaar te vernietigen."
    )
