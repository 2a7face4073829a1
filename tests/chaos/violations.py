"""What a broken guarantee is called."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Violation:
    """`rule` is a stable name; `who` and `where` say in whose log; `what` is for people."""

    rule: str
    who: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.who}, {self.where}: {self.what}"
