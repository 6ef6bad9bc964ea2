"""Legacy formats (.doc, .wps, .rtf, .odt) → .docx by LibreOffice, where it is installed: one process for many files.

It runs with a profile of its own that forbids macros, links and the network, in a private folder that is removed, and
is killed with all its children when it makes no progress. A file that hangs or crashes it costs only itself.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from checker.readers import limits
from checker.readers.errors import Unreadable
from checker.readers.private import private_folder
from checker.readers.rtf import with_typed_numbers
from checker.readers.sniff import sniff
from checker.system_errors import reason

_ADVICE = "请用 Word 或 WPS 打开，另存为 .docx 后再检查。"
_MISSING = (
    "这是旧格式（.doc、.wps、.rtf、.odt 之类），要靠 LibreOffice 转换，而这台电脑上没有安装",
    "请用 Word 或 WPS 另存为 .docx；或安装 LibreOffice（Windows、macOS：libreoffice.org；"
    "Debian、Ubuntu、麒麟、统信：apt install libreoffice-writer）后再检查。",
)
_PLACES = (
    "/usr/bin",
    "/usr/local/bin",
    "/opt/libreoffice/program",
    "/Applications/LibreOffice.app/Contents/MacOS",
    r"C:\Program Files\LibreOffice\program",
    r"C:\Program Files (x86)\LibreOffice\program",
)
_FILES_A_RUN = 100
_FRUITLESS_RUNS = 3
_SETTINGS: dict[str, dict[str, object]] = {
    "Office.Common/Security/Scripting": {
        "MacroSecurityLevel": 3,
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "Office.Writer/Content/Update": {"Link": 2},
    "Inet/Settings": {
        "ooInetProxyType": 1,
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": 9,
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": 9,
        "ooInetNoProxy": "",
    },
}


def program() -> str | None:
    """The path of LibreOffice, None where it isn't installed."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name) or shutil.which(name, path=os.pathsep.join(_PLACES))
        if found:
            return found
    return None


def convert(files: Mapping[str, bytes]) -> dict[str, bytes | Unreadable]:
    """Each of ``files`` (name → content) as .docx, or why it can't be; in the same order. Raises nothing of its own."""
    soffice = program()
    if soffice is None:
        return {name: Unreadable(*_MISSING) for name in files}
    try:
        return _converted(soffice, files)
    except OSError as error:
        return {name: Unreadable(f"转换不了：{reason(error)}（临时文件夹或 LibreOffice）", _ADVICE) for name in files}


def _converted(soffice: str, files: Mapping[str, bytes]) -> dict[str, bytes | Unreadable]:
    found: dict[str, bytes | Unreadable] = {}
    with private_folder() as folder:
        waiting = _lay_out(folder, files)
        fruitless = 0
        while waiting and fruitless < _FRUITLESS_RUNS:
            batch = dict(list(waiting.items())[:_FILES_A_RUN])
            finished = _run(soffice, folder, list(batch))
            done = {file: content for file in batch if (content := _result(folder, file)) is not None}
            failed = [file for file in batch if file not in done]
            if not finished:  # it hangs on, or died of, the first one that isn't done
                failed = failed[:1]
            fruitless = 0 if done or finished else fruitless + 1
            why = "LibreOffice 打不开这个文件，可能已损坏" if finished else "LibreOffice 转换这个文件时出错或超时"
            found |= {waiting.pop(file): content for file, content in done.items()}
            found |= {waiting.pop(file): Unreadable(why, _ADVICE) for file in failed}
        found |= {name: Unreadable("LibreOffice 运行不了", _ADVICE) for name in waiting.values()}
    return {name: found[name] for name in files}


def _lay_out(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """Write ``files`` to ``folder``/in under names of our own. Returns these → theirs."""
    for part in ("in", "out"):
        Path(folder, part).mkdir()
    _write_profile(Path(folder, "profile"))
    names: dict[str, str] = {}
    for number, (name, content) in enumerate(files.items()):
        kind = sniff(content)
        file = f"{number:05d}.{kind}"
        Path(folder, "in", file).write_bytes(with_typed_numbers(content) if kind == "rtf" else content)
        names[file] = name
    return names


def _result(folder: Path, file: str) -> bytes | Unreadable | None:
    """What ``file`` was converted to; None where it wasn't, or only in part."""
    result = Path(folder, "out", file).with_suffix(".docx")
    if not zipfile.is_zipfile(result):
        return None
    return limits.too_large("转换出来的文件过大") if result.stat().st_size > limits.FILE_BYTES else result.read_bytes()


def _run(soffice: str, folder: Path, files: list[str]) -> bool:
    """Convert ``files`` in ``folder``/in to ``folder``/out. False where it had to be killed or died."""
    command = [
        soffice, "--headless", "--norestore", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(Path(folder, "out")),
        *(str(Path(folder, "in", file)) for file in files),
    ]  # fmt: skip
    with _started(command, folder) as process:
        done, deadline = 0, time.monotonic() + limits.OFFICE_START_SECONDS
        while True:
            try:
                return process.wait(0.1) == 0
            except subprocess.TimeoutExpired:
                count = sum(1 for _ in Path(folder, "out").iterdir())
                if count > done:
                    done, deadline = count, time.monotonic() + limits.OFFICE_FILE_SECONDS
                if time.monotonic() > deadline:
                    return False


@contextmanager
def _started(command: list[str], folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A running process, in a group of its own; the whole group is gone afterwards, whatever happens."""
    environment = {
        **os.environ,
        "TMPDIR": str(folder),
        "TEMP": str(folder),
        "TMP": str(folder),
        "SAL_USE_VCLPLUGIN": "svp",
    }
    if os.name == "posix":
        limit = limits.OFFICE_MEMORY // 1024
        command = ["/bin/sh", "-c", f'ulimit -v {limit} 2>/dev/null; exec "$@"', "sh", *command]
    process = None
    try:
        with _held_signals():  # one that came before its number is known would leave it running
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
                cwd=folder,
                start_new_session=True,
            )
        yield process
    finally:
        if process is not None:
            _kill_group(process)


@contextmanager
def _held_signals() -> Iterator[None]:
    """Signals that ask for the end wait until this is over."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, properties in _SETTINGS.items()
        for name, value in properties.items()
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>"
    )
    Path(profile, "user").mkdir(parents=True)
    Path(profile, "user", "registrymodifications.xcu").write_text(content, "utf-8")
