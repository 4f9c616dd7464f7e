"""What every page works with: the session, the messages, the papers, and a way to do anything."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui import final, reading
from ui.actions import BY_NAME, TAFEL
from ui.actions.kluis import ON_KLUIS_PAGE
from ui.answers import in_words
from ui.appearance import Appearance
from ui.background import Background
from ui.export import Exporter
from ui.lock.watch import seconds_awake_or_not
from ui.messages import Messages
from ui.session import Session
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from casus_app.computer import Computer
    from casus_app.deuren import Deuren
    from casus_app.domein.toegang import Geheim
    from casus_app.handelingen import Handeling
    from casus_app.werkbank import Uitkomst
    from ui.forms.act_dialog import ActDialog
    from ui.kluis.confirm_dialog import ConfirmDialog


class Desk(QObject):
    """Lives as long as the kluis is open. A page that wants to go elsewhere says so here."""

    place_asked = Signal(str)
    """A place of the rail, by its name in `ui.places`."""
    overleg_asked = Signal(str)
    casus_asked = Signal(str, str)
    """A casus in an overleg."""
    dossier_asked = Signal(str)
    """A casus, for who prepares it."""
    verantwoording_asked = Signal()
    kluis_asked = Signal(str)
    """A part of the page about the kluis, or the act on it somebody wants to do."""
    restore_asked = Signal()
    """A backup is to become the kluis; only the window can close the one and open the other."""
    leaving = Signal()
    """The kluis is locked; what goes on in the background stops now."""

    def __init__(
        self,
        session: Session,
        messages: Messages,
        deuren: "Deuren",
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        super().__init__(session)
        self.session = session
        self.messages = messages
        self.appearance = appearance
        self._confirmed = seconds_awake_or_not()
        """When somebody last typed the passphrase: to open the kluis, or for what stays done."""
        self._deuren = deuren
        self.exporter = Exporter(session, deuren, messages, window)
        self.exporter.secrets_made.connect(self._show_secrets)
        self.window = window
        """What a dialog opens over."""
        self.background = Background(self)
        """For what may go on while one works; it ends when the kluis is locked."""
        session.locked.connect(self._finish)

    @cached_property
    def computer(self) -> "Computer":
        """What this computer leaves readable; looked at once."""
        return self._deuren.computer(self.session.werkbank)

    def _finish(self) -> None:
        """Whoever works in the background is told to stop before it is waited for."""
        self.leaving.emit()
        self.background.finish()

    def open_act(self, handeling: str, preset: Mapping[str, object] | None = None) -> "ActDialog":
        """Opens the form of a handeling, with what is known already filled in."""
        from ui.forms.act_dialog import ActDialog  # noqa: PLC0415 (forms know the desk)
        from ui.vraagkaart.answer_dialog import VraagkaartDialog  # noqa: PLC0415 (a form)

        known = self._table() if BY_NAME[handeling].group == TAFEL else {}
        answers = handeling == "vraagkaart.beantwoorden"
        made = VraagkaartDialog if answers else ActDialog
        dialog = made(handeling, self, {**known, **(preset or {})}, self.window)
        dialog.open()
        return dialog

    def begin(self, handeling: str, preset: Mapping[str, object]) -> None:
        """As `open_act`, in a dialog of its own where reading comes before doing."""
        from ui.overgang.invoeren_dialog import bring_in  # noqa: PLC0415 (a dialog knows the desk)

        if handeling == "casus.invoeren":
            bring_in(self)
        elif handeling in ON_KLUIS_PAGE:
            self.kluis_asked.emit(handeling)
        else:
            self.open_act(handeling, preset)

    def confirmed(self, handeling: str, then: Callable[[], object]) -> "ConfirmDialog | None":
        """Does `then`; in a real kluis only after the passphrase, for what asks it again."""
        from ui.kluis.confirm_dialog import AGAIN, HOLDS, ConfirmDialog  # noqa: PLC0415 (a dialog)

        beheer, now = self.session.werkbank.beheer, seconds_awake_or_not()
        known = now - self._confirmed < HOLDS
        if handeling not in AGAIN or self.session.oefening or beheer is None or known:
            then()
            return None

        def go() -> None:
            self._confirmed = seconds_awake_or_not()
            then()

        dialog = ConfirmDialog(
            BY_NAME[handeling].text,
            beheer.toets_wachtzin,
            go,
            QApplication.activeModalWidget() or self.window,
        )
        self.session.locked.connect(dialog.reject)
        dialog.open()
        return dialog

    def perform(self, handeling: "Handeling", place: Notice) -> bool:
        """Does it and says so; a refusal appears at `place`."""
        with self.messages.shown_in(place):
            outcome = self.session.outcome_of(handeling)
        if outcome is not None:
            self.messages.tell(in_words(outcome))
        return outcome is not None

    def perform_after_asking(self, handeling: "Handeling", place: Notice) -> None:
        """As `perform`, with a question first where it cannot be undone."""
        if self.session.objection(handeling) is not None:
            self.perform(handeling, place)
            return
        asked = final.question(self.session, handeling, lambda: self.perform(handeling, place))
        if asked:
            self.messages.ask(asked)
        else:
            self.perform(handeling, place)

    def _show_secrets(self, made: list["Uitkomst"]) -> None:
        """One recipient at a time, once."""
        from ui.verslagen.secret_dialog import SecretDialog, secrets_of  # noqa: PLC0415 (a dialog)

        SecretDialog(self, secrets_of(self.session, made), self.window).open()

    def show_given(self, who: str, given: "Geheim") -> None:
        """A passphrase for once, to be handed over now; nobody can ever read it again."""
        from ui.verslagen.secret_dialog import Secret, SecretDialog  # noqa: PLC0415 (a dialog)

        explain = self.tr(
            "Geef deze vijf woorden zelf door, niet met een mail. Wie ze krijgt, kiest bij het "
            "eerste openen een eigen wachtzin. Hierna zijn ze weg."
        )
        under = self.tr("Voor één keer openen")
        SecretDialog(self, [Secret(who, under, given.tekst)], self.window, explain).open()

    def _table(self) -> dict[str, object]:
        """At the table nobody wants to say again which casus it is about."""
        punt = reading.open_punt(self.session)
        return {"overleg": punt.overleg, "casus": punt.casus} if punt else {}
