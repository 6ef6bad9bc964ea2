"""``duizhao.toml``: where it is found, what it says, and what is said of its mistakes."""

from pathlib import Path

import pytest

from checker.config import Config, Suppression, find_config, load_config
from checker.data import DataError


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "duizhao.toml"
    path.write_bytes(text.encode(encoding))
    return path


def test_every_key_is_optional(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, "")) == Config()


def test_all_keys(tmp_path: Path) -> None:
    text = """
    select = ["D", "S110"]
    disable = ["W507"]
    fail-on = "warning"
    pack = "minzhu-2025"
    packs = ["规则/本市.toml"]
    exclude = ["草稿"]
    mandatory = ["W510"]
    [severity]
    P405 = "info"
    [[ignore]]
    path = "往年/*"
    code = "W503"
    reason = "引用原文"
    """
    assert load_config(write(tmp_path, text)) == Config(
        select=("D", "S110"),
        disable=("W507",),
        fail_on="warning",
        pack="minzhu-2025",
        packs=("规则/本市.toml",),
        exclude=("草稿",),
        severity={"P405": "info"},
        mandatory=("W510",),
        ignore=(Suppression("往年/*", "W503", "引用原文"),),
    )


def test_a_byte_order_mark_of_notepad_does_no_harm(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, 'pack = "generic"', "utf-8-sig")).pack == "generic"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nexclud = ["草稿"]', ["第 2 行", "不认识的键 exclud", "您是不是想写 exclude？"]),
        ('fail_on = "error"', ["不认识的键 fail_on", "fail-on"]),
        ('fail-on = "fatal"', ["第 1 行", "fail-on", "fatal"]),
        ('[severity]\nW503 = "grave"', ["severity", "grave"]),
        ('pack = ["minzhu-2025"]', ["第 1 行", "应为"]),
        ("pack = ", ["TOML 语法错误"]),
        ('[[ignore]]\npath = "a"\ncode = "W503"\nreason = "  "', ["reason 不能为空", "W503"]),
        ('[[ignore]]\npath = "a"\ncode = "W503"', ["缺少必需的键 reason"]),
        ('[[ignore]]\npath = "a"\ncode = "W503"\nreason = "x"\nwhy = "y"', ["第 5 行", "不认识的键 why"]),
    ],
)
def test_a_mistake_is_named_with_file_and_key(tmp_path: Path, text: str, said: list[str]) -> None:
    path = write(tmp_path, text)
    with pytest.raises(DataError) as caught:
        load_config(path)
    assert all(words in str(caught.value) for words in [str(path), *said]), str(caught.value)


def test_what_an_old_notepad_saved_is_read(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, 'pack = "规则"', "gbk")).pack == "规则"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"pack = '\x80\xff'"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "duizhao.toml"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"duizhao\.toml：读不了配置文件：编码认不出来"):
        load_config(path)


def test_the_nearest_file_upward_counts(tmp_path: Path) -> None:
    deep = tmp_path / "县" / "局"
    deep.mkdir(parents=True)
    assert find_config(deep) is None
    top = write(tmp_path, "")
    assert find_config(deep) == top
    near = write(deep.parent, "")
    assert find_config(deep) == near


def test_a_folder_of_that_name_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "duizhao.toml").mkdir()
    assert find_config(tmp_path) is None
