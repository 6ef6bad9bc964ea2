"""Automatic numbers: the labels that Word computes, and that stand nowhere in the file."""

import random
import subprocess
from pathlib import Path

import pytest

from checker.document import Paragraph
from checker.readers import office, read
from checker.readers.numerals import numeral
from tests.readers.builder import STYLES, docx, level, number, numbering, p, r


def paragraphs(items: str, abstract: str | dict[str, str], instances: dict[str, tuple[str, str]]) -> list[Paragraph]:
    """The paragraphs of a text of ``items`` like 「1:0」, each a list id and a level; 「-」 is one without a number."""
    body = "".join(p(r("文字"), 0, "" if item == "-" else number(*item.split(":"))) for item in items.split())
    definitions = {"0": abstract} if isinstance(abstract, str) else abstract
    return list(read(docx(body, numbers=numbering(definitions, instances)), "x").paragraphs)


def labels(items: str, abstract: str | dict[str, str], instances: dict[str, tuple[str, str]] | None = None) -> str:
    found = paragraphs(items, abstract, instances or {"1": ("0", "")})
    return " ".join(q.label or "-" for q in found)


CHINESE = (
    level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("1:0 1:0 1:0", "一、 二、 三、"),
        ("1:0 1:1 1:1 1:0 1:1", "一、 （一） （二） 二、 （一）"),
        ("1:0 - 1:1 1:2 - 1:2 1:1 1:2", "一、 - （一） 1. - 2. （二） 1."),
        ("1:1 1:0 1:1", "（一） 二、 （一）"),
        ("0:0 9:0 1:0", "- - 一、"),
    ],
)
def test_levels_count_and_begin_anew(items: str, expected: str) -> None:
    assert labels(items, CHINESE) == expected


def test_instances_of_one_definition_count_on() -> None:
    assert labels("1:0 2:0 1:0", CHINESE, {"1": ("0", ""), "2": ("0", "")}) == "一、 二、 三、"


def test_instances_of_two_definitions_dont() -> None:
    found = labels("1:0 2:0 1:0", {"0": CHINESE, "1": CHINESE}, {"1": ("0", ""), "2": ("1", "")})
    assert found == "一、 一、 二、"


def test_an_instance_that_overrides_the_start_begins_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    assert labels("1:0 1:0 2:0 2:0 1:0", CHINESE, {"1": ("0", ""), "2": ("0", override)}) == "一、 二、 一、 二、 三、"


def test_an_instance_may_redefine_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="1">{level(1, "decimalEnclosedCircle", "%2", start=3)}</w:lvlOverride>'
    assert labels("1:0 1:1 1:1", CHINESE, {"1": ("0", override)}) == "一、 ③ ④"


@pytest.mark.parametrize(("restart", "expected"), [(0, "1. 1) 2. 2)"), (1, "1. 1) 2. 1)")])
def test_a_level_may_never_begin_anew(restart: int, expected: str) -> None:
    abstract = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", f'<w:lvlRestart w:val="{restart}"/>')
    assert labels("1:0 1:1 1:0 1:1", abstract) == expected


def test_a_level_may_begin_anew_only_after_a_certain_one() -> None:
    abstract = (
        level(0, "decimal", "%1.")
        + level(1, "decimal", "%2.")
        + level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>')
    )
    assert labels("1:0 1:1 1:2 1:1 1:2 1:0 1:2", abstract) == "1. 1. 1) 2. 2) 2. 1)"


def test_legal_numbers_are_arabic() -> None:
    abstract = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert labels("1:0 1:1 1:0 1:1", abstract) == "第一章 1.1 第二章 2.1"


def test_bullets_are_no_numbers() -> None:
    assert labels("1:0 1:1 1:1", level(0, "bullet", "\uf06c") + level(1, "decimal", "%2.")) == "- 1. 2."


def test_a_custom_format_falls_back() -> None:
    custom = level(0, "decimal", "%1.").replace(
        '<w:numFmt w:val="decimal"/>',
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="甲, 乙, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="upperRoman"/></mc:Fallback></mc:AlternateContent>',
    )
    assert labels("1:0 1:0", custom) == "I. II."


def test_circles_of_styles_and_lists_end() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style>'
        f'<w:style w:type="numbering" w:styleId="n"><w:pPr>{number(1)}</w:pPr></w:style>'
    )
    numbers = numbering({"0": '<w:numStyleLink w:val="n"/>'}, {"1": ("0", "")})
    document = read(docx(p(r("文字"), 0, '<w:pStyle w:val="x"/>' + number(1)), styles=styles, numbers=numbers), "x")
    assert [q.text for q in document.paragraphs] == ["文字"]


def test_the_paragraph_overrules_its_style() -> None:
    styles = STYLES + f'<w:style w:type="paragraph" w:styleId="x"><w:pPr>{number(1)}</w:pPr></w:style>'
    styled = '<w:pStyle w:val="x"/>'
    deeper = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = (
        p(r("甲"), 0, styled)
        + p(r("乙"), 0, styled + number(0))
        + p(r("丙"), 0, styled + deeper)
        + p(r("丁"), 0, styled)
    )
    document = read(docx(body, styles=styles, numbers=numbering({"0": CHINESE}, {"1": ("0", "")})), "x")
    assert [q.text for q in document.paragraphs] == ["一、甲", "乙", "（一）丙", "二、丁"]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("%1、", "学习", "一、学习"),
        ("（%1）", "2021年", "（一）2021年"),
        ("第%1部分", "问题", "第一部分 问题"),
        ("%1是", "学习", "一是学习"),
        ("%1.", "2021年", "一. 2021年"),
    ],
)
def test_the_label_runs_into_the_text_as_people_type_it(pattern: str, text: str, expected: str) -> None:
    numbers = numbering({"0": level(0, "chineseCounting", pattern)}, {"1": ("0", "")})
    assert read(docx(p(r(text), 0, number(1)), numbers=numbers), "x").paragraphs[0].text == expected


