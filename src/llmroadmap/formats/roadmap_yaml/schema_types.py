"""The tables of docs/roadmap-format.md as types that pydantic checks.

pydantic is imported here, in `roadmap_schema` and in the progress file's schema only; they are
loaded only when a file that people write has to be read. Scalars come as text and leave as text,
numbers or booleans.
"""

from typing import Annotated, Any, Literal, NotRequired

from pydantic import (
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    StringConstraints,
    Tag,
    WithJsonSchema,
    with_config,
)
from pydantic_core import PydanticCustomError

# On Python 3.11 pydantic reads the TypedDict of typing_extensions only, which it brings along.
from typing_extensions import TypedDict

from llmroadmap.core.model.kinds import MAX_DEPTH, Kind
from llmroadmap.core.model.question import MOST_QUESTIONS

FORMAT = 1
MAX_MINUTES = 10_000
ID = r"^[a-z0-9][a-z0-9-]{0,63}$"
FULL_ID = rf"^[a-z0-9][a-z0-9-]{{0,63}}(\.[a-z0-9][a-z0-9-]{{0,63}}){{0,{MAX_DEPTH}}}$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
# No user name before the host, which only ever serves to look like another host.
ADDRESS = (
    r"^[Hh][Tt][Tt][Pp][Ss]?://(\[[0-9A-Fa-f:.]+\](:[0-9]+)?|[^\s/?#@\\\[\]\p{Cc}\p{Cf}]+)"
    r"([/?#][^\s\\\p{Cc}\p{Cf}]*)?$"
)
# The tags of a text's two shapes: they stand in pydantic's paths, where no valid key looks like it.
PLAIN, TRANSLATED = "<plain>", "<translated>"


def _minutes(value: Any) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and value[0] != "0":
        value = int(value[:9])
    if type(value) is int and 1 <= value <= MAX_MINUTES:
        return value
    raise PydanticCustomError("minutes-invalid", "", {"limit": MAX_MINUTES})


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise PydanticCustomError("flag-invalid", "")


def _format(value: Any) -> int:
    if str(value) == str(FORMAT):
        return FORMAT
    newer = isinstance(value, int | str) and str(value).isdecimal() and len(str(value)) < 9
    raise PydanticCustomError("format-newer" if newer else "format-unknown", "", {"known": FORMAT})


def _shape(value: Any) -> str | None:
    if isinstance(value, str):
        return PLAIN
    return TRANSLATED if isinstance(value, dict) else None


# An editor reads `id: 3` and `title: 2026` as numbers; here they are text.
_WORDS = WithJsonSchema({"type": ["string", "number", "boolean"]})

Region = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE)]
Id = Annotated[
    str,
    StringConstraints(pattern=ID),
    WithJsonSchema({"type": ["string", "integer"], "pattern": ID}),
]
FullId = Annotated[
    str,
    StringConstraints(pattern=FULL_ID),
    WithJsonSchema({"type": ["string", "number"], "pattern": FULL_ID}),
]
Url = Annotated[
    str,
    StringConstraints(max_length=2048, pattern=ADDRESS),
    WithJsonSchema(
        {"type": "string", "format": "uri", "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$"}
    ),
]
Word = Annotated[str, StringConstraints(min_length=1, max_length=200), _WORDS]
_Line = Annotated[str, StringConstraints(min_length=1, max_length=500), _WORDS]
_Lines = Annotated[str, StringConstraints(min_length=1, max_length=10_000), _WORDS]
Title = Annotated[
    Annotated[_Line, Tag(PLAIN)]
    | Annotated[dict[Language, _Line], Field(min_length=1), Tag(TRANSLATED)],
    Discriminator(_shape),
]
Text = Annotated[
    Annotated[_Lines, Tag(PLAIN)]
    | Annotated[dict[Language, _Lines], Field(min_length=1), Tag(TRANSLATED)],
    Discriminator(_shape),
]
Minutes = Annotated[
    int,
    PlainValidator(_minutes),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MAX_MINUTES}),
]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
Format = Annotated[int, PlainValidator(_format), WithJsonSchema({"const": FORMAT})]
Order = Literal["sequence", "parallel"]
Repeat = Literal["daily", "weekly"]
LinkKind = Literal[Kind, "article", "book", "course", "docs", "podcast", "repository", "website"]

