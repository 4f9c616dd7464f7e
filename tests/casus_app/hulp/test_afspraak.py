"""Een getypte regel wordt een afspraak, of een vraag om hardop te stellen."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus_app.hulp.afspraak import Aanwezige, lees_regel, vaag

VANDAAG = date(2026, 11, 24)
TAFEL = [
    Aanwezige("agent", 1, "Anouk Verbeek", "wijkagent", "Politie Waalstede"),
    Aanwezige("wmo", 2, "Sanne Mulder", "Wmo-consulent", "Gemeente Waalstede"),
    Aanwezige("ggz", 3, "Rob de Wit", "behandelaar", "GGZ Rivierland"),
    Aanwezige("schuld", 4, "Iris Kok", "schuldhulpverlener", "Gemeente Waalstede"),
]


def test_de_hele_regel() -> None:
    regel = lees_regel("wmo huisbezoek brengen vr, klaar als de sleutel terug is", TAFEL, VANDAAG)
    assert regel.wie is TAFEL[1]
    assert regel.wat == "huisbezoek brengen"
    assert regel.wanneer == date(2026, 11, 27)
    assert regel.klaar_als == "de sleutel terug is"
    assert regel.vragen == ()


@pytest.mark.parametrize(
    ("begin", "sleutel"),
    [
        ("3", "ggz"),
        ("3:", "ggz"),
        ("ggz", "ggz"),
        ("GGZ Rivierland", "ggz"),
        ("rob de wit", "ggz"),
        ("de wit", "ggz"),
        ("Rob", "ggz"),
        ("politie", "agent"),
        ("wijkagent", "agent"),
        ("schuld", "schuld"),
        ("wmo-consulent", "wmo"),
    ],
)
def test_zo_wijst_men_iemand_aan(begin: str, sleutel: str) -> None:
    regel = lees_regel(f"{begin} belt de woningcorporatie morgen", TAFEL, VANDAAG)
    assert regel.wie is not None
    assert regel.wie.sleutel == sleutel
    assert regel.wat == "belt de woningcorporatie"


def test_twee_mensen_van_een_partij_wordt_een_vraag() -> None:
    regel = lees_regel("gemeente stuurt de brief vr", TAFEL, VANDAAG)
    assert regel.wie is None
    assert "2 (Wmo-consulent" in regel.vragen[0]
    assert "4 (schuldhulpverlener" in regel.vragen[0]
    assert regel.wat == "stuurt de brief"


@pytest.mark.parametrize(
    ("tekst", "wat", "wanneer"),
    [
        ("1 gaat langs over 2 weken", "gaat langs", date(2026, 12, 8)),
        ("1 gaat voor 1 januari langs", "gaat langs", date(2026, 12, 31)),
        ("1 op 4-12 langs bij de woning", "langs bij de woning", date(2026, 12, 4)),
        ("1 brief sturen eind volgende week.", "brief sturen", date(2026, 12, 4)),
        ("1 vr 4 dec huisbezoek doen", "huisbezoek doen", date(2026, 12, 4)),
        ("1 maakt een plan voor de zoon", "maakt een plan voor de zoon", None),
        ("1 belt haar 4-12", "belt haar", date(2026, 12, 4)),
        ("1 stuurt brief 4 december", "stuurt brief", date(2026, 12, 4)),
        ("1 belt 3 keer", "belt 3 keer", None),
    ],
)
def test_de_dag_staat_waar_men_hem_typt(tekst: str, wat: str, wanneer: date | None) -> None:
    regel = lees_regel(tekst, TAFEL, VANDAAG)
    assert (regel.wat, regel.wanneer) == (wat, wanneer)


def test_wat_mist_wordt_gevraagd() -> None:
    assert len(lees_regel("", TAFEL, VANDAAG).vragen) == 3
    assert lees_regel("1 belt haar", TAFEL, VANDAAG).vragen == (
        "Uiterlijk wanneer? Typ bijvoorbeeld vr, of over 2 weken.",
    )
    regel = lees_regel("1 belt haar volgende vrijdag", TAFEL, VANDAAG)
    assert "vrijdag 4 december" in regel.vragen[0]
    assert regel.wat == "belt haar"


@pytest.mark.parametrize(
    "wat",
    [
        "contact houden",
        "houdt nauw contact met moeder",
        "monitoren hoe het gaat",
        "vinger aan de pols",
        "de huur oppakken",
        "in de gaten houden",
        "nagaan of hij komt",
    ],
)
def test_een_vage_afspraak_krijgt_een_vraag(wat: str) -> None:
    assert vaag(wat) == "Wat doet u precies, en wanneer is het klaar?"
    assert lees_regel(f"1 {wat} vr", TAFEL, VANDAAG).vragen == (vaag(wat),)


@pytest.mark.parametrize("wat", ["belt de huisarts", "brengt de sleutel", "vervolgens de brief"])
def test_een_duidelijke_afspraak_krijgt_geen_vraag(wat: str) -> None:
    assert vaag(wat) == ""


def test_een_feestdag_is_een_noot_en_geen_vraag() -> None:
    regel = lees_regel("1 belt haar 25-12", TAFEL, VANDAAG)
    assert regel.dagnoot == "Dat is eerste kerstdag."
    assert regel.vragen == ()


_STUK = st.sampled_from(
    ["1", "ggz", "vr", "over", "2", "weken", "klaar als", "voor", "4-12", "eind", "week", ","]
)


@given(st.lists(st.one_of(_STUK, st.text(max_size=6)), max_size=10).map(" ".join))
def test_elke_regel_is_te_lezen(tekst: str) -> None:
    regel = lees_regel(tekst, TAFEL, VANDAAG)
    assert (regel.wanneer is None) <= bool(regel.vragen)
    assert regel.wie is None or regel.wie in TAFEL
