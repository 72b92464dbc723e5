"""The one error that people who set Duwang up can mend themselves."""


class ConfigError(Exception):
    """Something a person wrote cannot be used.

    The message is Chinese, names the file, the place in it and the way out, and is shown as it is.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        self.place, self.problem, self.remedy = place, problem, remedy
        super().__init__(f"{place}：{problem}{remedy}")
