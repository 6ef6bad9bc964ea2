import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports.people import Person, identify, office, shared_folders


@pytest.mark.parametrize(
    ("path", "person"),
    [
        ("县水利局-张三-局长.docx", ("县水利局", "张三", "局长")),
        ("张三（县水利局局长）.docx", ("县水利局", "张三", "局长")),
        ("01.张三-县水利局.docx", ("县水利局", "张三", "")),
        ("县水利局局长张三.docx", ("县水利局", "张三", "局长")),
        ("张三局长.docx", ("", "张三", "局长")),
        ("李四 2024年度民主生活会对照检查材料.docx", ("", "李四", "")),
        ("欧阳明-修改稿.docx", ("", "欧阳明", "")),
        ("阿依古丽·买买提-干事.docx", ("", "阿依古丽·买买提", "干事")),
        ("石桥村党支部书记石大勇.docx", ("石桥村", "石大勇", "党支部书记")),
        ("县委组织部副部长-李明.docx", ("县委组织部", "李明", "副部长")),
        ("材料/县水利局/张三/对照检查材料.docx", ("县水利局", "张三", "")),
        ("材料/县水利局.zip/李四.docx", ("县水利局", "李四", "")),
        ("材料\\县水利局\\李四.docx", ("县水利局", "李四", "")),
    ],
)
def test_path_tells(path: str, person: tuple[str, str, str]) -> None:
    assert identify(path, None, None, shared=1 if path.startswith("材料") else 0) == Person(*person)


@pytest.mark.parametrize(
    "name",
    [
        "方案.docx",
        "高新.docx",
        "材料(定稿).docx",
        "张三、李四.docx",
        "张三-李四.docx",
        "102-min.txt",
        "安全.docx",
        "-.md",
    ],
)
def test_no_name_rather_than_a_wrong_one(name: str) -> None:
    assert identify(name, None, None).name == ""


@pytest.mark.parametrize(
    ("byline", "person"),
    [
        ("云陂县人民医院党委副书记、院长", ("云陂县人民医院", "", "党委副书记、院长")),
        ("某区第三中学党支部 语文教师", ("某区第三中学党支部", "", "语文教师")),
        ("县教育体育局党组成员、副局长 张 三", ("县教育体育局", "张三", "党组成员、副局长")),
        ("柳沟乡党委书记", ("柳沟乡", "", "党委书记")),
        ("水务集团有限公司党委", ("水务集团有限公司", "", "")),
        ("市委组织部副部长", ("市委组织部", "", "副部长")),
        ("县委常委、组织部部长 周文", ("县委", "周文", "常委、组织部部长")),
        ("县纪委监委派驻纪检监察组组长", ("县纪委监委派驻纪检监察组", "", "组长")),
        ("机关第二党支部 组织委员 李红", ("机关第二党支部", "李红", "组织委员")),
        ("副县长", ("", "", "副县长")),
        ("2024年12月30日", ("", "", "")),
        ("县水利局 办公室主任", ("县水利局", "", "办公室主任")),
    ],
)
def test_byline_tells(byline: str, person: tuple[str, str, str]) -> None:
    assert office(byline) == Person(*person)


@pytest.mark.parametrize(
    ("title", "unit", "post"),
    [
        ("云岭县青河镇镇长党史学习教育专题民主生活会个人对照检查材料", "云岭县青河镇", "镇长"),
        ("白沙镇党委领导班子2025年度民主生活会对照检查材料", "白沙镇", ""),
        ("2022年度民主生活会个人对照检查材料", "", ""),
        ("在“不忘初心、牢记使命”专题民主生活会上的个人检视剖析材料", "", ""),
        ("党员领导干部民主生活会发言提纲", "", ""),
    ],
)
def test_title_tells(title: str, unit: str, post: str) -> None:
    assert identify("a.docx", title, None) == Person(unit, "", post)


def test_folder_is_the_unit_and_byline_the_post() -> None:
    person = identify("材料/水利局/张三-局长.docx", "县水务局局长2024年度材料", "县水务局党组书记、局长", shared=1)
    assert person == Person("水利局", "张三", "党组书记、局长")


@pytest.mark.parametrize("folder", ["第一批", "2024年度", "已审核", "个人材料"])
def test_folders_that_are_no_units(folder: str) -> None:
    assert identify(f"材料/{folder}/张三.docx", None, None, shared=1).unit == ""


def test_folders_that_all_share_sort_nothing() -> None:
    assert shared_folders(["材料/县水利局/甲.docx", "材料/县教育局/乙.docx"]) == 1
    assert shared_folders(["材料/甲.docx", "材料/县教育局/乙.docx"]) == 1
    assert shared_folders(["甲.docx"]) == 0
    assert shared_folders([]) == 0


def test_a_unit_s_own_folder_names_it_when_checked_alone() -> None:
    assert identify("材料/县水利局/张三.docx", None, None, shared=2).unit == "县水利局"


@given(st.text(alphabet="县局委党组副书记长张三、，· 办公室主任(2024年)", max_size=80))
def test_any_words_give_parts_of_themselves(text: str) -> None:
    person = office(text)
    bare = "".join(text.split())
    assert person.unit in bare
    assert person.name in bare
    assert len(person.name) != 1


def test_long_words_are_no_byline() -> None:
    assert office("县水利局" + "、党组书记" * 50_000).name == ""
