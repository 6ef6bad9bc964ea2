"""The wheel carries what the program needs: built, installed elsewhere, run from another folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_the_wheel_runs_by_itself(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), str(ROOT)], check=True, timeout=300
    )
    (wheel,) = tmp_path.glob("duizhao-*.whl")
    place = tmp_path / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(place), str(wheel)], check=True, timeout=300)
    environment = os.environ | {"PYTHONPATH": str(place), "LC_ALL": "C"}
    (tmp_path / "elsewhere").mkdir()

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, *arguments], cwd=tmp_path / "elsewhere", env=environment, capture_output=True, timeout=300
        )

    where = run("-c", "import checker; print(checker.__file__)").stdout.decode()
    assert where.startswith(str(place))
    demo = ROOT / "fixtures" / "demo"
    checked = run("-m", "checker", "check", str(demo), "--format", "html=report.html", "--format", "text")
    assert checked.returncode == 1, checked.stderr.decode()
    assert "共 9 份：达标 3 份，需修改 3 份，不达标 3 份" in checked.stdout.decode()
    assert "fixtures/demo" in (tmp_path / "elsewhere" / "report.html").read_text("utf-8")
    assert "错误：没有命令" in run("-m", "checker", "chek").stderr.decode()
    assert run("-m", "checker", "explain", "W503").returncode == 0
    notice = ROOT / "tests" / "packs" / "notices" / "07-minor-party.txt"
    assert 'title = "廉洁建设"' in run("-m", "checker", "packs", "new", str(notice), "--output", "-").stdout.decode()
