"""Findings accepted once: a file of fingerprints, so that a check fails on new findings only.

The file holds no text, only, for each submission, how often each finding stood there:
``{"version": 1, "files": {"材料/某局.docx": {"W501 0f3a…": 3}}}``; paths go from the folder of the file.
"""

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from checker.data import DataError
from checker.fingerprint import fingerprint
from checker.report import Report, ReportedFinding
from checker.rulebook import rules
from checker.system_errors import reason

REASON = "基线"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    files: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Baseline:
    """``files`` gives for a path below ``folder`` how often a finding (code and fingerprint) was accepted there."""

    folder: Path
    files: dict[str, dict[str, int]]

    def apply(
        self, path: str, findings: Sequence[ReportedFinding], kept: Collection[str] = ()
    ) -> tuple[ReportedFinding, ...]:
        """``findings`` of the submission at ``path``, the accepted ones suppressed, but none of the ``kept`` codes."""
        accepted = self.files.get(_key(path, self.folder), {})
        return tuple(
            replace(f, suppressed=REASON) if f.code not in kept and _is_accepted(f, accepted) else f for f in findings
        )


def _is_accepted(finding: ReportedFinding, accepted: dict[str, int]) -> bool:
    """Where one place is left of several, the finding is still known by its words alone."""
    if finding.suppressed is not None or not _can_be(finding.code):
        return False
    times = accepted.get(_name(finding.code, finding.fingerprint), 0)
    if finding.count == 1 and not times:
        times = accepted.get(_name(finding.code, fingerprint(finding.code, finding.excerpt)), 0)
    return finding.count <= times


def accept(report: Report, folder: Path) -> Baseline:
    """A baseline of all that counts in ``report``, to be kept in a file in ``folder``."""
    files = {
        _key(file.path, folder): {
            _name(f.code, f.fingerprint): f.count
            for f in sorted(file.findings, key=lambda f: (f.code, f.fingerprint))
            if f.suppressed is None and _can_be(f.code)
        }
        for file in report.files
    }
    return Baseline(folder, {path: found for path, found in sorted(files.items()) if found})


def read(path: Path) -> Baseline:
    """The baseline in the file ``path``. Raises DataError where it is missing or isn't one."""
    if not path.exists():
        raise DataError(f"{path}：没有这个基线文件；先运行 duizhao baseline 材料文件夹 --output {path} 生成")
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
    except OSError as error:
        raise DataError(f"{path}：读不了基线文件：{reason(error)}") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise DataError(f"{path}：不是 duizhao 的基线文件；请用 duizhao baseline 重新生成") from None
    if file.version != 1:
        raise DataError(f"{path}：基线文件是第 {file.version} 版的，这个版本的 duizhao 只认第 1 版；请重新生成")
    return Baseline(path.parent, file.files)


def render(baseline: Baseline) -> str:
    """The content of the file for ``baseline``."""
    return msgspec.json.format(msgspec.json.encode(_File(1, baseline.files)), indent=1).decode() + "\n"


def _key(path: str, folder: Path) -> str:
    try:
        relative = os.path.relpath(path, folder)
    except ValueError:  # another drive
        relative = path
    return Path(relative).as_posix().encode("utf-8", "replace").decode()


def _name(code: str, mark: str) -> str:
    return f"{code} {mark}"


def _can_be(code: str) -> bool:
    """Whether findings of a rule can be accepted: not those that say that there was nothing to check."""
    rule = rules().get(code)
    return rule is None or not (rule.mandatory and rule.basis == "input")
