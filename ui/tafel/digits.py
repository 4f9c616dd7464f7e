"""The number of a seat, typed: one digit, or two where there are ten seats or more."""

from collections.abc import Collection


class SeatDigits:
    """Remembers the first digit of a number that can have a second."""

    def __init__(self) -> None:
        self.pending = 0

    def forget(self) -> None:
        """Another key: the next digit is a first one."""
        self.pending = 0

    def press(self, digit: int, numbers: Collection[int]) -> int | None:
        """The number that is meant; `None` while a second digit can follow `pending`.

        What is meant need not be the number of a seat: 0, or a seat where nobody is.
        """
        whole = self.pending * 10 + digit
        if self.pending and whole in numbers:
            self.pending = 0
            return whole
        can_follow = bool(digit) and any(number // 10 == digit for number in numbers)
        self.pending = digit if can_follow else 0
        return None if can_follow else digit

    def wanted(self, digit: int, numbers: Collection[int]) -> int:
        """As `press`, where going to a seat does no harm: the first digit goes there at once."""
        number = self.press(digit, numbers)
        return self.pending if number is None else number

    def hint(self, numbers: Collection[int]) -> str:
        """Which seats a second digit goes to; empty when none can follow."""
        found = self._following(numbers)
        if not found:
            return ""
        first, last = min(found), max(found)
        seats = f"stoel {first}" if first == last else f"stoel {first} tot en met {last}"
        return f"Met nog een cijfer: {seats}."

    def short_hint(self, numbers: Collection[int]) -> str:
        """The same where there is room for the numbers alone."""
        found = self._following(numbers)
        if not found:
            return ""
        first, last = min(found), max(found)
        return f"{first}" if first == last else f"{first}–{last}"

    def _following(self, numbers: Collection[int]) -> list[int]:
        return [number for number in numbers if self.pending and number // 10 == self.pending]
