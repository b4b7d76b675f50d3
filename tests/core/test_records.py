"""Our named tuples do what those of `typing` do."""

import copy
import pickle
from typing import NamedTuple as OfTyping
from typing import get_type_hints

import pytest

from llmroadmap.core.records import NamedTuple


class Ours(NamedTuple):
    """A record."""

    name: str
    days: "list[int]"
    note: str = ""
    minutes: int | None = None

    @property
    def has_note(self) -> bool:
        return self.note != ""


class Theirs(OfTyping):
    """A record."""

    name: str
    days: "list[int]"
    note: str = ""
    minutes: int | None = None


CALLS = {
    "in order": (("a", [1]), {}),
    "all in order": (("a", [1], "n", 5), {}),
    "by name": ((), {"days": [1], "name": "a"}),
    "both": (("a",), {"minutes": 3, "days": []}),
    "one missing": (("a",), {}),
    "one too many": (("a", [1], "n", 5, 6), {}),
    "one unknown": (("a", [1]), {"other": 1}),
    "one twice": (("a", [1]), {"name": "b"}),
    "nothing": ((), {}),
}


@pytest.mark.parametrize(("values", "named"), CALLS.values(), ids=CALLS)
def test_it_is_made_as_theirs_is_or_refused_as_theirs_is(values, named) -> None:
    try:
        expected = Theirs(*values, **named)
    except TypeError:
        with pytest.raises(TypeError, match="Ours"):
            Ours(*values, **named)
    else:
        found = Ours(*values, **named)
        assert found == expected
        assert found._asdict() == expected._asdict()
        assert repr(found) == repr(expected).replace("Theirs", "Ours")
        assert (found.name, found.days, found.note, found.minutes) == tuple(expected)


def test_it_says_of_itself_what_theirs_says() -> None:
    assert Ours._fields == Theirs._fields == Ours.__match_args__
    assert Ours._field_defaults == Theirs._field_defaults
    assert get_type_hints(Ours) == get_type_hints(Theirs)
    assert Ours.__doc__ == Theirs.__doc__


def test_it_is_a_tuple_that_nothing_can_be_written_into() -> None:
    made = Ours("a", [1], note="n")
    assert made.has_note
    assert isinstance(made, tuple)
    assert not hasattr(made, "__dict__")
    with pytest.raises(AttributeError):
        made.name = "b"
    with pytest.raises(AttributeError):
        made.other = "b"


def test_it_is_replaced_copied_and_taken_apart() -> None:
    made = Ours("a", [1], minutes=5)
    assert made._replace(name="b") == Ours("b", [1], minutes=5)
    with pytest.raises(TypeError):
        made._replace(other=1)
    assert Ours._make(("a", [1], "", 5)) == made
    assert type(copy.deepcopy(made)) is Ours
    assert pickle.loads(pickle.dumps(made)) == made
    match made:
        case Ours(name, [day], _, minutes):
            assert (name, day, minutes) == ("a", 1, 5)
        case _:
            pytest.fail("no match")
