"""Regels van het logboek als bestand: met de veldnamen van NEN 7513, of als rekenblad.

De namen zijn die van de NEN 7513-extensie op Logboek Dataverwerkingen (Logius). Een casus heet
hier alleen bij zijn pseudoniem: het logboek kent geen namen en geen inhoud.
"""

import json
from collections.abc import Sequence
from typing import Any

from casus_app import VERSIE
from casus_app.domein.instelling import Instelling
from casus_app.lijsten.tekstbestand import schrijf_csv
from casus_app.opmaak import Opdruk, Tekststuk
from casus_app.opmaak.woorden import TIJDZONE
from casus_app.poorten import GEWEIGERD, BewaardeRegel

_KOPPEN = (
    "nummer", "moment", "gebruiker", "rol", "handeling", "uitkomst", "code", "soort", "pseudoniem",
    "aantal",
)  # fmt: skip
_UITKOMSTEN = {GEWEIGERD: "4"}
"""EventOutcomeIndicator: 0 is gelukt, 4 een handeling die niet doorging (RFC 3881)."""
_WERKWOORDEN = {
    "C": "aanmelden aanmelden-zonder-naam agenderen inlezen invoeren plannen registreren stellen "
    "toelaten toevoegen vastleggen",
    "R": "controleren inzien nalopen vluchtcheck",
    "D": "schrappen vernietigen",
    "E": "brief maken nazenden uitvoeren voorzittersexemplaar",
}
_ACTIES = {woord: letter for letter, rij in _WERKWOORDEN.items() for woord in rij.split()}
_ANDERS = {"afspraak.maken": "C", "overleg.uitnodigen": "E"}


def actie(handeling: str) -> str:
    """EventActionCode: C maakt, R leest, U wijzigt, D wist, E geeft iets uit."""
    onderwerp, _, werkwoord = handeling.rpartition(".")
    if onderwerp == "toon":
        return "R"
    return _ANDERS.get(handeling) or _ACTIES.get(werkwoord, "U")


def als_velden(regel: BewaardeRegel) -> dict[str, Any]:
    """De regel onder de namen van NEN 7513; wat er niet was staat er niet."""
    velden = {
        "nummer": regel.nr,
        "EventID": regel.handeling,
        "EventActionCode": actie(regel.handeling),
        "EventDateTime": regel.moment.isoformat(),
        "EventOutcomeIndicator": _UITKOMSTEN.get(regel.uitkomst, "0"),
        "EventTypeCode": regel.code or None,
        "UserID": regel.gebruiker,
        "UserIsRequestor": True,
        "RoleIDCode": regel.rol or None,
        "ParticipantObjectIDTypeCode": regel.soort,
        "ParticipantObjectID": regel.pseudoniem,
        "ParticipantObjectCount": regel.aantal,
    }
    return {naam: waarde for naam, waarde in velden.items() if waarde is not None}


def als_json(huis: Instelling, regels: Sequence[BewaardeRegel], opdruk: Opdruk) -> Tekststuk:
    """Eén JSON-object: waar het vandaan komt, en de regels van oud naar nieuw."""
    bron = {
        "AuditEnterpriseSiteID": huis.naam,
        "AuditSourceID": f"Casusoverleg {VERSIE}",
        "PurposeOfUse": huis.kader,
        "gemaakt_op": opdruk.datum.isoformat(),
        "laatste_zegel": opdruk.zegel,
        "oefening": opdruk.oefening,
    }
    kop = json.dumps(bron, ensure_ascii=False)
    rijen = ",\n".join(json.dumps(als_velden(regel), ensure_ascii=False) for regel in regels)
    return _stuk(f'{{"bron": {kop},\n"regels": [\n{rijen}\n]}}\n'.encode(), "json", opdruk)


def als_csv(_huis: Instelling, regels: Sequence[BewaardeRegel], opdruk: Opdruk) -> Tekststuk:
    """Eén rij per regel, van oud naar nieuw; de tijd is die van hier."""
    return _stuk(schrijf_csv([_KOPPEN, *map(_rij, regels)]), "csv", opdruk)


def _rij(regel: BewaardeRegel) -> tuple[str, ...]:
    moment = regel.moment.astimezone(TIJDZONE).isoformat(sep=" ", timespec="seconds")
    delen = (regel.gebruiker, regel.rol, regel.handeling, regel.uitkomst, regel.code)
    over = (regel.soort or "", regel.pseudoniem or "")
    aantal = "" if regel.aantal is None else str(regel.aantal)
    return (str(regel.nr), moment, *delen, *over, aantal)


def _stuk(inhoud: bytes, soort: str, opdruk: Opdruk) -> Tekststuk:
    return Tekststuk(naam=f"logboek-{opdruk.datum.isoformat()}.{soort}", inhoud=inhoud)
