"""The recipes of docs/ci.md: what they call runs, what they upload is written."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from checker.cli import group

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
COMMANDS = sorted(
    set(
        re.findall(
            r"duizhao (?:check|baseline) [^\n'|#]*",
            "\n".join(re.findall(r"```(?:yaml|sh|groovy)\n(.*?)```", PAGE, re.DOTALL)),
        )
    )
)
SOUND = (ROOT / "fixtures" / "frame.md").read_text("utf-8")


def blocks() -> list[Any]:
    return [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]


@pytest.fixture
def material(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "材料" / "局长.md"
    path.parent.mkdir()
    path.write_text(SOUND, "utf-8")
    return path


def run(command: str) -> int:
    return CliRunner().invoke(group, shlex.split(command)[1:]).exit_code


def test_there_are_commands_to_try() -> None:
    assert len(COMMANDS) >= 5


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run_and_stop_what_is_bad(material: Path, command: str) -> None:
    assert run("duizhao baseline 材料") == 0
    assert run(command) == 0
    material.write_text(SOUND.replace("。", "。xx月开会。", 1), "utf-8")
    assert run(command) == (1 if command.startswith("duizhao check") else 0)


@pytest.mark.usefixtures("material")
def test_what_is_uploaded_is_written() -> None:
    _, actions, gitlab = blocks()
    job = gitlab["对照检查"]
    steps = actions["jobs"]["duizhao"]["steps"]
    for command in [*job["script"], *(step.get("run", "") for step in steps)]:
        if command.startswith("duizhao"):
            assert run(command) == 0
    uploaded = [
        *job["artifacts"]["reports"].values(),
        *(s["with"]["sarif_file"] for s in steps if "upload-sarif" in s.get("uses", "")),
    ]
    assert sorted(uploaded) == ["codequality.json", "duizhao.sarif", "junit.xml"]
    assert all(Path(name).read_text("utf-8") for name in uploaded)


def test_the_hook_is_the_one_of_the_page() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository,) = blocks()[0]["repos"]
    assert [h["id"] for h in repository["hooks"]] == [hook["id"]]
    suffixes = re.compile(hook["files"])
    assert suffixes.search("材料/局长.DOCX")
    assert not suffixes.search("README.md")
