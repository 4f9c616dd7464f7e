"""One letter per category, the same for everybody at every table, so that fingers learn it."""

from collections.abc import Iterable
from string import ascii_lowercase

LISTENS, NOTHING, TOO_MUCH, ABOUT = "l", "n", "x", "o"
LESS, MORE = "-", "+"
ACTS = LISTENS + NOTHING + TOO_MUCH + ABOUT
"""What a letter does when it is not a category."""
NUMBERS = "123456789" + ascii_lowercase
"""The keys of a list one chooses from, in order."""


def letters(words: Iterable[str]) -> dict[str, str]:
    """The letter of every word: its first one that is free, or else any that is.

    >>> letters(["identificerend", "inkomen", "woonsituatie"])
    {'identificerend': 'i', 'inkomen': 'k', 'woonsituatie': 'w'}
    """
    found: dict[str, str] = {}
    free = [letter for letter in ascii_lowercase if letter not in ACTS]
    for word in words:
        own = next((letter for letter in word.casefold() if letter in free), None)
        letter = own or next(iter(free), "")
        if letter:
            free.remove(letter)
        found[word] = letter
    return found
