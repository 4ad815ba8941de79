"""`record`: the dataclass of what steps hand to each other inside the house, read-only to the type checker.

`frozen=True` sets every field through `object.__setattr__`, which makes such a record five times as dear to make as one
that only the type checker keeps from being changed; an article makes a hundred of them a sentence. The records of
`timeline.model`, which leave the house, are frozen for everybody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform, overload

Made = TypeVar("Made")


@overload
def record(cls: type[Made]) -> type[Made]: ...
@overload
def record(*, eq: bool = ..., kw_only: bool = ...) -> Callable[[type[Made]], type[Made]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    cls: type[Made] | None = None, *, eq: bool = True, kw_only: bool = False
) -> type[Made] | Callable[[type[Made]], type[Made]]:
    """A slotted dataclass, equal and hashed by its fields; with `eq=False` by identity."""
    make: Callable[[type[Made]], type[Made]] = dataclass(slots=True, eq=eq, unsafe_hash=eq, kw_only=kw_only)
    return make if cls is None else make(cls)
