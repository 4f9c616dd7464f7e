"""What screens read: everything, or for a role that may not know it, without what people wrote."""

from casus_app.domein.waarde import W
from casus_app.poorten import Opslag
from casus_app.regels.zicht import ziet_inhoud, zonder_inhoud
from casus_app.rollen import Gebruikersrol
from ui.rehearsal import Proefopslag


class _WithoutContent(Proefopslag):
    """The same values by the same keys; the free text and the names are empty."""

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        found = super().haal(soort, *sleutel)
        return None if found is None else zonder_inhoud(found)

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        return tuple(map(zonder_inhoud, super().zoek(soort, **waar)))


def seen_by(rol: Gebruikersrol | None, opslag: Opslag) -> Opslag:
    """The store as this role may read it; the rules themselves always read all of it."""
    return opslag if ziet_inhoud(rol) else _WithoutContent(opslag)
