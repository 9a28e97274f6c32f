"""Texts, pictures or recordings of a growing book: which cases have each, and which are near each other.

A form (a text as compared, a hash, a fingerprint) is looked up once, however many cases have it, and tied to those of at most
`TIES` other cases, the nearest: of thousands that are alike each stays in reach of more cases than anything may have in common
before it is set aside (`many` of weights.yaml), and neither time nor memory grows with their square.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import islice
from typing import Any, Final, Generic, TypeVar

from longarm.matching.near_pairs import COPIES, nearest_of_each

TIES: Final = COPIES
_ASKED: Final = 10 * TIES
_NOBODYS: Final = -(1 << 62)
_Form = TypeVar("_Form", bound=Hashable)


class Alike(Generic[_Form]):
    """Forms have numbers, in the order they came; a form that no case has any more is forgotten, its number stays empty."""

    def __init__(self) -> None:
        import numpy as np

        self._numbers: dict[_Form, int] = {}
        self._forms: list[_Form | None] = []
        self._cases: list[dict[str, None]] = []
        self._near: list[dict[int, None]] = []
        self._places: dict[str, int] = {}  # cases as numbers
        self._of: Any = np.empty(64, np.int64)  # the case of each form, as a number; of one of several cases none that a case has

    def add(self, form: _Form, case: str) -> tuple[int, bool]:
        """The number of the form, and whether it is new."""
        new = form not in self._numbers
        number = self._numbers.setdefault(form, len(self._cases))
        if new:
            self._forms.append(form)
            self._cases.append({})
            self._near.append({})
            self._grow(number)
        place = self._places.setdefault(case, len(self._places))
        self._cases[number][case] = None
        self._of[number] = place if len(self._cases[number]) == 1 else -1 - number
        return number, new

    def remove(self, form: _Form, case: str) -> int | None:
        """The case no longer has the form. Its number when no other has it either."""
        number = self._numbers.get(form)
        if number is None:
            return None
        self._cases[number].pop(case, None)
        if self._cases[number]:
            return None
        for other in self._near[number]:
            self._near[other].pop(number, None)
        self._near[number] = {}
        self._of[number], self._forms[number] = _NOBODYS, None
        del self._numbers[form]
        return number

    def tie(self, number: int, numbers: Any, far: Any) -> None:
        """The form is near these, so far from each: to the nearest of the other cases it is tied."""
        import numpy as np

        numbers, far = np.asarray(numbers, np.int64), np.asarray(far)
        alive = self._of[numbers] != _NOBODYS
        numbers, far = numbers[alive], far[alive]
        own = numbers[self._of[numbers] == self._of[number]]  # another case may have one of them too, later
        for other in (*own[:TIES].tolist(), *nearest_of_each(numbers, far, self._of, number)):
            self._tie(number, other)

    def tie_first(self, number: int, numbers: Iterable[int], near: Callable[[_Form], bool]) -> None:
        """The same where being near has to be asked of each: of the likeliest first, until there are enough."""
        tied = [0, 0]
        for other in islice(numbers, _ASKED):
            own = int(self._of[other] == self._of[number])
            form = self._forms[other]
            if tied[own] < TIES and form is not None and near(form):
                self._tie(number, other)
                tied[own] += 1

    def _tie(self, one: int, other: int) -> None:
        if one != other:
            self._near[one][other] = self._near[other][one] = None

    def around(self, form: _Form) -> Iterator[str]:
        """The cases of the form and of those near it."""
        number = self._numbers[form]
        for one in (number, *self._near[number]):
            yield from self._cases[one]

    def _grow(self, number: int) -> None:
        import numpy as np

        if number >= len(self._of):
            self._of = np.concatenate((self._of, np.empty(len(self._of), np.int64)))
