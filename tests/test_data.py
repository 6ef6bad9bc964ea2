"""Data files are read strictly, and a mistake in one is named with file, key and line."""

from pathlib import Path

import msgspec
import pytest

from checker.data import DataError, load_toml, parse_toml, rules_folder


class Inner(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    id: str
    long_name: int = 0


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    title: str
    year: int | None = None
    inner: tuple[Inner, ...] = ()


def test_a_right_file_is_read() -> None:
    found = parse_toml('title = "甲"\nyear = 2022\n[[inner]]\nid = "d1"\nlong-name = 3\n', "甲.toml", Shape)
    assert found == Shape("甲", 2022, (Inner("d1", 3),))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title = "甲"\nyaer = 2022\n', ["甲.toml 第 2 行", "不认识的键 yaer"]),
        ("year = 2022\n", ["甲.toml", "缺少必需的键 title"]),
        ('title = "甲"\n\nyear = "2022"\n', ["甲.toml 第 3 行", "应为整数", "现在写的是文字", "year"]),
        ('title = "甲"\n[[inner]]\nid = "d1"\nlongname = 3\n', ["甲.toml 第 4 行", "不认识的键 longname", "inner"]),
        ('title = "甲"\n[[inner]]\nid = 1\n', ["甲.toml 第 3 行", "应为文字", "id"]),
        ("title = 甲\n", ["甲.toml", "TOML 语法错误"]),
        ('title = "甲\n', ["甲.toml", "TOML 语法错误"]),
    ],
)
def test_a_mistake_is_named(text: str, said: list[str]) -> None:
    with pytest.raises(DataError) as caught:
        parse_toml(text, "甲.toml", Shape)
    assert all(words in str(caught.value) for words in said), str(caught.value)


def test_the_rules_are_found() -> None:
    folder = rules_folder()
    assert {f.name for f in folder.iterdir()} >= {"campaigns", "records", "lexicon", "wordlists"}


def test_a_mistake_in_a_file_names_its_path(tmp_path: Path) -> None:
    file = tmp_path / "错.toml"
    file.write_text("year = 1", "utf-8")
    with pytest.raises(DataError, match=r"错\.toml"):
        load_toml(file, Shape)
