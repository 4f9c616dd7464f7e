"""Nummers, dagen en adressen: patronen, waar dat kan met een controlecijfer.

Er wordt alleen gekeken waar het kan: bijna elke tekst aan tafel heeft geen cijfers en geen @.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from casus_app.hulp.vondst import Soort, Vondst

_BSN = re.compile(
    r"(?<![\d.,-])(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{3})(?![\d]|[.,-]\d)"
)
_IBAN = re.compile(
    r"\b(?:NL\d\d ?[A-Z]{4} ?(?:\d ?){9}\d|[A-Z]{2}\d\d[A-Z0-9]{11,30})\b", re.IGNORECASE
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_TELEFOON = re.compile(
    r"(?<![\d+.,-])(?:\+31[ -]?(?:\(0\))?[ -]?|0031[ -]?|\(?0)(?!8 ?0 ?0|9 ?0 ?0)"
    r"[1-9](?:[ ()-]{0,2}\d){8}(?!\d)"
)
_DAG = re.compile(
    r"(?<![\d-])(?:(?P<d>\d{1,2})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<j>\d{4}|\d{2})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<nd>\d{1,2}) (?P<naam>jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
    r" (?P<nj>\d{4}))(?![\d-])",
    re.IGNORECASE,
)
_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_GEBOORTE = re.compile(r"\b(?:geb|geboren|geboortedat|gd|jarig)\w*\b[^\d]{0,24}$", re.IGNORECASE)
_KIND = re.compile(
    r"\b(?:kind\w*|dochter\w*|zoon\w*|jongetje|meisje|baby|jongste|oudste)\b[^.\d]{0,16}$",
    re.IGNORECASE,
)
_OP = re.compile(
    r"\b(?:op|sinds|vanaf|tot|voor|van|per|uit|zitting|afspraak|bezoek|evaluatie)\s*$",
    re.IGNORECASE,
)
_LEEFTIJD = 12
"""Een kale dag van zo lang geleden, zonder "op" ervoor, is meestal een geboortedatum."""
_POSTCODE = re.compile(r"(?<![\w-])[1-9]\d{3}(?: (?!(?:EU|OM|IN|OP|EN)\b)[A-Z]{2}|[A-Za-z]{2})\b")
_STRAAT = re.compile(
    r"(?:\b[A-Z][\w'’.-]{0,30}\s(?:(?:van|de|der|den)\s){0,2}){0,3}"
    r"\b[^\W\d_][\w'’-]{1,30}(?:straat|laan|weg|plein|hof|kade|singel|gracht|dijk|pad|steeg|dreef"
    r"|plantsoen|burg|wal|hoek|oord|park)\s\d{1,4}(?:-?[a-zA-Z])?(?!\w)(?:-\d{1,3})?"
    r"(?!\s(?:keer|x|euro|meter|uur|dagen|weken|maanden|meldingen|mensen|jaar|minuten|procent)\b)"
    r"(?:,\s[1-9]\d{3} ?[A-Z]{2}\b)?"
)
_GEEN_STRAAT = re.compile(r"\b(?:onderweg|halverwege|vanweg|afweg|verweg)\s\d", re.IGNORECASE)
_EEUW = 100


def nummers(tekst: str, vandaag: date, geboren: date | None = None) -> Iterator[Vondst]:
    """Alles met een cijfer of een @ dat een mens kan aanwijzen."""
    for patroon, soort, zin, voorstel, klopt in _SOORTEN:
        for raak in patroon.finditer(tekst):
            if klopt(raak[0]):
                yield Vondst(raak.start(), raak.end(), soort, zin, voorstel)
    for raak in _DAG.finditer(tekst):
        if _is_geboortedatum(tekst, raak, vandaag, geboren):
            zin = "Dit lijkt een geboortedatum; een leeftijd is vaak genoeg."
            yield Vondst(raak.start(), raak.end(), Soort.GEBOREN, zin)


def _is_bsn(tekst: str) -> bool:
    from stdnum.nl import bsn  # noqa: PLC0415 - alleen wie een nummer typt laadt de bibliotheek

    return bool(bsn.is_valid(tekst.replace(".", "").replace(" ", "")))


def _is_straat(tekst: str) -> bool:
    return _GEEN_STRAAT.search(tekst) is None


def _is_iban(tekst: str) -> bool:
    from stdnum import iban  # noqa: PLC0415 - alleen wie een nummer typt laadt de bibliotheek

    return bool(iban.is_valid(tekst))


def _is_geboortedatum(
    tekst: str, raak: re.Match[str], vandaag: date, geboren: date | None
) -> bool:
    dag = _gelezen(raak, vandaag)
    if dag is None or dag > vandaag:
        return False
    if dag == geboren:
        return True
    ervoor = tekst[max(0, raak.start() - 40) : raak.start()]
    if _GEBOORTE.search(ervoor) or _KIND.search(ervoor):
        return True
    lang_geleden = vandaag.year - dag.year > _LEEFTIJD
    return lang_geleden and not _OP.search(ervoor)


def _gelezen(raak: re.Match[str], vandaag: date) -> date | None:
    try:
        if raak["iso"]:
            return date.fromisoformat(raak["iso"])
        if raak["naam"]:
            maand = raak["naam"].lower().replace("maa", "mrt")
            return date(int(raak["nj"]), _MAANDEN.index(maand) + 1, int(raak["nd"]))
        jaar = int(raak["j"])
        if jaar < _EEUW:
            jaar += vandaag.year // _EEUW * _EEUW
            jaar -= _EEUW if jaar > vandaag.year else 0
        return date(jaar, int(raak["m"]), int(raak["d"]))
    except ValueError:
        return None


def _altijd(_tekst: str) -> bool:
    return True


_SOORTEN: tuple[tuple[re.Pattern[str], Soort, str, str, Callable[[str], bool]], ...] = (
    (_MAIL, Soort.MAIL, "Een mailadres hoort hier niet; laat het weg.", "", _altijd),
    (_IBAN, Soort.IBAN, "Dit is een rekeningnummer; laat het weg.", "", _is_iban),
    (_BSN, Soort.BSN, "Dit is een BSN; laat het weg.", "", _is_bsn),
    (_TELEFOON, Soort.TELEFOON, "Een telefoonnummer hoort hier niet; laat het weg.", "", _altijd),
    (_POSTCODE, Soort.ADRES, "Een postcode wijst iemand aan; noem de wijk.", "", _altijd),
    (_STRAAT, Soort.ADRES, "Een adres wijst iemand aan; noem de wijk.", "de wijk", _is_straat),
)
