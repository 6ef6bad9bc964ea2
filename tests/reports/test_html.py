import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from lxml import html as parser

from checker.report import Report, RosterEntry
from checker.reports import html
from tests.reports.builder import batch, clean, finding, report, submission, unreadable

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}</style></details>&lt;"


def parse(text: str) -> parser.HtmlElement:
    return parser.document_fromstring(text)


def words(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def page() -> parser.HtmlElement:
    from checker import rulebook
    from tests.reports.builder import RULES

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rulebook, "rules", lambda: RULES)
        return parse(html.render(batch()))


def test_nothing_comes_from_outside(page: parser.HtmlElement) -> None:
    assert page.get("lang") == "zh-CN"
    assert not page.xpath(
        "//link | //img | //iframe | //object | //embed | //base | //form[@action] | //@src | //@style"
    )
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert all(href.startswith("#") for href in page.xpath("//@href"))
    assert not re.search(r"url\(|@import|https?:", page.xpath("string(//style)"))


def test_policy_allows_only_our_own_style_and_script(page: parser.HtmlElement) -> None:
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (element,) = page.xpath(f"//{tag}")
        digest = b64encode(sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_every_link_leads_somewhere(page: parser.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href")} <= set(ids)


def test_overview_counts(page: parser.HtmlElement) -> None:
    (ring,) = page.xpath("//div[@class='ring']")
    assert words(ring) == "5 份材料 达标2 需修改1 不达标1 读不了1 未提交1"
    assert len(page.xpath("//*[contains(@class, 'arc ')]")) == 4
    assert "县林业局 钱文 总工程师" in words(page.xpath("//*[@class='people']")[0])
    assert "缺少规定的维度" in words(page.xpath("//*[contains(@class, 'gaps')]")[0])


def test_those_who_submitted_twice_are_named() -> None:
    roster = replace(
        unreadable("名单.xlsx"), status="failed", findings=(finding("X803", "花名册第 2 行：张三交了 2 份。", count=2),)
    )
    entries = (RosterEntry(2, "县水利局", "张三", "", ("a.docx", "b.docx")),)
    page = parse(html.render(report(submission("a.docx"), submission("b.docx"), roster, roster=entries)))
    assert "花名册第 2 行：张三交了 2 份。" in words(page.xpath("//*[contains(@class, 'roster')]")[0])
    assert len(page.xpath("//details[contains(@class, 'submission')]")) == 2


def test_remarks_on_the_run_are_shown() -> None:
    page = parse(html.render(replace(report(submission()), remarks=("略过 3 个其他格式的文件",))))
    assert "略过 3 个其他格式的文件" in words(page.xpath("//header")[0])


def test_matrix_of_submissions_and_dimensions(page: parser.HtmlElement) -> None:
    rows = page.xpath("//table[@class='register']/tbody/tr")
    assert len(rows) == 5
    assert [words(cell) for cell in rows[0].xpath("td")][:5] == ["不达标", "✓", "✓", "薄", "缺"]


def test_text_is_whole_with_findings_marked() -> None:
    file = submission()
    page = parse(html.render(report(file)))
    for added in page.xpath("//*[@class='words']//*[@class='flags' or contains(@class, 'ref ')]"):
        added.drop_tree()
    shown = [p.text_content() for p in page.xpath("//*[@class='words']")]
    assert shown == [p.replace("13812345678", "138********") for p in file.paragraphs]
    marked = {m.text: m.get("class") for m in page.xpath("//mark[@data-numbers]")}
    assert {"xx": "error", "dangshi": "error", "有的同志": "warning"}.items() <= marked.items()
    numbers = {m.get("data-numbers") for m in page.xpath("//mark[@data-numbers]")}
    assert {n for many in numbers for n in many.split()} <= set(page.xpath("//@data-number"))


def test_problem_cause_measure_matrix() -> None:
    page = parse(html.render(report(submission())))
    rows = [[words(c) for c in row] for row in page.xpath("//table[@class='matrix']/tbody/tr")]
    assert [row[0] for row in rows] == ["坚定理想信念", "联系服务群众", "敢于担当作为", "廉洁自律"]
    assert "一是理想信念这个“总开关”拧得不紧" in rows[0][2]
    assert rows[2][2:] == ["没有回应", "没有回应"]
    assert rows[3][1] == "缺"
    flags = page.xpath(
        "//table[@class='matrix']//li[contains(., '二是学用结合不够')]//*[contains(@class, 'flag ')]/@class"
    )
    assert [flag.split()[-1] for flag in flags] == ["no", "no", "no"]


def test_local_dimensions_and_what_belongs_to_none_are_shown() -> None:
    file = submission()
    assert file.outline
    causes = file.outline.sections[3]
    loose = replace(causes, items=tuple(replace(i, dimensions=()) for i in causes.items))
    sections = (*file.outline.sections[:3], loose, *file.outline.sections[4:])
    titles = {"d1": "坚定理想信念", "d2": "联系服务群众"}
    page = parse(
        html.render(report(replace(file, outline=replace(file.outline, sections=sections), dimension_titles=titles)))
    )
    heads = [words(h) for h in page.xpath("//table[@class='matrix']/tbody/tr/th")]
    assert heads == ["坚定理想信念", "联系服务群众", "（三）敢于担当作为方面 自加", "未归入维度"]


def hostile_report() -> Report:
    file = submission()
    text = tuple(p + HOSTILE for p in file.paragraphs)
    found = tuple(
        replace(f, message=HOSTILE, suggestion=HOSTILE, excerpt=HOSTILE, suppressed=f.suppressed and HOSTILE)
        for f in file.findings
    )
    odd = replace(
        file,
        path=f"材料/{HOSTILE}/张三.docx",
        title=HOSTILE,
        byline=HOSTILE,
        pack_title=HOSTILE,
        remarks=(HOSTILE,),
        findings=found,
        paragraphs=text,
        dimension_titles={"d1": HOSTILE, "d9": HOSTILE},
    )
    return report(odd, replace(unreadable("\ud800\x00\u202e\n.docx"), remarks=("x\x00",)))


def test_hostile_words_stay_words() -> None:
    text = html.render(hostile_report())
    page = parse(text.encode())
    ours = parse(html.render(report(submission())))
    assert len(page.xpath("//script")) == len(ours.xpath("//script")) == 1
    assert not page.xpath("//img | //@onerror")
    assert "49" not in {t.strip() for t in page.xpath("//text()")}
    assert page.xpath("//dd[contains(., '<script>alert(1)</script>')]")


def test_personal_numbers_are_masked() -> None:
    file = replace(submission("13812345678/张三.docx"), title="110101199003071234", byline="6222 0212 3456 7890")
    text = html.render(report(file))
    for number in ("13812345678", "110101199003071234", "6222 0212 3456 7890"):
        assert number not in text


def test_suppressed_findings_are_apart() -> None:
    page = parse(html.render(report(submission())))
    (apart,) = page.xpath("//details[@class='suppressed']")
    assert "已豁免 1 条" in words(apart)
    assert "值班电话，已公开" in words(apart)
    assert not page.xpath("//li[@data-code='W510']")


def test_few_submissions_stand_open_and_many_closed() -> None:
    assert parse(html.render(report(submission()))).xpath("//details[contains(@class, 'submission')]/@open")
    many = report(*(clean(f"{n}.docx", "某局领导班子材料") for n in range(4)))
    assert not parse(html.render(many)).xpath("//details[contains(@class, 'submission')]/@open")


def test_submission_of_which_only_findings_are_known() -> None:
    page = parse(html.render(report(replace(submission(), paragraphs=(), outline=None, coverage=None))))
    assert len(page.xpath("//li[@data-code]")) == 7
    assert not page.xpath("//table[@class='matrix']")


def test_links_into_a_text_that_is_not_there() -> None:
    page = parse(html.render(report(replace(submission(), paragraphs=()))))
    assert {href[1:] for href in page.xpath("//@href")} <= set(page.xpath("//@id"))


def test_nothing_checked() -> None:
    page = parse(html.render(report()))
    assert "0 份材料" in words(page.xpath("//header")[0])


def test_legend_takes_what_the_rule_book_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    from checker import rulebook

    monkeypatch.setattr(rulebook, "rules", dict)
    page = parse(html.render(report(replace(submission(), findings=(finding("P405", "含糊"),)))))
    assert "vague-subject" in words(page.xpath("//li[@data-code='P405']")[0])
