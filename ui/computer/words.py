"""What is said of the computer; what the program cannot see is said as not seen."""

from casus_app.computer import Computer, Stand

DISK = {
    Stand.VERSLEUTELD: "De schijf is versleuteld.",
    Stand.OPEN: (
        "De schijf is niet versleuteld. De kluis zelf wel. Papieren die u bewaart zijn wel "
        "leesbaar voor wie de laptop vindt."
    ),
    Stand.ONBEKEND: "Het programma kan niet zien of de schijf versleuteld is.",
}
SWAP = {
    Stand.VERSLEUTELD: "Het wisselgeheugen is versleuteld.",
    Stand.OPEN: (
        "Het wisselgeheugen is niet versleuteld. De computer kan daar tekst uit een open kluis in "
        "zetten."
    ),
    Stand.ONBEKEND: "Het programma kan niet zien of het wisselgeheugen versleuteld is.",
    Stand.AFWEZIG: "Er is geen wisselgeheugen op schijf.",
}
MARK = {
    Stand.VERSLEUTELD: "✓",
    Stand.AFWEZIG: "✓",
    Stand.OPEN: "!",
    Stand.ONBEKEND: "?",
}
TITLE = "Deze computer"
ASK = "Wat vraag ik aan ICT?"
LATER = "Over een maand weer"
MORE = "Meer hierover"

_DISK_QUESTION = "Wilt u de hele schijf versleutelen (LUKS, BitLocker of FileVault)?"
_SWAP_QUESTION = "Wilt u ook het wisselgeheugen en de slaapstand versleutelen, of uitzetten?"
_ALWAYS = (
    "Wilt u zorgen dat het scherm na enkele minuten op slot gaat?",
    "Wilt u de updates van het systeem vanzelf laten installeren?",
)

CANNOT = (
    "Iemand die meekijkt, of een programma op deze computer dat toetsen leest.",
    "Een kluis die open blijft staan. F12 zet hem op slot.",
    "Papieren en bestanden die u bewaart of print: die staan buiten de kluis.",
    "Een wachtzin die iemand anders ook kent.",
)
CANNOT_TITLE = "Waar het programma niet tegen helpt"


def notice(computer: Computer) -> str:
    """One sentence for who begins the day; empty when nothing certainly lies open."""
    disk, swap = (stand is Stand.OPEN for stand in (computer.schijf, computer.wissel))
    if disk and swap:
        return "De schijf en het wisselgeheugen van deze computer zijn niet versleuteld."
    if disk:
        return "De schijf van deze computer is niet versleuteld. De kluis wel."
    return "Het wisselgeheugen van deze computer is niet versleuteld." if swap else ""


def question(computer: Computer) -> list[str]:
    """What to ask of IT: only what is not yet certain, and what always helps."""
    asked = []
    if computer.schijf is not Stand.VERSLEUTELD:
        asked.append(_DISK_QUESTION)
    if computer.wissel not in {Stand.VERSLEUTELD, Stand.AFWEZIG}:
        asked.append(_SWAP_QUESTION)
    return [*asked, *_ALWAYS]
