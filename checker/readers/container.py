"""Zip files that nobody vouches for: opened and inflated within limits."""

import struct
import zipfile
import zlib
from io import BytesIO

from checker.readers import limits
from checker.readers.errors import Unreadable

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    OverflowError,
)
_ENTRY = b"PK\x01\x02"
_END = b"PK\x05\x06"
_ENTRIES_AT_MOST = 4 * limits.MEMBERS
"""Signatures of directory entries; a zip stored in a zip has its own."""


def damaged() -> Unreadable:
    """The error for a file that doesn't hold together."""
    return Unreadable("文件已损坏", "请用 Word 或 WPS 打开（必要时用“打开并修复”），另存为 .docx 后再检查。")


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The zip file ``data``. Raises Unreadable."""
    if data.count(_ENTRY) > _ENTRIES_AT_MOST:
        raise limits.too_large(f"文件里的部件超过 {limits.MEMBERS} 个")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN:
        archive = _with_something_behind(data)
    if len(archive.filelist) > limits.MEMBERS:
        raise limits.too_large(f"文件里的部件超过 {limits.MEMBERS} 个")
    return archive


def _with_something_behind(data: bytes) -> zipfile.ZipFile:
    """The zip file that ``data`` begins with: servers have been known to send a page after it."""
    end = data.rfind(_END)
    try:
        if end >= 0 and len(data) >= end + 22:
            return zipfile.ZipFile(BytesIO(data[: end + 20] + b"\0\0"))
    except _BROKEN:
        pass
    raise damaged()


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    """The inflated content of ``member``, at most ``limit`` bytes whatever its header says. Raises Unreadable."""
    if member.flag_bits & 1:
        raise Unreadable("文件加了密，需要密码", "请先用密码解压，再检查解压出来的文件。")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unreadable("压缩方式不受支持", "请用普通 zip 方式重新压缩，或用 Word 另存为 .docx。")
    content = b""
    if member.file_size <= limit:
        try:
            with archive.open(member) as stream:
                content = stream.read(limit + 1)  # reading past the end is what checks the CRC
        except _BROKEN:
            raise damaged() from None
    if max(len(content), member.file_size) > limit:
        raise limits.too_large("解压后过大")
    return content
