"""What a closed list of the record is."""

from enum import StrEnum


class Word(StrEnum):
    """A closed list whose members read as words."""

    @property
    def label(self) -> str:
        """The member as a person reads it: `expert-dialogue` -> `expert dialogue`."""
        return self.value.replace("-", " ")

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs of stored value and label, as Django's fields take them."""
        return [(member.value, member.label) for member in cls]
