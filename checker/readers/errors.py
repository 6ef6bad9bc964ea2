"""Why a file can't be read as a submission."""


class Unreadable(Exception):  # noqa: N818 (what it says of a file, not of the program)
    """``reason`` says what is wrong with the file, ``advice`` what its owner can do; both Chinese, neither quotes the text."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason, advice)  # both, since that is what pickling makes a new one from
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        return self.reason
