"""The one error that people who set Duwang up can mend themselves."""

import errno

_CAUSES = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径当中有一处不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在的磁盘只能读、不能写",
    errno.ENOSPC: "磁盘已满",
}


def told(error: OSError) -> str:
    """Why a file could not be opened, in Chinese; the system's own words where nobody foresaw them."""
    return _CAUSES.get(error.errno or 0) or str(error.strerror)


class ConfigError(Exception):
    """Something a person wrote cannot be used.

    The message is Chinese, names the file, the place in it and the way out, and is shown as it is.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        self.place, self.problem, self.remedy = place, problem, remedy
        super().__init__(f"{place}：{problem}{remedy}")
