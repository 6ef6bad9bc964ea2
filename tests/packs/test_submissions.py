"""For each pack a submission that answers all of it and one that leaves an aspect out, written here and not taken from the packs' tests."""

import pytest

from checker.packs import Pack, load_packs
from tests.packs.build import checked, codes, written_for

PACKS = [pack for pack in load_packs().values() if pack.id != "generic"]
CASES = [(pack, kind) for pack in PACKS for kind in ("individual", "group")]
IDS = [f"{pack.id}-{kind}" for pack, kind in CASES]


@pytest.mark.parametrize(("pack", "kind"), CASES, ids=IDS)
def test_a_complete_submission_has_no_finding_on_aspects(pack: Pack, kind: str) -> None:
    report = checked(written_for(pack, kind))
    assert (report.pack, report.kind) == (pack.id, kind)
    assert codes(report, "D") == []
    assert not {"S102", "S120", "S121", "E003"} & set(codes(report))


@pytest.mark.parametrize(("pack", "kind"), CASES, ids=IDS)
def test_an_aspect_left_out_is_reported_unless_the_notice_leaves_it_open(pack: Pack, kind: str) -> None:
    rules = pack.dimensions(kind)
    gone = rules[len(rules) // 2]
    report = checked(written_for(pack, kind, without=gone), pack=pack.id)
    missing = [f.excerpt for f in report.findings if f.code == "D201"]
    assert missing == ([] if gone.optional else [gone.id])
