"""Workflow commands of GitHub Actions and GitLab's code quality report."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from checker.reports import github, gitlab
from tests.gate.build import everything, file, finding, report

COMMAND = re.compile(r"::(?P<name>[^ :]+) (?P<properties>.*?)::(?P<data>.*)", re.DOTALL)


def commands(output: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner of GitHub Actions understands: one command a line, %XX undone after splitting."""

    def undone(text: str) -> str:
        for code in ("0D", "0A", "3A", "2C", "25"):
            text = text.replace(f"%{code}", chr(int(code, 16)))
        return text

    found = [COMMAND.fullmatch(line) for line in re.split(r"\r\n|[\r\n]", output) if line.startswith("::")]
    assert all(found)
    return [
        (m["name"], {k: undone(v) for k, v in (p.split("=", 1) for p in m["properties"].split(","))}, undone(m["data"]))
        for m in found
        if m
    ]


def test_github_annotates_what_counts() -> None:
    found = commands(github.render(everything()))
    assert [name for name, _, _ in found] == ["warning", "warning", "error", "warning", "error"]
    assert found[0][1] == {"file": "材料/某局-张三.md", "line": "5", "col": "5", "title": "P405 vague-subject"}
    assert found[0][2] == "“有的同志”没有说是谁\n建议：写明是本人还是哪一位"
    assert found[3][1]["file"] == "材料/某处 李四,50%.docx"
    assert found[3][2].startswith("第 3 段：第一行\n::error::第二行")
    assert found[4][2].startswith("全文：文件损坏")


def test_github_says_how_much_was_looked_at() -> None:
    assert github.render(everything()).splitlines()[-1] == "检查了 4 份材料：通过 2，未通过 1，读不出 1。"
    assert github.render(report(file())).splitlines() == ["检查了 1 份材料：通过 1，未通过 0，读不出 0。"]


@given(st.text(), st.text(min_size=1))
def test_no_text_breaks_out_of_its_command(message: str, name: str) -> None:
    made = report(file("目录/" + name.replace("/", ""), finding(message=message, suggestion="")))
    ((command, properties, data),) = commands(github.render(made))
    assert command == "warning"
    assert set(properties) == {"file", "line", "col", "title"}
    assert len(data) == len(message)


def test_gitlab_has_what_the_widget_needs() -> None:
    issues = json.loads(gitlab.render(everything()))
    assert len(issues) == 5
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith("./")
    assert issues[0]["location"] == {"path": "材料/某局-张三.md", "lines": {"begin": 5}}
    assert issues[3]["description"].startswith("第 3 段：")


def test_gitlab_tells_files_apart_that_have_the_same_gap() -> None:
    issues = json.loads(gitlab.render(report(file("甲.md", finding()), file("乙.md", finding()))))
    assert len({i["fingerprint"] for i in issues}) == 2
