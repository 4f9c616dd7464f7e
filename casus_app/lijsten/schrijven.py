"""De partijen en mensen van een kluis als lijst, in de kolommen waarin `lees` ze terugleest."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from casus_app.catalogus import Catalogus
from casus_app.domein.mensen import Partij, Professional
from casus_app.lijsten.lijst import Cel, Kolom, Soort
from casus_app.lijsten.rekenblad import schrijf_ods, schrijf_xlsx
from casus_app.lijsten.tekstbestand import schrijf_csv
from casus_app.poorten import Opslag, Papier

NAAM = "mensen"
"""De bestandsnaam zegt niet wiens mensen het zijn."""


def schrijf(soort: Soort, opslag: Opslag, catalogus: Catalogus) -> Papier:
    """Alle partijen, elk met hun mensen; opnieuw inlezen verandert niets."""
    rijen: list[tuple[Cel, ...]] = [tuple(kolom.kop for kolom in Kolom)]
    for partij in opslag.zoek(Partij):
        mensen = opslag.zoek(Professional, partij=partij.id)
        rijen.extend(_rij(partij, mens, catalogus) for mens in mensen or (None,))
    return Papier(f"{NAAM}.{soort}", _SCHRIJVERS[soort](rijen))


_SCHRIJVERS: Mapping[Soort, Callable[[Iterable[Sequence[Cel]]], bytes]] = {
    "csv": schrijf_csv,
    "ods": schrijf_ods,
    "xlsx": schrijf_xlsx,
}


def _rij(partij: Partij, mens: Professional | None, catalogus: Catalogus) -> tuple[Cel, ...]:
    """De cellen in de volgorde van `Kolom`."""
    bekend = catalogus.soorten.get(partij.soort)
    soort = bekend.naam if bekend else partij.soort
    if mens is None:
        return (partij.naam, soort, "", "", "", "", "", "", partij.id)
    verklaring = (mens.geheimhouding_op or "", mens.geheimhouding_tot or "")
    persoon = (mens.naam, mens.functie, mens.email, *verklaring, mens.id)
    return (partij.naam, soort, *persoon, partij.id)
