"""What frozen values have in common."""

from typing import ClassVar


class Value:
    """Equal to another of its class that holds the same, and shown by its fields.

    As `dataclass` would write it for each class anew, which is compiled at every start: a twentieth
    of the time of an answer. Its subclasses are dataclasses with slots that leave it to this one.
    """

    __slots__: ClassVar[tuple[str, ...]] = ()

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` is of the same class and holds the same."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        """Return what is the same for all that are equal; raises TypeError as its values do."""
        return hash(tuple(getattr(self, name) for name in self.__slots__))

    def __repr__(self) -> str:
        """Return the class with its fields by name, as it would be called."""
        fields = (f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{self.__class__.__qualname__}({', '.join(fields)})"
