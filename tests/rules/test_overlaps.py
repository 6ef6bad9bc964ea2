"""One fault is told once: what makes which finding idle, and what is off unless asked for."""

from checker.engine import Engine
from checker.overlaps import overlaps
from checker.packs import load_packs
from checker.policy import Policy, expand_codes
from checker.report import FileReport
from checker.rulebook import Example, rules
from tests.rules.frames import parts, placed

THIN = "### （三）带头坚持和加强党的全面领导方面\n\n抓机关党建投入精力不够多，支部的战斗堡垒作用发挥得还不够充分。"
HOLLOW = "抓机关党建投入精力不够多，支部的战斗堡垒作用发挥不够充分，党建与业务融合得不够深。指导基层的办法也不够多，推动工作的标准不够高。抓落实的力度不够大，调查研究不够扎实，掌握情况不够全面。"


def check(text: str, policy: Policy | None = None) -> FileReport:
    return Engine(load_packs(), policy or Policy()).check(text.encode(), "一份.md", "一份.md")


def with_third(dimension: str) -> str:
    names = ("方面一", "方面二", "", "方面四", "方面五", "方面六")
    body = "\n".join(f"〔{name}〕" if name else dimension for name in names)
    text = f"〔标题〕\n〔单位〕\n〔引言〕\n〔上年度整改〕\n## 二、存在的突出问题\n{body}\n〔原因〕\n〔措施〕\n〔落款〕"
    return placed(Example(text, place="document"))


def codes(file: FileReport) -> list[str]:
    return [f.code for f in file.findings]


def test_the_table_names_rules_that_exist() -> None:
    assert {code for o in overlaps() for code in (*o.weaker, *o.stronger)} <= set(rules())


def test_a_thin_dimension_is_called_thin_and_nothing_else() -> None:
    assert codes(check(with_third(THIN))) == ["D205"]


def test_the_weaker_one_is_told_where_the_stronger_isn_t_wanted() -> None:
    assert codes(check(with_third(THIN), Policy(ignore=frozenset({"D205"})))) == ["P404"]
    assert codes(check(with_third(THIN), Policy(ignore=frozenset({"D205", "P404"})))) == ["P410"]


def test_what_nobody_may_suppress_is_never_left_out() -> None:
    assert codes(check(with_third(THIN), Policy(mandatory=frozenset({"P404"}), enforced=True))) == ["D205", "P404"]


def test_a_hollow_dimension_says_what_each_problem_lacks() -> None:
    (finding,) = check(with_third(f"### （三）带头坚持和加强党的全面领导方面\n\n{HOLLOW}")).findings
    assert finding.code == "P404"
    assert "缺人、缺事、缺思想" in finding.message


def test_an_item_is_spoken_of_once_with_what_it_lacks_and_what_it_has() -> None:
    (finding,) = check(placed(Example("我抓工作不够细，总以为任务分下去就会有人做，安排部署多、检查落实少。"))).findings
    assert finding.code == "P410"
    assert finding.message.startswith("缺事（写到了人“我")
    assert "思想“" in finding.message


def test_fifteen_hollow_items_never_give_forty_hints() -> None:
    many = "\n\n".join(f"{HOLLOW[:-1]}，第{n}样差距更大。" for n in "一二三四五六七八九十")
    found = check(placed(Example(many))).findings
    assert len(found) <= 15


def test_a_rule_that_is_off_is_asked_for_by_its_whole_name_only() -> None:
    text = placed(Example("我督促不够，6月部署的危桥排查，11座里有3座到年底没有出报告，没有追问过一次。"))
    assert codes(check(text)) == ["P410"]
    for word, wanted in (("P", ["P410"]), ("P403", ["P403"]), ("no-thought", ["P403"])):
        assert codes(check(text, Policy(select=expand_codes([word], rules(), asked=True)))) == wanted
    item = check(text).outline
    assert item is not None
    assert any(i.thought is False for s in item.sections for d in s.dimensions for i in d.items)


def test_a_heading_with_two_slips_is_one_finding_with_whole_phrases() -> None:
    wrong = "### （三）带头坚决和加强党的全面领异方面\n\n" + parts("individual")["方面三正文"]
    (finding,) = [f for f in check(with_third(wrong)).findings if f.code == "D204"]
    assert "“带头坚决和加强党的全面领异”与通知的“带头坚持和加强党的全面领导”不一致" in finding.message


def test_a_sentence_on_last_year_is_enough() -> None:
    short = parts("individual")["上年度整改"].split("\n\n")[0] + "\n\n上年度查摆的4个问题已全部整改到位，成效已公示。"
    text = placed(
        Example("〔标题〕\n〔单位〕\n〔引言〕\n" + short + "\n〔问题〕\n〔原因〕\n〔措施〕\n〔落款〕", place="document")
    )
    assert codes(check(text)) == []
