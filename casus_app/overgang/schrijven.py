"""Van kluis naar bestand: de casus met alles wat eraan vastzit, en waar dat naar wijst."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

from casus_app.catalogus import Catalogus
from casus_app.domein.casus import Casus
from casus_app.domein.instelling import Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Overleg
from casus_app.domein.uitgifte import SoortPapier, Uitgifte
from casus_app.domein.waarde import Waarde
from casus_app.opmaak import Opdruk, Tekststuk
from casus_app.opmaak.woorden import bestandsnaam
from casus_app.overgang.verwijzing import verwijzingen
from casus_app.overgang.vorm import OMGEVING, SOORTEN, VERSIE, VORM, tabel
from casus_app.poorten import Opslag
from casus_app.regels.bezit import alles_van


def schrijf(
    opslag: Opslag,
    catalogus: Catalogus,
    huis: Instelling,
    casus: Casus,
    opdruk: Opdruk,
    *,
    ontvanger: str,
    reden: str,
) -> Tekststuk:
    """Het bestand `casus-CODE.json`; dezelfde casus geeft op dezelfde dag dezelfde bytes."""
    van_casus = alles_van(opslag, casus)
    rijen = [*_omgeving(opslag, van_casus), *van_casus]
    boom = {
        "vorm": VORM,
        "versie": VERSIE,
        "gemaakt_op": opdruk.datum.isoformat(),
        "oefening": opdruk.oefening,
        "huis": {"naam": huis.naam, "kader": huis.kader},
        "catalogus": catalogus.versie,
        "ontvanger": ontvanger,
        "reden": reden,
        "casus": casus.id,
        "waarden": {
            tabel(soort): [_als_object(een) for een in rijen if type(een) is soort]
            for soort in SOORTEN
        },
    }
    return Tekststuk(
        naam=bestandsnaam("casus", casus.id, extensie="json"),
        inhoud=(json.dumps(boom, ensure_ascii=False, indent=1) + "\n").encode(),
    )


def _omgeving(opslag: Opslag, waarden: Sequence[Waarde]) -> list[Waarde]:
    """De overleggen, mensen en partijen waar deze waarden naar wijzen, op volgorde van sleutel."""
    overleggen = _gewezen(opslag, Overleg, waarden)
    kregen = (
        opslag.haal(Professional, een.ontvanger)
        for een in waarden
        if isinstance(een, Uitgifte) and een.soort is not SoortPapier.OVERGANG
    )
    mensen = _gewezen(opslag, Professional, [*waarden, *overleggen])
    mensen = _op_sleutel([*mensen, *(mens for mens in kregen if mens is not None)])
    partijen = _gewezen(opslag, Partij, [*waarden, *mensen])
    return [*partijen, *mensen, *overleggen]


def _gewezen(opslag: Opslag, soort: type[Any], waarden: Iterable[Waarde]) -> list[Any]:
    sleutels = {
        sleutel
        for waarde in waarden
        for _, naar, sleutel in verwijzingen(waarde)
        if naar is soort and soort in OMGEVING
    }
    gevonden = (opslag.haal(soort, sleutel) for sleutel in sleutels)
    return _op_sleutel([een for een in gevonden if een is not None])


def _op_sleutel(waarden: Iterable[Any]) -> list[Any]:
    uniek = {waarde.id: waarde for waarde in waarden}
    return [uniek[sleutel] for sleutel in sorted(uniek)]


def _als_object(waarde: Waarde) -> dict[str, Any]:
    return {veld.name: _plat(getattr(waarde, veld.name)) for veld in fields(waarde)}


def _plat(inhoud: object) -> object:
    if isinstance(inhoud, datetime):
        return inhoud.astimezone(UTC).isoformat()
    if isinstance(inhoud, date):
        return inhoud.isoformat()
    return list(inhoud) if isinstance(inhoud, tuple) else inhoud
