"""Luistert zoals het programma, op een eigen bus, en hoort wat een nagemaakte computer zegt."""

import os
import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from ui.lock.system import SystemWatch

BERICHTEN = (
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", True),
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", False),
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", False),
)


def main() -> int:
    app = QCoreApplication([])
    wacht = SystemWatch()
    gehoord: list[int] = []
    wacht.lock_asked.connect(lambda: gehoord.append(1))
    bus = QDBusConnection.connectToBus(os.environ["DBUS_SYSTEM_BUS_ADDRESS"], "nagemaakt")
    for naam in ("org.freedesktop.login1", "org.freedesktop.ScreenSaver"):
        assert bus.registerService(naam)
    wachtend = list(BERICHTEN)

    def volgende() -> None:
        sys.stdout.write(f"{len(gehoord)}\n")
        if not wachtend:
            app.quit()
            return
        plek, van, naam, aan = wachtend.pop(0)
        bericht = QDBusMessage.createSignal(plek, van, naam)
        bericht.setArguments([aan])
        bus.send(bericht)

    klok = QTimer()
    klok.timeout.connect(volgende)
    klok.start(200)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