def test_what_is_no_paragraph_any_more_isnt_counted() -> None:
    from tests.readers.builder import DATE, deleted

    gone = p(deleted("删"), 0, number(1), mark=f'<w:del w:id="1" {DATE}/>')
    unseen = p(r("隐", "<w:vanish/>"), 0, number(1), mark="<w:vanish/>")
    empty = p("", 0, number(1))
    body = p(r("甲"), 0, number(1)) + gone + unseen + p(r("乙"), 0, number(1)) + empty + p(r("丙"), 0, number(1))
    found = read(docx(body, numbers=numbering({"0": CHINESE}, {"1": ("0", "")})), "x").paragraphs
    assert [q.text for q in found] == ["一、甲", "二、乙", "四、丙"], (
        "an empty paragraph shows its number, a deleted one doesn't"
    )


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("chineseCounting", "一 九 十 十一 二十 二十一 九十九 一〇〇 一〇一"),
        ("chineseCountingThousand", "一 九 十 十一 二十 二十一 九十九 一百 一百零一"),
        ("japaneseCounting", "一 九 十 十一 二十 二十一 九十九 百 百一"),
        ("ideographDigital", "一 九 一〇 一一 二〇 二一 九九 一〇〇 一〇一"),
        ("chineseLegalSimplified", "壹 玖 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹"),
        ("ideographLegalTraditional", "壹 玖 壹拾 壹拾壹 貳拾 貳拾壹 玖拾玖 壹佰 壹佰零壹"),
        ("ideographTraditional", "甲 壬 癸 11 20 21 99 100 101"),
        ("ideographZodiac", "子 申 酉 戌 20 21 99 100 101"),
        ("ideographZodiacTraditional", "甲子 壬申 癸酉 甲戌 癸未 甲申 99 100 101"),
        ("decimalEnclosedCircle", "① ⑨ ⑩ ⑪ ⑳ ㉑ 99 100 101"),
        ("decimalEnclosedParen", "⑴ ⑼ ⑽ ⑾ ⒇ 21 99 100 101"),
        ("decimalEnclosedFullstop", "⒈ ⒐ ⒑ ⒒ ⒛ 21 99 100 101"),
        ("decimalFullWidth", "１ ９ １０ １１ ２０ ２１ ９９ １００ １０１"),
        ("decimalZero", "01 09 10 11 20 21 99 100 101"),
        ("upperRoman", "I IX X XI XX XXI XCIX C CI"),
        ("lowerLetter", "a i j k t u uuuu vvvv wwww"),
        ("ordinal", "1st 9th 10th 11th 20th 21st 99th 100th 101st"),
        ("numberInDash", "-1- -9- -10- -11- -20- -21- -99- -100- -101-"),
        ("unheardOf", "1 9 10 11 20 21 99 100 101"),
    ],
)
def test_number_formats(form: str, expected: str) -> None:
    found = [numeral(n, form).replace(" ", "") for n in (1, 9, 10, 11, 20, 21, 99, 100, 101)]
    assert " ".join(found) == expected


@pytest.mark.parametrize(
    "form", ["chineseCountingThousand", "japaneseCounting", "lowerRoman", "upperLetter", "ideographZodiac"]
)
def test_no_number_is_too_strange(form: str) -> None:
    for strange in (-1, 0, 3999, 4000, 9999, 10_000, 10**9):
        assert numeral(strange, form)


def test_longer_chinese_numbers() -> None:
    found = [numeral(n, "chineseCountingThousand") for n in (110, 111, 1000, 1001, 1010, 1100, 2021)]
    assert found == ["一百一十", "一百一十一", "一千", "一千零一", "一千零一十", "一千一百", "二千零二十一"]
    assert numeral(21, "decimalEnclosedCircle") + numeral(35, "decimalEnclosedCircle") == "㉑㉟"
    assert numeral(36, "decimalEnclosedCircle") + numeral(50, "decimalEnclosedCircle") == "㊱㊿"


def _random_lists(seed: int) -> bytes:
    """A text with three instances of two definitions, in an order that people would hardly think of."""
    rng = random.Random(seed)
    forms = ("chineseCounting", "chineseCountingThousand", "ideographTraditional", "decimal", "decimalEnclosedCircle")
    abstract = {
        str(a): "".join(
            level(
                i,
                rng.choice(forms),
                rng.choice([f"%{i + 1}、", f"（%{i + 1}）", "".join(f"%{k + 1}." for k in range(i + 1))]),
            )
            for i in range(4)
        )
        for a in range(2)
    }
    instances = {str(n): (str(rng.randint(0, 1)), "") for n in (1, 2, 3)}
    body = "".join(
        p(r("正文"), 0, number(rng.randint(1, 3), rng.randint(0, 3)) if rng.random() < 0.85 else "") for _ in range(30)
    )
    return docx(body, numbers=numbering(abstract, instances))


@pytest.mark.office
def test_labels_are_those_of_libreoffice(tmp_path: Path) -> None:
    files = [tmp_path / f"{seed}.docx" for seed in range(12)]
    for seed, file in enumerate(files):
        file.write_bytes(_random_lists(seed))
    command = [str(office.program()), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    target = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), *map(str, files)]
    subprocess.run([*command, *target], check=True, capture_output=True, timeout=240)
    for file in files:
        theirs = file.with_suffix(".txt").read_text("utf-8-sig").splitlines()
        ours = [q.text for q in read(file.read_bytes(), file.name).paragraphs]
        assert ["".join(line.split()) for line in ours] == ["".join(line.split()) for line in theirs if line.strip()]
