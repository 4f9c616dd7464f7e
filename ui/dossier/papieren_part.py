"""Which papers about this casus lie outside the kluis: who got which version, and which file."""

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import BETROKKENE, Casus
from casus_app.domein.uitgifte import SoortPapier
from casus_app.opmaak.register import SOORTEN, Uitgegeven, register
from ui import reading
from ui.desk import Desk
from ui.dossier.part import Part
from ui.texts import counted, plain_day
from ui.widgets.layout import holder, vertical
from ui.widgets.plain_label import PlainLabel

AT_MOST = 12
"""The newest; the inzage has them all."""
_MARK = 16
"""So much of the hash is enough to tell two files apart."""


class PapierenPart(Part):
    """The register of what was given out, of this casus alone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("Papieren buiten de kluis"))

    def told(self, casus: Casus) -> list[QWidget]:
        """The newest first."""
        found = register(self.session.opslag, casus=casus.id)
        if not found:
            text = self.tr("Van deze casus ging nog niets op papier de kluis uit.")
            return [PlainLabel(text, kind="soft")]
        made = [self._one(paper) for paper in found[:AT_MOST]]
        if len(found) > AT_MOST:
            old = counted(len(found) - AT_MOST, "ouder papier", "oudere papieren")
            made.append(PlainLabel(self.tr("En nog {old}.").format(old=old), kind="small"))
        return made

    def _one(self, paper: Uitgegeven) -> QWidget:
        title = self.tr("{kind} · versie {number}").format(
            kind=SOORTEN[paper.soort], number=paper.versie
        )
        under = self.tr("{who} · {day} · bestand {mark}").format(
            who=self._who(paper), day=plain_day(paper.op), mark=paper.sha256[:_MARK]
        )
        if paper.beveiligd:
            under += self.tr(" · op slot")
        return holder(vertical(PlainLabel(title), PlainLabel(under, kind="small"), gap=0))

    def _who(self, paper: Uitgegeven) -> str:
        if paper.soort is SoortPapier.OVERGANG:
            return paper.ontvanger or "–"
        if paper.ontvanger == BETROKKENE:
            return self.tr("de betrokkene")
        return reading.wie(self.session, paper.ontvanger) if paper.ontvanger else "–"
