"""Bij welk veld een weigering hoort, zodat een scherm haar daar kan laten zien."""

from casus_app.handelingen.kern import Handeling, Vorm
from casus_app.weigeringen import Weigering


def oorzaken(handeling: Handeling, weigering: Weigering) -> tuple[str, ...]:
    """De velden van deze handeling waarbij de weigering hoort, de waarschijnlijkste eerst."""
    velden = handeling.__struct_fields__
    if weigering.waarde:
        return tuple(veld for veld in velden if _staat_in(weigering.waarde, handeling, veld))
    return tuple(veld for veld in weigering.velden if veld in velden)


def _staat_in(gezocht: str, vorm: Handeling | Vorm, veld: str) -> bool:
    waarde = getattr(vorm, veld)
    if isinstance(waarde, dict):
        return gezocht in waarde
    delen = waarde if isinstance(waarde, tuple) else (waarde,)
    return any(
        any(_staat_in(gezocht, deel, naam) for naam in deel.__struct_fields__)
        if isinstance(deel, Vorm)
        else deel == gezocht
        for deel in delen
    )
