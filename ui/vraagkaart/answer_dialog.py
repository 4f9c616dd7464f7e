"""The form of `vraagkaart.beantwoorden`, with the question in sight while one types."""

from typing import ClassVar

from ui.forms.act_dialog import ActDialog
from ui.forms.act_form import ActForm
from ui.vraagkaart.answer_form import AnswerForm


class VraagkaartDialog(ActDialog):
    """As every form: a refusal beside its field, nothing typed is lost."""

    FORM: ClassVar[type[ActForm]] = AnswerForm
