"""Named tuples that cost little to define, for what is imported at every start.

To who uses them, and to mypy, they are those of `typing`. That one compiles a function for each
class, and each quoted annotation, and takes five times as long: forty classes were a quarter of a
call. The price is that making one takes longer, which tells in records of which thousands are made.
"""

from typing import TYPE_CHECKING, Self

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from operator import itemgetter

    class _RecordType(type):
        """Makes the annotated names of a class the fields of its tuples."""

        def __new__(
            cls, name: str, bases: tuple[type, ...], namespace: dict[str, object]
        ) -> "_RecordType":
            fields = tuple(namespace.get("__annotations__", ()))
            if fields and bases != (tuple,):
                defaults = {field: namespace[field] for field in fields if field in namespace}
                namespace |= {field: property(itemgetter(n)) for n, field in enumerate(fields)}
                namespace |= {"_fields": fields, "_field_defaults": defaults}
                namespace["__match_args__"] = fields
            return super().__new__(cls, name, bases, {"__slots__": (), **namespace})

    class NamedTuple(tuple, metaclass=_RecordType):  # noqa: SLOT001 - its metaclass does
        """A tuple whose values have names: those annotated in a class derived from this one."""

        # Without annotations, so that these two are no fields.
        _fields = ()
        _field_defaults = {}  # noqa: RUF012 - as the one of typing has it

        def __new__(cls, *values: object, **named: object) -> Self:
            fields = cls._fields
            if len(named) == len(fields) and not values:
                try:
                    return tuple.__new__(cls, map(named.__getitem__, fields))
                except KeyError:
                    pass  # It is said below what is missing.
            if named or len(values) != len(fields):
                values = cls._complete(values, named)
            return tuple.__new__(cls, values)

        @classmethod
        def _complete(
            cls, values: tuple[object, ...], named: dict[str, object]
        ) -> tuple[object, ...]:
            """Return a value for each field; raises TypeError where a function would."""
            fields = cls._fields
            given = dict(zip(fields, values, strict=False))
            both = {**cls._field_defaults, **given, **named}
            doubled = sorted(given.keys() & named.keys())
            unknown = sorted(named.keys() - set(fields))
            missing = [field for field in fields if field not in both]
            if doubled or unknown or missing or len(values) > len(fields):
                raise TypeError(
                    f"{cls.__name__}({', '.join(fields)}) was given {len(values)} values; "
                    f"missing: {missing}, unknown: {unknown}, twice: {doubled}"
                )
            return tuple(map(both.__getitem__, fields))

        @classmethod
        def _make(cls, values: tuple[object, ...]) -> Self:
            return cls(*values)

        def _replace(self, **named: object) -> Self:
            return type(self)(**(self._asdict() | named))

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            fields = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)
