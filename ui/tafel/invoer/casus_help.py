"""The quiet help with what this casus knows: betrokkene, kring and professionals."""

from casus_app.domein.casus import Betrokkene, Kringpersoon
from casus_app.domein.mensen import Professional
from casus_app.hulp import Kijker, Kring, Persoon, Professie, Vondst
from ui.session import Session
from ui.tafel.staat import TafelStaat


class CasusHelp:
    """One per table; asks again who there is after every act."""

    def __init__(self, session: Session, staat: TafelStaat) -> None:
        self._session = session
        self._staat = staat
        self._kijker: Kijker | None = None
        staat.read.connect(self._forget)
        staat.casus_changed.connect(self._forget)

    def look(self, text: str) -> tuple[Vondst, ...]:
        """Everything in this text that had better not stand there."""
        if self._kijker is None:
            self._kijker = self._for_this_casus()
        return self._kijker.kijk(text)

    def _forget(self, _punt: object = None) -> None:
        self._kijker = None

    def _for_this_casus(self) -> Kijker:
        casus = self._staat.key[1]
        person = self._session.haal(Betrokkene, casus)
        kring = self._session.zoek(Kringpersoon, casus=casus)
        people = self._session.zoek(Professional)
        return Kijker(
            self._session.vandaag(),
            Persoon(person.naam, person.geboortedatum) if person else None,
            [Kring(one.naam, one.relatie) for one in kring],
            [Professie(one.naam, one.functie) for one in people],
        )
