"""pre-commit installs the hook from this repository; it lets a good commit pass and stops a bad one."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from checker.annotate.fresh import new_file
from checker.readers import read

ROOT = Path(__file__).parents[2]
PRE_COMMIT = (sys.executable, "-m", "pre_commit")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit isn't installed"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout"),
]


class Repository:
    """A git repository of its own, with nobody's configuration."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        who = {f"GIT_{role}_{key}": "甲" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        self.environment = inherited | who | {"PRE_COMMIT_HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull}
        folder.mkdir(parents=True, exist_ok=True)
        self.run("git", "init", "--quiet")

    def run(self, *command: str, status: int = 0) -> str:
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False, timeout=900
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def write(self, name: str, content: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.run("git", "add", name)

    def head(self) -> str:
        return self.run("git", "rev-parse", "HEAD").strip()


def the_tool(tmp_path: Path) -> Repository:
    """This repository as it stands in the working tree, committed."""
    folder = tmp_path / "tool"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
    tool = Repository(folder, tmp_path / "home")
    tool.run("git", "add", "--all", "--force")
    tool.run("git", "commit", "--quiet", "--message", "工具")
    return tool


def word(text: str) -> bytes:
    return new_file(read(text.encode(), "a.md"))


def test_good_commits_pass_and_bad_ones_are_stopped(tmp_path: Path) -> None:
    tool = the_tool(tmp_path)
    sound = (ROOT / "fixtures" / "frame.md").read_text("utf-8")
    office = Repository(tmp_path / "office", tmp_path / "home")
    hook = f"repos:\n- repo: {tool.folder}\n  rev: {tool.head()}\n  hooks:\n  - id: duizhao\n"
    office.write(".pre-commit-config.yaml", hook.encode())
    office.write("说明.txt", b"not a submission")
    office.write("材料/局长.docx", word(sound))
    office.run(*PRE_COMMIT, "install")

    office.run("git", "commit", "--message", "局长的材料")
    good = office.head()
    office.write("材料/副局长.docx", word(sound.replace("。", "。xx月开会。", 1)))
    said = office.run("git", "commit", "--message", "副局长的材料", status=1)
    assert office.head() == good
    assert "W501" in said
    assert "材料/局长.docx" not in said

    office.write("材料/副局长.docx", word(sound))
    office.run("git", "commit", "--message", "改好了")
    assert "Passed" in office.run(*PRE_COMMIT, "try-repo", str(tool.folder), "duizhao", "--all-files")
