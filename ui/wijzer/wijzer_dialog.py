"""Mag dit gedeeld worden? Choose on the left, read the answer on the right; nothing is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from casus_app.catalogus import Catalogus
from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import SoortBespreking
from casus_app.regels.wijzer import Vraag
from ui.forms.composite import labelled
from ui.texts import listed, sentence, word
from ui.widgets.buttons import button
from ui.widgets.layout import Columns, holder, horizontal, scrolling, vertical
from ui.widgets.picker import MultiPicker, Option, Picker
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder
from ui.wijzer import words
from ui.wijzer.answer import answer
from ui.wijzer.answer_view import AnswerView
from ui.wijzer.begin import Begin

MARGIN = 24
FOLD = 96
"""Narrower than so many letters the answer comes under the question."""


class WijzerDialog(ReadingOrder, QDialog):
    """Beside the work, not in front of it: whatever is open stays usable."""

    def __init__(self, catalogus: Catalogus, begin: Begin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogus = catalogus
        self._here = begin.kamer
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.TITLE)
        self.soort = Picker(self.tr("Wie wil iets delen"), typing=True)
        self.pet = Picker(self.tr("Met welke pet"))
        self.categorie = Picker(self.tr("Wat voor gegevens"))
        self.niveau = Picker(self.tr("Hoeveel wordt er gezegd"))
        self.kamer = MultiPicker(self.tr("Wie zijn er nog meer in de kamer"))
        self.bespreking = Picker(self.tr("In welk gesprek"))
        self.kader = Picker(self.tr("Welk recht geldt"))
        self.verdict = PlainLabel(kind="heading")
        self.view = AnswerView()
        self._fill(begin)
        self._lay_out()
        for picker in (self.soort, self.kader):
            picker.picked.connect(self._offer)
        for choice in (self.pet, self.categorie, self.niveau, self.kamer, self.bespreking):
            choice.picked.connect(self._answer)
        self._offer()
        first = self.soort if self.soort.value() is None else self.categorie
        first.setFocus()

    def _lay_out(self) -> None:
        tr = self.tr
        self._pet = labelled(
            tr("Met welke pet"), self.pet, tr("Bij een wijkteam bepaalt de pet wat er mag.")
        )
        question = holder(
            vertical(
                labelled(tr("Wie wil iets delen"), self.soort),
                self._pet,
                labelled(tr("Wat voor gegevens"), self.categorie),
                labelled(tr("Hoeveel wordt er gezegd"), self.niveau),
                labelled(
                    tr("Wie zijn er nog meer in de kamer"),
                    self.kamer,
                    tr("Alleen wie het ook hoort. Niemand aangevinkt: er is niemand anders."),
                ),
                labelled(tr("In welk gesprek"), self.bespreking),
                labelled(tr("Welk recht geldt"), self.kader),
                None,
                gap=12,
            )
        )
        inside = holder(
            vertical(Columns((question, 2), (self.view, 3), ems=FOLD), None, margin=MARGIN)
        )
        scroll = scrolling(inside, words.TITLE)
        head = vertical(PlainLabel(words.TITLE, kind="title"), self.verdict, gap=4)
        head.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        foot = horizontal(
            PlainLabel(words.EXPLAIN, kind="small"),
            button(self.tr("&Sluiten"), self.close),
        )
        foot.setStretch(0, 1)
        foot.setContentsMargins(MARGIN, 12, MARGIN, 16)
        self.setLayout(vertical(head, scroll, foot, gap=0))
        room = self.screen().availableGeometry()
        self.resize(min(1160, room.width() - 48), min(720, room.height() - 64))

    def _fill(self, begin: Begin) -> None:
        """What there is to choose, and what is known already."""
        self.kader.offer(
            [Option(key, words.kader(kader)) for key, kader in self._catalogus.kaders.items()]
        )
        self.niveau.offer([Option(niveau.value, sentence(word(niveau))) for niveau in Niveau])
        self.bespreking.offer([Option(s.value, sentence(word(s))) for s in SoortBespreking])
        self.pet.offer([Option(key, pet.naam) for key, pet in self._catalogus.petten.items()])
        self.kader.set_value(begin.kader)
        self.niveau.set_value(
            Niveau.BUITENKANT if begin.bespreking is SoortBespreking.WEGING else Niveau.INHOUD
        )
        self.bespreking.set_value(begin.bespreking)
        self._offer_kader()
        self.soort.set_value(begin.soort)
        self.pet.set_value(begin.pet)
        self.categorie.set_value(begin.categorie)
        self.kamer.set_value(begin.kamer)

    def _offer_kader(self) -> None:
        """Only what exists under this recht."""
        kader = self.kader.value() or ""
        soorten = [
            Option(key, soort.naam)
            for key, soort in self._catalogus.soorten.items()
            if kader in soort.kaders
        ]
        self.soort.offer(soorten)
        self.kamer.offer(sorted(soorten, key=lambda option: option.key not in self._here))
        self.categorie.offer(
            [
                Option(key, categorie.naam)
                for key, categorie in self._catalogus.categorieen.items()
                if kader in categorie.kaders
            ]
        )

    def _offer(self) -> None:
        self._offer_kader()
        soort = self._catalogus.soorten.get(self.soort.value() or "")
        self._pet.setVisible(bool(soort and soort.pet_beslist))
        self._answer()

    def _answer(self) -> None:
        """At once, at every choice."""
        vraag = self._vraag()
        if vraag is None:
            self.verdict.setText(words.WAITS_FOR.format(what=listed(self._missing())))
            self.verdict.set_tone("")
            self.view.wait()
            return
        found = answer(self._catalogus, vraag)
        self.verdict.setText(f"{words.MARK[found.mag]}  {found.head}")
        self.verdict.setAccessibleName(found.head)
        self.verdict.set_tone("good" if found.mag else "warn")
        self.view.show_answer(found)

    def _missing(self) -> list[str]:
        soort = self._catalogus.soorten.get(self.soort.value() or "")
        return [
            text
            for lacks, text in (
                (soort is None, words.WAITS_SOORT),
                (bool(soort and soort.pet_beslist and not self.pet.value()), words.WAITS_PET),
                (self.categorie.value() is None, words.WAITS_CATEGORIE),
            )
            if lacks
        ]

    def _vraag(self) -> Vraag | None:
        """What is asked; `None` as long as something is still to be chosen."""
        kader, soort, categorie = self.kader.value(), self.soort.value(), self.categorie.value()
        niveau, bespreking = self.niveau.value(), self.bespreking.value()
        if not (kader and soort and categorie and niveau and bespreking) or self._missing():
            return None
        return Vraag(
            kader=kader,
            soort=soort,
            categorie=categorie,
            pet=self.pet.value() if self._catalogus.soorten[soort].pet_beslist else None,
            niveau=Niveau(niveau),
            bespreking=SoortBespreking(bespreking),
            kamer=frozenset(self.kamer.value()),
        )
