from dataclasses import replace

from markdown_it import MarkdownIt

from checker.reports import markdown
from tests.reports.builder import batch, finding, report, submission


def page(text: str) -> str:
    return MarkdownIt("gfm-like", {"linkify": False}).enable("table").render(text)


def test_tables_are_tables() -> None:
    text = markdown.render(batch())
    html = page(text)
    assert html.count("<table>") == 2
    register = html.split("</table>")[0]
    assert register.count("<tr>") == 1 + 6
    assert register.count("<td>") == 6 * register.count("<th>")
    assert "共 5 份：达标 2，需修改 1，不达标 1，读不了 1。" in text
    assert "未提交 1" in text
    assert "已豁免：值班电话，已公开" in text


def test_hostile_words_stay_words() -> None:
    hostile = "<script>alert(1)</script> | [a](http://x) `b` *c* ~~d~~ <!-- &lt; ![x](y)"
    file = replace(submission(), path=f"{hostile}\n# 假标题", findings=(finding("P405", hostile, excerpt=hostile),))
    html = page(markdown.render(report(file)))
    for tag in ("<script", "<a ", "<img", "<code", "<em", "<s>", "<!--"):
        assert tag not in html
    assert html.count("<h1>") == 1
    register = html.split("</table>")[0]
    assert register.count("<td>") == register.count("<th>")


def test_personal_numbers_are_masked() -> None:
    assert "13812345678" not in markdown.render(batch())


def test_remarks_on_the_run_are_shown() -> None:
    assert "注：略过 3 个其他格式的文件" in markdown.render(replace(report(), remarks=("略过 3 个其他格式的文件",)))


def test_nothing_checked() -> None:
    assert "共 0 份：无。" in markdown.render(report())
