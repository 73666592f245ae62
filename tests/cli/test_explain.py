"""`ck explain`: the page of every rule, and their list."""

from __future__ import annotations

from curriculum_kit.rules import rules
from tests.cli.conftest import Ck


def test_every_code_can_be_explained(ck: Ck) -> None:
    for code, rule in rules().items():
        result = ck("explain", code.lower())
        assert result.code == 0
        assert result.out.startswith(f"{code} (")
        assert rule.page.title in result.out


def test_a_page_shows_the_wrong_and_the_right(ck: Ck) -> None:
    assert ck("explain", "PBK951").out == (
        "PBK951 (kesalahan): Kode lokal menyerupai kode SKKNI\n"
        "\n"
        "Unit yang disusun sendiri (`source: tna`) memakai kode lokal, misalnya CK-KWU-01. Kode itu tidak\n"
        "boleh berbentuk seperti kode SKKNI (empat bentuk sejak tahun 2007), agar tidak ada yang mengira unit\n"
        "ini sudah ditetapkan Menteri. Unit resmi yang berhubungan disebut sebagai `acuan`.\n"
        "\nSalah:\n\n  kwu-01/module.yaml\n    code: M.70KWU01.001.1\n    title: Menghitung biaya dan HPP\n"
        "\nBenar:\n\n  kwu-01/module.yaml\n    code: CK-KWU-01\n    title: Menghitung biaya dan HPP\n"
    )


def test_the_list_names_every_code(ck: Ck) -> None:
    lines = ck("explain").out.splitlines()
    assert [line.split()[0] for line in lines] == list(rules())


def test_a_protected_code_says_so(ck: Ck) -> None:
    assert "tidak dapat diturunkan" in ck("explain", "SAFE922").out
    assert "tidak dapat diturunkan" not in ck("explain", "OFFLINE751").out
