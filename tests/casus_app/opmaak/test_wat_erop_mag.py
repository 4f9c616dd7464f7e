"""Voor willekeurige overleggen: op elk papier staat precies wat er voor die lezer op mag."""

import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings

from casus_app import opmaak
from casus_app.catalogus import laad
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import BETROKKENE, Betrokkene, Casus, Kringpersoon
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg, Rol, Stand
from casus_app.domein.verzoek import Weglating
from casus_app.opmaak.register import weggelaten_in_woorden
from casus_app.opmaak.weggelaten import Reden
from casus_app.opmaak.zitting import weggelaten
from tests.casus_app.opmaak.willekeur import merken, overleggen
from tests.casus_app.papier.lezen import alle_teksten
from tests.casus_app.papier.voorbeeld import ECHT
from tests.nep import GeheugenOpslag

CATALOGUS = laad()


def mag_in_verslag(opslag: GeheugenOpslag, ontvanger: str) -> set[str]:
    """De regel nog eens, zo kort mogelijk en zonder de opmaak: vraag 33."""
    mag = {opslag.haal(Professional, ontvanger).naam}
    for bespreking in opslag.zoek(Bespreking):
        stoelen = opslag.zoek(
            Deelname, casus=bespreking.casus, professional=ontvanger, ingetrokken_op=None
        )
        rollen = [stoel.rol for stoel in stoelen]
        if opslag.haal(Overleg, "o").voorzitter == ontvanger and not rollen:
            rollen = [Rol.VOORZITTER]
        if not rollen or opslag.haal(Casus, bespreking.casus).afgeschermd:
            continue
        mag.add(bespreking.casus)
        eigen = {
            a.id: a for a in opslag.zoek(Afspraak, casus=bespreking.casus, uitvoerder=ontvanger)
        }
        for afspraak in eigen.values():
            mag |= {afspraak.wat, afspraak.klaar_als}
        for inbreng in opslag.zoek(Inbreng, casus=bespreking.casus, lot=Lot.MEE):
            for mee in opslag.zoek(Meeneming, inbreng=inbreng.id, ontvanger=ontvanger):
                if mee.afspraak in eigen and rollen != [Rol.ADVISEUR]:
                    mag |= {inbreng.kern, mee.voorwaarden}
    return mag


@settings(max_examples=40, deadline=None)
@given(overleggen())
def test_het_verslag_telt_wat_er_niet_in_staat(opslag):
    for mens in opslag.zoek(Professional):
        stuk = opmaak.verslag(opslag, CATALOGUS, "o", mens.id, ECHT)
        erop = merken(" ".join(alle_teksten(stuk)))
        alles = {a.wat for a in opslag.zoek(Afspraak) if a.casus in erop}
        alles |= {
            i.kern for i in opslag.zoek(Inbreng) if i.casus in erop and i.lot is not Lot.GESCHRAPT
        }
        geteld = re.search(r"(\d+) onderde", stuk.onderdelen[-1].tekst)
        assert (int(geteld[1]) if geteld else 0) == len(alles - erop)


@settings(max_examples=40, deadline=None)
@given(overleggen())
def test_een_agendabestand_noemt_niemand(opslag):
    for mens in opslag.zoek(Professional):
        punt = opmaak.agendapunt(opslag, "o", mens.id, ECHT)
        assert not merken(repr(punt))


@settings(max_examples=40, deadline=None)
@given(overleggen())
def test_tijdvakken_zijn_samen_de_minuten_waarop_iemand_nodig_is(opslag):
    overleg = opslag.haal(Overleg, "o")
    for mens in opslag.zoek(Professional):
        nodig = sum(
            b.minuten
            for b in opslag.zoek(Bespreking)
            if b.stand is not Stand.DOORGESCHOVEN
            and (
                mens.id == overleg.voorzitter
                or opslag.zoek(Deelname, casus=b.casus, professional=mens.id, ingetrokken_op=None)
            )
        )
        vakken = opmaak.agendapunt(opslag, "o", mens.id, ECHT).tijdvakken
        assert sum((vak.tot - vak.van for vak in vakken), timedelta()) == timedelta(minutes=nodig)
        assert all(eerste.tot < tweede.van for eerste, tweede in pairwise(vakken))


