"""Hoe ver een casus open is, en wat er pas op een volgende trap kan (Startnotitie 7.2)."""

from casus_app.domein.casus import Betrokkene
from casus_app.domein.inbreng import Niveau
from casus_app.domein.zeef import Trap, Zeef, trap_na
from casus_app.poorten import Opslag
from casus_app.weigeringen import Code, Weigering

WIJST_IEMAND_AAN = frozenset({"identificerend", "bsn"})
"""Soorten gegevens die de naam alsnog verraden; die kunnen er zonder naam niet bij."""

WOORDEN: dict[Trap, str] = {
    Trap.ZONDER_NAAM: "zonder naam",
    Trap.DAT: "dat iemand bekend is",
    Trap.BUITENKANT: "de buitenkant",
    Trap.INHOUD: "inhoud",
}
"""Hoe een trap heet in een zin."""


def trap_van(opslag: Opslag, casus: str) -> Trap:
    """Waar deze casus nu staat."""
    return trap_na(opslag.zoek(Zeef, casus=casus))


def te_hoog_voor(trap: Trap, niveau: Niveau) -> Weigering:
    """De zin zegt waar de casus staat, en welke stap dit niveau opent."""
    if trap is Trap.ZONDER_NAAM:
        return Weigering(
            Code.NIVEAU_TE_HOOG,
            "Deze casus heeft nog geen naam, dus niemand kan er iets over inbrengen. "
            "Zet hem eerst een trap verder, met naam en reden.",
        )
    return Weigering(
        Code.NIVEAU_TE_HOOG,
        f"Deze casus staat nog op '{WOORDEN[trap]}'. Zeg minder, of zet hem eerst met een reden "
        f"een trap verder, tot '{WOORDEN[Trap(niveau)]}'.",
    )


def toets_naam(opslag: Opslag, casus: str, waarvoor: str) -> None:
    """Wat alleen met een naam kan. Weigert met `onbekend`: de betrokkene is er nog niet."""
    if opslag.haal(Betrokkene, casus) is None:
        raise Weigering(
            Code.ONBEKEND,
            f"Deze casus heeft nog geen naam; voor {waarvoor} is die nodig. "
            "Zet de casus eerst een trap verder, met naam en reden.",
        )