# What editors show beside a key; docs/roadmap-format.md says it at length.
MEANING = {
    "id": "Short and stable: a-z, 0-9 and hyphens.",
    "title": "Plain text, or one for each language: {en: …, zh: …}.",
    "kind": "What sort of material it is.",
    "region": "Two letters of a region from where the page opens: it is first for a reader there.",
    "lang": "Language of a page; at the head of the file, of the pages whose links name none.",
    "links": "Where it can be studied; the first is the main one.",
    "minutes": "Estimate in minutes; at the head of the file, the default of each kind.",
    "topics": "Words to find it by.",
    "needs": "Full ids of what must be done or skipped before this is offered.",
    "order": "sequence (when left out): one after the other. parallel: side by side.",
    "optional": "Counts in no percentage and holds up nothing.",
    "repeat": "Makes a step a habit, which is checked in and never finished.",
    "was": "Full ids that an item had before; of a link, its former address.",
    "origin": "Where an imported item came from.",
    "recall": "One to three questions to be asked about a finished step when it may have been forgotten.",
    "question": "What one should be able to say a month later; plain text, or one for each language.",
    "answer": "One to three sentences; plain text, or one for each language.",
    "prefix": "true: the full ids of a stage's items begin with the stage's own id.",
    "items": "What a group consists of; an item without them is a step.",
    "retired": "Items that the roadmap no longer has, with the titles they had.",
}

_no_other_keys = with_config(ConfigDict(extra="forbid"))


@_no_other_keys
class Link(TypedDict):
    """An address where an item can be studied; the first of an item is the main one."""

    url: Url
    title: NotRequired[Title]
    lang: NotRequired[Language]
    region: NotRequired[Region]
    kind: NotRequired[LinkKind]
    was: NotRequired[Annotated[str, StringConstraints(min_length=1, max_length=2048)]]


@_no_other_keys
class Recall(TypedDict):
    """A question about a step, to be asked when it may have been forgotten, and its answer."""

    question: Text
    answer: Text


@_no_other_keys
class Item(TypedDict):
    """A group, if it has items, or a step."""

    id: Id
    title: Title
    about: NotRequired[Text]
    kind: NotRequired[Kind]
    links: NotRequired[list[Link]]
    minutes: NotRequired[Minutes]
    topics: NotRequired[list[Word]]
    needs: NotRequired[list[FullId]]
    order: NotRequired[Order]
    optional: NotRequired[Flag]
    repeat: NotRequired[Repeat]
    was: NotRequired[list[FullId]]
    origin: NotRequired[Word]
    recall: NotRequired[Annotated[list[Recall], Field(min_length=1, max_length=MOST_QUESTIONS)]]
    items: NotRequired[list["Item"]]


@_no_other_keys
class Stage(TypedDict):
    """A part of the roadmap; stages are studied in their order."""

    id: Id
    title: Title
    about: NotRequired[Text]
    links: NotRequired[list[Link]]
    prefix: NotRequired[Flag]
    goals: NotRequired[list[Text]]
    tips: NotRequired[list[Text]]
    order: NotRequired[Order]
    items: NotRequired[list[Item]]


@_no_other_keys
class Retired(TypedDict):
    """An item that the roadmap no longer has, so that earlier work keeps its name."""

    id: FullId
    title: Title


@_no_other_keys
class Roadmap(TypedDict):
    """A study plan for llmroadmap."""

    format: Format
    id: Id
    title: Title
    about: NotRequired[Text]
    tips: NotRequired[list[Text]]
    lang: NotRequired[Language]
    minutes: NotRequired[dict[Kind, Minutes]]
    retired: NotRequired[list[Retired]]
    stages: Annotated[list[Stage], Field(min_length=1)]
