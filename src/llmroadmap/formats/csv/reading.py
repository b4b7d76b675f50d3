"""A CSV table as a table of Markdown, whose reader knows titles, states, hours and weeks by column."""

import csv
import io
import re

from llmroadmap.formats import PlanSource
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.markdown.names import (
    is_title_head,
    is_unit_head,
    names_a_count,
    plain_name,
)
from llmroadmap.formats.markdown.reading import read_markdown
from llmroadmap.formats.outline_text import escaped
from llmroadmap.formats.ticks import is_status_head

_DELIMITERS = (",", ";", "\t", "|")
_ADDRESS = re.compile(r"https?://[^\s<>|,;，；、]+", re.IGNORECASE)
_NOTION_LINK = re.compile(r"(?P<title>[^()]+?)\s*\((?P<file>[^()]*\.md)\)")
_YES = frozenset(
    [
        "yes",
        "true",
        "y",
        "1",
        "x",
        "是",
        "已",
        "对",
        "sí",
        "si",
        "oui",
        "ja",
        "да",
        "はい",
        "예",
        "네",
        "sim",
    ]
)
_NO = frozenset(
    [
        "no",
        "false",
        "n",
        "0",
        "否",
        "未",
        "不",
        "non",
        "nein",
        "нет",
        "いいえ",
        "아니요",
        "아니오",
        "não",
    ]
)
_MOST_COLUMNS = 60
# What tables of goods, money and people have, and plans have not.
_BUSINESS = re.compile(
    r"(?:unit )?price|amount|balance|revenue|sales|profit|cost|qty|quantity|units(?: sold)?|sku|invoice.*|order id|customer.*|"
    r"e-?mail.*|phone.*|mobile|address|zip(?: code)?|country|salary|department|price|价格|单价|金额|余额|数量|销量|销售额|收入|"
    r"支出|电话|手机|邮箱|地址|部门|工资|客户|precio|importe|saldo|cantidad|ventas|teléfono|correo|betrag|preis|menge|umsatz|telefon|"
    r"prix|montant|quantité|téléphone|preço|valor|quantidade|金額|価格|数量|電話|가격|금액|수량|전화|цена|сумма|количество|телефон",
    re.IGNORECASE,
)


def read_csv(source: PlanSource) -> ImportedPlan:
    """Return the plan in a table with a header; raises PlanUnreadable."""
    return read_markdown(
        table_text(source),
        base=source.base or None,
        default_title=source.name or "Study plan",
        include=source.include,
        force=source.force,
    )


def table_text(source: PlanSource) -> str:
    """Return a table with a header as one of Markdown; raises PlanUnreadable."""
    rows = _rows(source.text)
    if len(rows) < 2:
        raise PlanUnreadable("no-steps")
    head, *body = rows
    width = min(max(map(len, rows)), _MOST_COLUMNS)
    truth = {
        column
        for column in range(width)
        if column < len(head)
        and is_status_head(head[column])
        and _is_truth([row[column].strip() for row in body if column < len(row)])
    }
    if not (source.force or _is_plan(head, body)):
        raise PlanUnreadable("no-plan", detail="table")
    lines = [_line([escaped(cell) for cell in head], width), _line(["---"] * width, width)]
    lines += [
        _line([_cell(text, is_truth=n in truth) for n, text in enumerate(row)], width)
        for row in body
    ]
    return "\n".join(lines)


def _rows(text: str) -> list[list[str]]:
    """Return the rows that hold something; the delimiter is that which the header has most."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # what Excel writes for itself
        text = text.split("\n", 1)[1] if "\n" in text else ""
        delimiter = first[4]
    else:
        delimiter = max(_DELIMITERS, key=first.count)
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False))
    except csv.Error as error:
        raise PlanUnreadable("no-steps") from error
    return [row for row in found if any(cell.strip() for cell in row)]


def _is_plan(head: list[str], body: list[list[str]]) -> bool:
    """Tell whether the columns are those of a plan: titles of parts, states, weeks, addresses."""
    names = [plain_name(name) for name in head]
    kept = [name for name in names if not _BUSINESS.fullmatch(name)]
    counts = any(names_a_count(name) or is_status_head(name) for name in kept)
    if len(kept) < len(names) and not counts:
        return False
    return any(
        is_title_head(name) or is_unit_head(name) or names_a_count(name) or is_status_head(name)
        for name in names
    ) or any(_ADDRESS.search(cell) for row in body for cell in row)


def _is_truth(cells: list[str]) -> bool:
    """Tell whether a column says yes or no and nothing else."""
    filled = {cell.casefold() for cell in cells if cell}
    return bool(filled) and filled <= _YES | _NO


def _cell(text: str, *, is_truth: bool) -> str:
    if is_truth:
        return "☑" if text.strip().casefold() in _YES else "☐"
    notion = _NOTION_LINK.fullmatch(text.strip())
    if notion:
        text = notion["title"]
    links = _ADDRESS.findall(text)
    words = escaped(_ADDRESS.sub(" ", text))
    return " ".join([words, *(f"<{url}>" for url in links)]).strip()


def _line(cells: list[str], width: int) -> str:
    cells = [*cells, *[""] * (width - len(cells))][:width]
    return f"| {' | '.join(cells)} |"
