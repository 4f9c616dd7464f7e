"""What a file with a casus will do, in words."""

from casus_app.domein.casus import Casus
from casus_app.domein.mensen import Partij
from casus_app.opmaak.proces_verbaal import SOORTEN
from casus_app.overgang import Voorbeeld
from ui.texts import counted, day, sentence

WHAT_IT_NEEDS = (
    "Een bestand van één casus, zoals 'casus-K-1.json'. U ziet eerst wat er gebeurt; er komt pas "
    "iets bij als u Invoeren kiest."
)
READY = "Klopt dit, kies dan Invoeren: alles komt er samen in."
WRONG = "Zo kan deze casus er niet in. Er verandert niets."


def about(seen: Voorbeeld) -> str:
    """Whose casus it is, and from when."""
    kop = seen.gelezen.kop
    practice = " Oefening." if kop.oefening else ""
    code = next((een.eerder for een in seen.hernoemd if een.soort is Casus), kop.casus)
    return f"Casus {code} uit {kop.huis.naam}, gemaakt op {day(kop.gemaakt_op)}.{practice}"


def renamed(seen: Voorbeeld) -> str:
    """What gets another name, because here that name is taken."""
    if not seen.hernoemd:
        return ""
    code = next((een for een in seen.hernoemd if een.soort is Casus), None)
    others = len(seen.hernoemd) - (code is not None)
    said = (
        f"De code {code.eerder} is hier al gebruikt. De casus heet hier {code.nu}. "
        if code
        else ""
    )
    if others:
        again = counted(others, "aanduiding krijgt", "aanduidingen krijgen")
        said += f"{sentence(again)} hier een andere naam, omdat die al van iets anders is. "
    return f"{said}Het programma onthoudt hoe het eerst heette."


def sorts(seen: Voorbeeld) -> list[str]:
    """How much of each kind comes in."""
    return [f"{SOORTEN.get(kind, kind)}: {number}" for kind, number in seen.aantallen.items()]


def gone_on(seen: Voorbeeld) -> str:
    """The clock goes on."""
    casus = seen.casus
    if casus is None:
        return ""
    return (
        f"Alles van deze casus is uiterlijk weg op {day(casus.vernietigen_op)}. Door invoeren "
        "verandert die dag niet."
    )


def partijen(seen: Voorbeeld) -> list[str]:
    """Which organisations are new here."""
    return [een.naam for een in seen.partijen]


def people(seen: Voorbeeld) -> list[str]:
    """Who is new here."""
    rows = (rij.waarde for rij in seen.gelezen.rijen)
    names = {een.id: een.naam for een in rows if isinstance(een, Partij)}
    return [
        ", ".join(filter(None, (een.naam, een.functie, names.get(een.partij, ""))))
        for een in seen.mensen
    ]


def faults(seen: Voorbeeld) -> list[str]:
    """Each with its place in the file."""
    return [f"✗ {een.zin}" + (f" ({een.plek})" if een.plek else "") for een in seen.fouten]


def counts(seen: Voorbeeld) -> str:
    """The whole in one line."""
    if seen.fouten:
        return sentence(counted(len(seen.fouten), "fout", "fouten")) + "."
    total = counted(sum(seen.aantallen.values()), "gegeven", "gegevens")
    mensen = counted(len(seen.mensen), "nieuwe professional", "nieuwe professionals")
    new = counted(len(seen.partijen), "nieuwe partij", "nieuwe partijen")
    return f"{sentence(total)}, {mensen}, {new}."
