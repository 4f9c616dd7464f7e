"""De gevel van de drukker: snel te laden, en alleen wat nagelezen is komt naar buiten."""

import subprocess
import sys

import pytest

from casus_app import papier
from casus_app.fouten import PapierFout
from casus_app.opmaak.stuk import Alinea, Stuk, Tekststuk
from casus_app.papier import drukker
from tests.casus_app.papier.voorbeeld import ECHT

STUK = Stuk(naam="s.pdf", soort="S", titel="T", opdruk=ECHT, onderdelen=(Alinea("een"),))


def test_wie_niet_drukt_laadt_geen_drukker():
    regel = (
        "import sys, casus_app.opmaak, casus_app.papier;"
        "print({'reportlab', 'pypdf', 'icalendar', 'PIL'} & set(sys.modules))"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", regel], capture_output=True, text=True, check=True
    )
    assert klaar.stdout.strip() == "set()"


def test_een_drukker_die_iets_anders_drukt_geeft_niets_af(monkeypatch):
    ander = Stuk(naam="s.pdf", soort="S", titel="T", opdruk=ECHT, onderdelen=(Alinea("twee"),))
    inhoud = drukker.zet(ander)
    monkeypatch.setattr(drukker, "zet", lambda _stuk: inhoud)
    with pytest.raises(PapierFout) as fout:
        papier.druk(STUK)
    assert "twee" not in fout.value.melding


def test_een_tekststuk_gaat_ongewijzigd_door():
    assert papier.maak_papier(Tekststuk(naam="x.json", inhoud=b"{}")).inhoud == b"{}"
