"""Namen van anderen uit lopende tekst halen, met steeds hetzelfde woord ervoor in de plaats."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casus_app.domein.casus import Betrokkene

_KORTSTE_NAAMDEEL = 3
VERVANGEN = "[naam weggelaten]"
"""Wat er komt te staan als er geen eigen woord voor is."""

GEWONE_WOORDEN = frozenset(
    """
    appel baas bakker beek beer beker berg berk best beste bloem blok boer bos bosch brand
    bron broek brouwer brug bruin burg daal dam dekker dijk dorp duin eik faber feest fred
    gans goed graaf groen groot haan haas hart heer heide hemel hof hoek hond hout huis jager
    jong kamp keizer kerk kind klein koning kool kort kramer kroon kuiper lang laan leeuw
    licht lief linden maan mark meer mei mens meester molen molenaar mulder noord oost oud
    oude oudste jongste paal peer poort post prins recht ridder ring rood roos schaap schipper
    slager sluis smit snel soldaat spijker stad steen ster stoel strand struik tak tas tuin
    veen veld ven vis visser vlag voet vogel vos vriend water west wever wiel wil wild winter
    wit wolf zand zee zomer zon zuid zwaan zwart vader moeder broer broers zus zoon dochter
    oma opa oom tante neef nicht partner buur buurman buurvrouw man vrouw meneer mevrouw
    jongen meisje baby eerste tweede derde oudere jongere
    """.split()
)
"""Woorden die ook een naam zijn. Als naam tellen ze alleen met een hoofdletter."""

TUSSENVOEGSELS = frozenset(
    "aan bij den der des die het las les los met onder onze over ten ter tot uit van voor vor von "
    "zum zur ben bin ibn abd abu del dos mac san sint".split()
)
"""Delen van een naam die niemand aanwijzen."""


@dataclass(frozen=True, slots=True)
class Afscherming:
    """Vervangt namen door het woord dat ervoor in de plaats komt; hele woorden.

    `los` geldt ongeacht hoofdletters, `streng` alleen met de hoofdletters die er staan.
    """

    patroon: re.Pattern[str] | None
    los: Mapping[str, str]
    streng: Mapping[str, str]

    def in_tekst(self, tekst: str) -> str:
        """De tekst zonder deze namen, in één gang: wat ervoor in de plaats komt blijft staan."""
        # Samengestelde tekens in één vorm, anders ontsnapt een é van twee tekens.
        tekst = unicodedata.normalize("NFC", tekst)
        return self.patroon.sub(self._woord, tekst) if self.patroon is not None else tekst

    def _woord(self, treffer: re.Match[str]) -> str:
        return self.streng.get(treffer[0]) or self.los.get(_vouw(treffer[0])) or VERVANGEN


def afscherming(
    namen: Mapping[str, str], *, behalve: str = "", alleen_zo: Mapping[str, str] | None = None
) -> Afscherming:
    """Schermt deze namen af, voluit en in delen; `behalve` is een naam die mag blijven.

    Delen van twee letters of minder (van, de, J.) tellen niet mee, en gewone woorden alleen met
    een hoofdletter. Wat in `alleen_zo` staat telt alleen zoals het er staat.
    """
    blijft = {_vouw(deel) for deel in _delen(behalve)}
    los = {_kaal(naam): woord for naam, woord in namen.items()}
    streng: dict[str, str] = {}
    for naam, woord in namen.items():
        for deel in _delen(naam):
            if _vouw(deel) in blijft | TUSSENVOEGSELS:
                continue
            if _vouw(deel) not in GEWONE_WOORDEN:
                los.setdefault(deel, woord)
            elif deel[0].isupper():
                streng.setdefault(deel, woord)
    for naam, woord in (alleen_zo or {}).items():
        los.setdefault(_kaal(naam), woord)
    return _maak(los, streng)


def voluit(namen: Mapping[str, str]) -> Afscherming:
    """Schermt deze namen alleen voluit af."""
    return afscherming({}, alleen_zo=namen)


def zonder_betrokkene(betrokkene: Betrokkene | None) -> Afscherming:
    """Alleen in de eigen brief en inzage staat de naam van de betrokkene; elders een code."""
    return voluit({betrokkene.naam: "betrokkene"} if betrokkene is not None else {})


def _maak(los: Mapping[str, str], streng: Mapping[str, str]) -> Afscherming:
    """De langste naam eerst, zodat een deel het geheel niet voor is."""
    keuzen = [(naam, f"(?i:{_woorden(naam)})") for naam in los if naam]
    keuzen += [(naam, _woorden(naam)) for naam in streng]
    delen = [keuze for _, keuze in sorted(keuzen, key=lambda paar: len(paar[0]), reverse=True)]
    patroon = re.compile(rf"(?<!\w)(?:{'|'.join(delen)})(?!\w)") if delen else None
    return Afscherming(patroon, {_vouw(naam): woord for naam, woord in los.items()}, streng)


def _woorden(naam: str) -> str:
    return r"\s+".join(map(_letters, naam.split()))


def _letters(woord: str) -> str:
    """Een letter met een teken erop past ook op de kale letter: Şahin is ook Sahin."""
    return "".join(
        f"[{re.escape(teken)}{re.escape(_basis(teken))}]"
        if _basis(teken) != teken
        else re.escape(teken)
        for teken in woord
    )


def _basis(teken: str) -> str:
    losse = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i"}
    return losse.get(teken) or unicodedata.normalize("NFD", teken)[:1]


def _vouw(tekst: str) -> str:
    return " ".join("".join(map(_basis, tekst)).casefold().split())


def _kaal(naam: str) -> str:
    return " ".join(unicodedata.normalize("NFC", naam).split())


def _delen(naam: str) -> list[str]:
    return [d for d in re.findall(r"[\w'’-]+", _kaal(naam)) if len(d) >= _KORTSTE_NAAMDEEL]


def in_boom(tak: object, schoon: Afscherming) -> object:
    """Dezelfde boom, met elke tekst erin afgeschermd."""
    if isinstance(tak, str):
        return schoon.in_tekst(tak)
    if isinstance(tak, Mapping):
        return {naam: in_boom(waarde, schoon) for naam, waarde in tak.items()}
    if isinstance(tak, Sequence):
        return [in_boom(waarde, schoon) for waarde in tak]
    return tak
