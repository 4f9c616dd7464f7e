"""Wat de computer over zichzelf zegt, uitgelegd: versleuteld, open of niet te zien."""

from pathlib import Path

import pytest

from casus_app.computer import Apparaat, Computer, Gezien, Stand, bekijk, oordeel

LUKS = Apparaat("CRYPT-LUKS2-0a1b-vda3_crypt", ("254:3",))
KAAL = Apparaat()
THUIS = "/home/ans/kluis.db"


def _mounts(*regels: str) -> str:
    return "\n".join(f"{n} 1 {regel}" for n, regel in enumerate(regels, start=20)) + "\n"


def _mount(nummer: str, punt: str, soort: str, bron: str) -> str:
    return f"{nummer} / {punt} rw,relatime shared:1 - {soort} {bron} rw"


WORTEL_KAAL = _mount("8:2", "/", "ext4", "/dev/sda2")
THUIS_LUKS = _mount("253:0", "/home", "ext4", "/dev/mapper/thuis")


def _schijf(mounts: str | None, **apparaten: Apparaat) -> Stand:
    nummers = {naam.replace("_", ":"): apparaat for naam, apparaat in apparaten.items()}
    return oordeel(Gezien(mounts, "", {k[1:]: a for k, a in nummers.items()}), THUIS).schijf


def test_een_kale_schijf_is_open() -> None:
    assert _schijf(_mounts(WORTEL_KAAL), d8_2=KAAL) is Stand.OPEN


def test_luks_is_versleuteld_ook_met_lvm_erop() -> None:
    assert _schijf(_mounts(WORTEL_KAAL, THUIS_LUKS), d8_2=KAAL, d253_0=LUKS) is Stand.VERSLEUTELD
    lvm = Apparaat("LVM-abc", ("253:1",))
    assert _schijf(_mounts(THUIS_LUKS), d253_0=lvm, d253_1=LUKS, d254_3=KAAL) is Stand.VERSLEUTELD


def test_een_spiegel_met_een_kale_helft_is_open() -> None:
    """Eén leesbare kopie is genoeg om te lezen."""
    raid = Apparaat("", ("253:1", "8:3"))
    assert _schijf(_mounts(THUIS_LUKS), d253_0=raid, d253_1=LUKS, d8_3=KAAL) is Stand.OPEN


@pytest.mark.parametrize("uuid", ["CRYPT-VERITY-x", "CRYPT-INTEGRITY-x", "LVM-CRYPT-LUKS2-x"])
def test_wat_alleen_op_versleuteling_lijkt_is_het_niet(uuid: str) -> None:
    assert _schijf(_mounts(THUIS_LUKS), d253_0=Apparaat(uuid)) is Stand.OPEN


@pytest.mark.parametrize(
    "mounts",
    [
        None,
        "",
        "onzin",
        _mounts(_mount("0:40", "/", "overlay", "overlay")),
        _mounts(_mount("0:41", "/home", "nfs4", "server:/thuis")),
        _mounts(_mount("0:42", "/home", "tmpfs", "tmpfs")),
        _mounts(_mount("7:0", "/home", "ext4", "/dev/loop0")),
    ],
)
def test_wat_niet_te_zien_is_heet_onbekend(mounts: str | None) -> None:
    assert _schijf(mounts, d7_0=KAAL) is Stand.ONBEKEND


def test_de_diepste_en_de_laatste_mount_telt() -> None:
    erover = _mount("8:2", "/home", "ext4", "/dev/sda2")
    mounts = _mounts(THUIS_LUKS, erover)
    assert _schijf(mounts, d253_0=LUKS, d8_2=KAAL) is Stand.OPEN
    naast = _mount("8:2", "/hom", "ext4", "/dev/sda2")
    assert _schijf(_mounts(THUIS_LUKS, naast), d253_0=LUKS, d8_2=KAAL) is Stand.VERSLEUTELD


def test_btrfs_wordt_bij_zijn_bron_gezocht() -> None:
    mounts = _mounts(_mount("0:30", "/home", "btrfs", "/dev/mapper/thuis"))
    gezien = Gezien(mounts, "", {"253:0": LUKS}, {"/dev/mapper/thuis": "253:0"})
    assert oordeel(gezien, THUIS).schijf is Stand.VERSLEUTELD


KOP = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"


@pytest.mark.parametrize(
    ("swaps", "stand"),
    [
        (None, Stand.ONBEKEND),
        (KOP, Stand.AFWEZIG),
        (KOP + "/dev/zram0 partition 1 0 100\n", Stand.AFWEZIG),
        (KOP + "/dev/dm-1 partition 1 0 -2\n", Stand.VERSLEUTELD),
        (KOP + "/dev/sda5 partition 1 0 -2\n", Stand.OPEN),
        (KOP + "/dev/dm-1 partition 1 0 -2\n/dev/sda5 partition 1 0 -3\n", Stand.OPEN),
        (KOP + "/home/swap\\040file file 1 0 -2\n", Stand.VERSLEUTELD),
        (KOP + "/swapfile file 1 0 -2\n", Stand.OPEN),
        (KOP + "/dev/vreemd partition 1 0 -2\n", Stand.ONBEKEND),
    ],
)
def test_wisselgeheugen(swaps: str | None, stand: Stand) -> None:
    gezien = Gezien(
        _mounts(WORTEL_KAAL, THUIS_LUKS),
        swaps,
        {"8:2": KAAL, "8:5": KAAL, "253:0": LUKS, "253:1": Apparaat("CRYPT-PLAIN-wissel")},
        {"/dev/dm-1": "253:1", "/dev/sda5": "8:5"},
    )
    assert oordeel(gezien, THUIS).wissel is stand


def test_alleen_wat_zeker_open_is_vraagt_aandacht() -> None:
    for schijf in Stand:
        for wissel in Stand:
            computer = Computer(schijf=schijf, wissel=wissel)
            assert computer.let_op == (Stand.OPEN in {schijf, wissel})


def test_deze_computer_is_te_bekijken_zonder_iets_te_schrijven(tmp_path: Path) -> None:
    gezien = bekijk(tmp_path / "bestaat" / "niet")
    assert gezien.schijf in {Stand.VERSLEUTELD, Stand.OPEN, Stand.ONBEKEND}
    assert list(tmp_path.iterdir()) == []
