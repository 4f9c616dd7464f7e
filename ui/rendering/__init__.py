"""Every screen with the practice data, drawn to PNG: each scheme, large text, a large screen."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from casus_app.rollen import Gebruikersrol, gebruiker_met
from ui import theme
from ui.application import application
from ui.rendering.stage import LARGE, SIZE, Scene, Stage
from ui.session import Session
from ui.theme import CONTRAST, DARK, LIGHT, Look

if TYPE_CHECKING:
    from casus_app.deuren import Deuren

__all__ = ["LARGE", "LOOKS", "SIZE", "teken_alle_schermen"]

LOOKS: tuple[tuple[str, Look, tuple[int, int]], ...] = (
    ("licht", Look(LIGHT, 100), SIZE),
    ("donker", Look(DARK, 100), SIZE),
    ("contrast", Look(CONTRAST, 100), SIZE),
    ("licht-200", Look(LIGHT, 200), SIZE),
    ("groot", Look(LIGHT, 100), LARGE),
)
"""A name for the files, how it looks, and how large the window is."""


def teken_alle_schermen(
    deuren: "Deuren", map_uit: Path, looks: Iterable[tuple[str, Look, tuple[int, int]]] = LOOKS
) -> int:
    """Draws everything into this folder, in each of these looks; 0 when all is drawn."""
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.rendering.scenes import scenes  # noqa: PLC0415 (the screens, only when drawing)

    app = application()
    map_uit.mkdir(parents=True, exist_ok=True)
    werkbank = deuren.oefenkluis()
    theme.apply(app, LOOKS[0][1])
    try:
        stage = Stage(deuren, Session(werkbank, gebruiker_met(Gebruikersrol.COORDINATOR)))
        for look_name, look, size in looks:
            theme.apply(app, look)
            stage.window.resize(*size)
            for number, scene in enumerate(scenes(stage), start=1):
                _draw(scene, map_uit / f"{number:02d}-{scene.name}-{look_name}.png")
    finally:
        deuren.sluit(werkbank)
    return 0


def _draw(scene: Scene, file: Path) -> None:
    widget = scene.show()
    widget.ensurePolished()
    for _ in range(10):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    widget.grab().save(str(file))
