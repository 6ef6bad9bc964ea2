"""Why the system refused something, in Chinese: what it says itself is in the language of the machine."""

import errno

_REASONS = {
    "ENOENT": "文件不存在",
    "EACCES": "没有权限，或正被别的程序占用",
    "EPERM": "没有权限",
    "EISDIR": "这是文件夹",
    "ENOTDIR": "上级不是文件夹",
    "EEXIST": "已经存在",
    "ENOTEMPTY": "文件夹不是空的",
    "ELOOP": "链接绕成了圈",
    "ENAMETOOLONG": "文件名太长",
    "EINVAL": "系统不接受这个文件名或操作",
    "ENOSPC": "磁盘满了",
    "EDQUOT": "磁盘配额用完了",
    "EFBIG": "文件太大",
    "EROFS": "磁盘是只读的",
    "EIO": "磁盘读写出错",
    "EBUSY": "正被别的程序占用",
    "ETXTBSY": "正被别的程序占用",
    "EAGAIN": "系统一时忙不过来",
    "EMFILE": "同时打开的文件太多",
    "ENFILE": "同时打开的文件太多",
    "ENOMEM": "内存不够",
    "ENODEV": "设备不存在",
    "ENXIO": "设备不存在",
    "ESTALE": "网络文件夹已经断开",
    "ENOTCONN": "网络文件夹已经断开",
    "EHOSTDOWN": "网络文件夹连不上",
    "EHOSTUNREACH": "网络文件夹连不上",
    "ETIMEDOUT": "等得太久，没有回应",
    "EPIPE": "对方已经关闭",
    "ECONNRESET": "对方已经关闭",
}
_BY_NUMBER = {getattr(errno, name): reason for name, reason in _REASONS.items() if hasattr(errno, name)}


def reason(error: OSError) -> str:
    """Why the system refused; a number where it has no word here."""
    return _BY_NUMBER.get(error.errno or 0) or (f"系统报错 {error.errno}" if error.errno else "系统报错")