@settings(max_examples=40, deadline=None)
@given(overleggen())
def test_een_inzage_bevat_alles_over_de_betrokkene_en_geen_naam_van_een_ander(opslag):
    """Als er niets is weggelaten; met een weging: test_elk_papier.py."""
    opslag.waarden.pop(Weglating, None)
    for casus in opslag.zoek(Casus):
        inbreng = opslag.zoek(Inbreng, casus=casus.id)
        over_hem = [i for i in inbreng if i.over == BETROKKENE]
        anderen = {i.kern for i in inbreng if i.over != BETROKKENE}
        stuk = opmaak.inzage(opslag, CATALOGUS, casus.id, ECHT)
        for erop in (
            merken(" ".join(alle_teksten(stuk))),
            merken(opmaak.inzage_json(opslag, CATALOGUS, casus.id, ECHT).inhoud.decode()),
        ):
            assert {m for m in erop if m[0] == "n"} == {opslag.haal(Betrokkene, casus.id).naam}
            assert {m for m in erop if m[0] == "c"} == {casus.id}
            assert {i.noodzaak for i in over_hem} <= erop
            assert {i.kern for i in over_hem if i.lot is not Lot.GESCHRAPT} <= erop
            assert not anderen & erop
            assert not {i.kern for i in over_hem if i.lot is Lot.GESCHRAPT} & erop


@pytest.mark.parametrize("veld", ["wat", "klaar_als"])
@settings(max_examples=15, deadline=None)
@given(overleggen())
def test_de_naam_van_de_betrokkene_staat_in_geen_verslag_of_plan(veld, opslag):
    """Ook niet als iemand hem in een vrije tekst heeft getypt."""
    for afspraak in opslag.zoek(Afspraak):
        naam = opslag.haal(Betrokkene, afspraak.casus).naam
        opslag.waarden[Afspraak][(afspraak.id,)] = replace(
            afspraak, **{veld: f"Met {naam} bellen."}
        )
    namen = {betrokkene.naam for betrokkene in opslag.zoek(Betrokkene)}
    stukken = [
        opmaak.verslag(opslag, CATALOGUS, "o", m.id, ECHT) for m in opslag.zoek(Professional)
    ]
    stukken += [opmaak.plan(opslag, CATALOGUS, casus.id, ECHT) for casus in opslag.zoek(Casus)]
    for stuk in stukken:
        assert not namen & merken(" ".join(alle_teksten(stuk)))


@settings(max_examples=15, deadline=None)
@given(overleggen())
def test_een_naam_uit_de_kring_verdwijnt_ook_uit_lopende_tekst(opslag):
    for inbreng in opslag.zoek(Inbreng, over=BETROKKENE):
        naam = opslag.haal(Kringpersoon, inbreng.casus, "k").naam
        nieuw = replace(inbreng, kern=f"Zegt {naam.upper()} en {naam}.", lot=Lot.NIEMAND)
        opslag.waarden[Inbreng][(inbreng.id,)] = nieuw
    namen = {persoon.naam for persoon in opslag.zoek(Kringpersoon)}
    for casus in opslag.zoek(Casus):
        stuk = opmaak.inzage(opslag, CATALOGUS, casus.id, ECHT)
        assert not namen & merken(" ".join(alle_teksten(stuk)).lower())


@settings(max_examples=40, deadline=None)
@given(overleggen())
def test_wat_er_niet_op_staat_is_per_reden_geteld(opslag):
    """De redenen nog eens, zonder de opmaak, en samen het getal dat op het papier staat."""
    overleg = opslag.haal(Overleg, "o")
    for mens in opslag.zoek(Professional):
        stuk = opmaak.verslag(opslag, CATALOGUS, "o", mens.id, ECHT)
        erop = merken(" ".join(alle_teksten(stuk)))
        verwacht = Counter()
        for a in opslag.zoek(Afspraak):
            if a.casus in erop and a.uitvoerder != mens.id:
                verwacht[Reden.AFSPRAAK_VAN_EEN_ANDER] += 1
        for i in opslag.zoek(Inbreng):
            if i.casus not in erop or i.lot is Lot.GESCHRAPT or i.kern in erop:
                continue
            aan_hem = opslag.zoek(Meeneming, inbreng=i.id, ontvanger=mens.id)
            if i.lot is not Lot.MEE:
                verwacht[Reden.ZONDER_MEENEEMBESLUIT] += 1
            elif aan_hem:
                verwacht[Reden.NIETS_OM_VOOR_TE_GEBRUIKEN] += 1
            else:
                verwacht[Reden.VOOR_EEN_ANDER] += 1
        telling = weggelaten(opslag, overleg, mens.id)
        assert telling.redenen == verwacht
        geteld = re.search(r"(\d+) onderde", stuk.onderdelen[-1].tekst)
        assert telling.samen == (int(geteld[1]) if geteld else 0)
        zin = weggelaten_in_woorden(telling)
        assert sum(map(int, re.findall(r"\d+", zin))) == 2 * telling.samen
