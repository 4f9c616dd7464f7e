"""Bringing something in: who, about what, on which ground; and only then what."""

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import BETROKKENE, Kringpersoon
from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.handelingen.inbreng import InbrengVastleggen
from ui import reading
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.forms.editors import TextEditor
from ui.forms.keys import propose
from ui.panels import lawful
from ui.panels.panel import Panel
from ui.texts import sentence, word
from ui.widgets.buttons import button, submit_keys
from ui.widgets.layout import Columns, card, holder, horizontal, vertical
from ui.widgets.picker import Option, Picker
from ui.widgets.plain_label import PlainLabel


class InbrengPanel(Panel):
    """The ground comes before the text: what has no lawful ground cannot be typed away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        tr = self.tr
        self.wie = Picker(tr("Wie brengt dit in"))
        self.over = Picker(tr("Over wie"))
        self.categorie = Picker(tr("Soort gegeven"))
        self.niveau = Picker(tr("Hoeveel wordt er gezegd"))
        self.grondslag = Picker(tr("Grondslag"))
        self.route = Picker(tr("Weg langs het beroepsgeheim"))
        self.toestemming = Picker(tr("Welke toestemming"))
        self.motivering = TextEditor(tr("Waarom deze weg"), lines=2)
        self.noodzaak = TextEditor(tr("Waarom is dit nodig"), lines=2)
        self.kern = TextEditor(tr("De kern"), lines=3)
        self._own_grondslag = False
        self.conditions = PlainLabel(kind="small")
        self.secret = self._secret()
        self.hint = PlainLabel(kind="small")
        self.put_button = button(tr("Leg op &tafel"), self.put, kind="primary")
        self.form = self._form()
        self.closed = PlainLabel(kind="soft")
        self.column.addWidget(self.closed)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        for picker in (self.wie, self.over, self.categorie, self.niveau, self.route):
            picker.picked.connect(self._offer)
        self.grondslag.activated.connect(self._choose_grondslag)
        self.toestemming.picked.connect(self._advise)
        for editor in (self.motivering, self.noodzaak, self.kern):
            editor.changed.connect(self._advise)
        submit_keys(self.form, self.put)

    def _form(self) -> QWidget:
        tr = self.tr
        first = Columns(
            (labelled(tr("Wie brengt dit in"), self.wie), 1),
            (labelled(tr("Over wie"), self.over), 1),
            ems=44,
            gap=12,
        )
        second = Columns(
            (labelled(tr("Soort gegeven"), self.categorie), 1),
            (labelled(tr("Hoeveel wordt er gezegd"), self.niveau), 1),
            ems=44,
            gap=12,
        )
        return card(
            first,
            second,
            labelled(
                tr("Grondslag"), self.grondslag, tr("Wat bij deze partij past staat bovenaan.")
            ),
            self.secret,
            labelled(tr("Waarom is dit nodig"), self.noodzaak, tr("Voor déze casus, in één zin.")),
            labelled(tr("De kern"), self.kern, tr("Kort en feitelijk.")),
            self.hint,
            horizontal(self.put_button, PlainLabel("Ctrl+Enter", kind="small", wrap=False), None),
        )

    def _secret(self) -> QWidget:
        tr = self.tr
        self._consent = labelled(tr("Welke toestemming"), self.toestemming)
        self._reason = labelled(tr("Waarom deze weg"), self.motivering)
        explain = tr(
            "Deze professional heeft een beroepsgeheim. Langs welke weg mag dit gezegd worden?"
        )
        made = holder(
            vertical(
                labelled(tr("Weg langs het beroepsgeheim"), self.route, explain),
                self.conditions,
                self._consent,
                self._reason,
            )
        )
        made.hide()
        return made

    def clear(self) -> None:
        """Another casus: nothing of the last one."""
        for picker in (self.wie, self.categorie, self.niveau, self.grondslag, self.route):
            picker.set_value(None)
        self._clear_texts()

    def _clear_texts(self) -> None:
        for editor in (self.motivering, self.noodzaak, self.kern):
            editor.set_value(None)
        self.toestemming.set_value(None)

    def read(self, punt: Bespreking) -> None:
        """Who is in the room and what can be chosen; what was typed stays."""
        self.form.setVisible(punt.stand is Stand.OPEN)
        self.closed.setVisible(punt.stand is not Stand.OPEN)
        waits = self.tr("Hier komt wat er ingebracht wordt. Open eerst de bespreking bij Deur.")
        over = self.tr("Er kan niets meer bij: deze bespreking is klaar.")
        self.closed.setText(waits if punt.stand is Stand.GEPLAND else over)
        here = reading.room(self.session, punt)
        self.wie.offer([Option(who, reading.wie(self.session, who)) for who in here])
        kring = self.session.zoek(Kringpersoon, casus=punt.casus)
        persons = [Option(BETROKKENE, self.tr("De betrokkene"))]
        persons += [Option(person.id, sentence(person.relatie)) for person in kring]
        self.over.offer(persons)
        if self.over.value() is None:
            self.over.set_value(BETROKKENE)
        weging = lawful.only_outside(punt)
        self.niveau.offer(
            [
                Option(
                    niveau.value,
                    sentence(word(niveau)),
                    self.tr("niet in een weging") if weging and niveau is Niveau.INHOUD else "",
                    not (weging and niveau is Niveau.INHOUD),
                )
                for niveau in Niveau
            ]
        )
        self._offer()

    def _offer(self) -> None:
        """What fits the speaker, the gegeven and the room, as the grondslagwijzer says it."""
        punt, who = self.punt, self.wie.value() or ""
        if punt is None:
            return
        self.categorie.offer(lawful.categorieen(self.session, who))
        wijzing = lawful.asked(self.session, punt, self._tried(punt))
        self._offer_grondslagen(lawful.grondslagen(wijzing) if wijzing else [])
        secret = bool(who) and lawful.needs_route(self.session, punt, who)
        self.secret.setVisible(secret)
        grondslag = self.grondslag.value() or ""
        ways = lawful.routes(self.session, wijzing, grondslag) if wijzing and secret else []
        self.route.offer(ways)
        self._offer_route(punt)
        self._advise()

    def _offer_grondslagen(self, offered: list[Option]) -> None:
        """Proposes the most likely one, until somebody chooses another."""
        self.grondslag.offer(offered)
        lawful_ones = [option.key for option in offered if option.possible]
        if not lawful_ones:
            self._own_grondslag = False
        elif not self._own_grondslag or self.grondslag.value() is None:
            blocked = self.grondslag.blockSignals(True)
            self.grondslag.set_value(lawful_ones[0])
            self.grondslag.blockSignals(blocked)
            self._own_grondslag = False

    def _offer_route(self, punt: Bespreking) -> None:
        """What the chosen way past the secret asks for."""
        route = self.session.catalogus.routes.get(self.route.value() or "")
        self._consent.setVisible(bool(route and route.vereist_toestemming))
        self._reason.setVisible(bool(route and route.vereist_motivering))
        lines = route.voorwaarden if route else ()
        self.conditions.setText("\n".join(f"•  {line}" for line in lines))
        self.conditions.setVisible(bool(lines))
        if route and route.vereist_toestemming:
            self.toestemming.offer(lawful.toestemmingen(self.session, self._tried(punt)))

    def _choose_grondslag(self) -> None:
        self._own_grondslag = True
        self._offer()

    def _advise(self) -> None:
        """Quietly says what is still missing, before anybody presses a button."""
        punt = self.punt
        begun = self.wie.value() and self.categorie.value() and self.niveau.value()
        if punt is None or punt.stand is not Stand.OPEN or not begun or not self.kern.value():
            self.hint.hide()
            return
        objection = self.session.objection(self._tried(punt))
        text = objection.melding if objection else self.tr("Dit kan op tafel.")
        self.hint.setText(text)
        self.hint.set_tone("warn" if objection else "good")
        self.hint.show()

    def _tried(self, punt: Bespreking) -> InbrengVastleggen:
        """What is filled in, as the handeling it would be."""
        secret = not self.secret.isHidden()
        return InbrengVastleggen(
            id=propose(self.session, "inbreng.vastleggen"),
            overleg=punt.overleg,
            casus=punt.casus,
            inbrenger=self.wie.value() or "",
            over=self.over.value() or "",
            categorie=self.categorie.value() or "",
            niveau=self.niveau.value() or Niveau.DAT,
            grondslag=self.grondslag.value() or "",
            noodzaak=str(self.noodzaak.value() or ""),
            kern=str(self.kern.value() or ""),
            route=(self.route.value() or "") if secret else "",
            toestemming=self.toestemming.value() if not self._consent.isHidden() else None,
            motivering=str(self.motivering.value() or "") if not self._reason.isHidden() else "",
        )

    def put(self) -> None:
        """On the table; or the sentence why not, with everything typed still there."""
        if self.punt is None:
            return
        for picker, text in (
            (self.wie, self.tr("Kies wie dit inbrengt.")),
            (self.categorie, self.tr("Kies wat voor gegeven het is.")),
            (self.niveau, self.tr("Kies hoeveel er gezegd wordt.")),
        ):
            if picker.value() is None:
                self.notice.say(text, tone="warn")
                picker.setFocus()
                return
        if not self.kern.value():
            self.notice.say(self.tr("Schrijf de kern op."), tone="warn")
            self.kern.setFocus()
            return
        if self.desk.perform(self._tried(self.punt), self.notice):
            self._clear_texts()
            self._own_grondslag = False
            self.categorie.set_value(None)
            self.niveau.set_value(None)
            self.wie.setFocus()
