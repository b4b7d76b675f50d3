"""One HTML page that shows a study group or an employer how far somebody is, and what came of it.

Self-contained: no script, no request, a policy that forbids both. Nothing private is in it; with
`--notes` only notes that are marked #public.
"""

import re
from collections.abc import Iterator
from datetime import date
from html import escape

from llmroadmap.core.days import iso
from llmroadmap.core.model.addresses import is_web_address
from llmroadmap.core.progress.notes import Note
from llmroadmap.core.progress.overview import Tally, tally
from llmroadmap.exports import Material
from llmroadmap.exports.charts import burn_chart, month, year_chart
from llmroadmap.exports.entries import Entry, entries, in_lines, on_a_line
from llmroadmap.exports.figures import Figures, figures

PUBLIC = re.compile(r"(?<!\S)[#＃](?:public|公开)(?!\w)", re.IGNORECASE)
_WEEKS = 12
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_STYLE = """
:root{--ink:#1c2330;--soft:#566070;--paper:#fff;--card:#f5f7fa;--line:#d9dee6;--main:#0b6bcb;--l0:#e9edf2;--l1:#b5d5f5;--l2:#6fb0ec;--l3:#2f86d8;--l4:#0b57a4;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf2;--soft:#a7b1c0;--paper:#12161d;--card:#1b212b;--line:#333c4a;--main:#6cb2ff;--l0:#232b37;--l1:#17406b;--l2:#1f66ac;--l3:#3b92e6;--l4:#8cc4ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main,header,footer{max-width:52rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:2.5rem 0 .75rem}
h3{font-size:1rem;margin:1.5rem 0 .25rem}
p{margin:.25rem 0}
a{color:var(--main);overflow-wrap:anywhere}
.soft,small{color:var(--soft)}
.big{font-size:2.6rem;font-weight:700;line-height:1.1;margin:1.25rem 0 .5rem}
.big small{font-size:1rem;font-weight:400}
progress{width:100%;height:.7rem;appearance:none;border:0;border-radius:.35rem;background:var(--l0);overflow:hidden;display:block}
progress::-webkit-progress-bar{background:var(--l0)}
progress::-webkit-progress-value{background:var(--main)}
progress::-moz-progress-bar{background:var(--main)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;margin:1.25rem 0 0;padding:0;list-style:none}
.tiles li{background:var(--card);border-radius:.6rem;padding:.75rem 1rem;color:var(--soft);font-size:.9rem}
.tiles+p{margin:.75rem 0 0}
.tiles b{display:block;font-size:1.35rem;color:var(--ink)}
.rows{list-style:none;margin:0;padding:0}
.rows li{display:grid;grid-template-columns:minmax(0,1fr) 9rem 5.5rem;gap:.25rem 1rem;align-items:center;padding:.35rem 0;border-top:1px solid var(--line)}
.rows span:last-child{text-align:right;font-variant-numeric:tabular-nums;color:var(--soft)}
.work{list-style:none;margin:0;padding:0}
.work li{padding:.6rem 0;border-top:1px solid var(--line)}
.scroll{overflow-x:auto;direction:rtl;padding-bottom:.4rem}
.scroll svg{direction:ltr;display:block;min-width:44rem;width:100%;height:auto}
svg text{fill:var(--soft);font-size:10px}
.burn{width:100%;height:auto;max-width:40rem}
.burn text{font-size:12px}
.burn line{stroke:var(--line)}
.burn polyline{fill:none;stroke-width:2}
.burn .done{stroke:var(--main)}
.burn .scope{stroke:var(--soft);stroke-dasharray:4 3}
.burn .area{fill:var(--main);opacity:.15}
.l0{fill:var(--l0)}.l1{fill:var(--l1)}.l2{fill:var(--l2)}.l3{fill:var(--l3)}.l4{fill:var(--l4)}
table{border-collapse:collapse;width:100%;max-width:32rem}
th,td{text-align:left;font-weight:400;padding:.25rem .75rem .25rem 0;border-top:1px solid var(--line)}
td{font-variant-numeric:tabular-nums}
th{white-space:nowrap}
thead th{color:var(--soft);border:0}
blockquote{margin:.5rem 0;padding:.25rem 1rem;border-left:3px solid var(--line)}
footer{padding-top:2rem;padding-bottom:3rem;color:var(--soft);font-size:.9rem}
@media (max-width:34rem){.rows li{grid-template-columns:minmax(0,1fr) 5.5rem}.rows progress{grid-row:2;grid-column:1/-1}}
@media print{:root{color-scheme:light}body{font-size:10pt}.scroll{overflow:visible}.scroll svg{min-width:0}section,li,tr{break-inside:avoid}a{color:inherit}header{padding-top:0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
""".strip().replace("\n", "")
_LANGUAGES = {"zh": "zh-CN"}


def write(material: Material) -> str:
    """Return the page."""
    shown = figures(material)
    found = list(entries(material))
    title = escape(_title(material))
    body = [
        *_header(title, shown, material),
        "<main>",
        *_days(shown, material),
        *_stages(found, material),
        *_work(found, material),
        *_notes(material),
        *_next(shown, material),
        "</main>",
        f"<footer><p>{escape(material.t('export.page_made', day=iso(material.today)))}</p></footer>",
    ]
    lang = _LANGUAGES.get(material.lang, material.lang)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{lang}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{title}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            *body,
            "</body>",
            "</html>",
            "",
        ]
    )


def is_public(note: Note) -> bool:
    """Tell whether the learner marked a note as one that others may read."""
    return PUBLIC.search(note.text) is not None


def _title(material: Material) -> str:
    title = material.roadmap.title(material.lang)
    if material.part is not None:
        title = f"{material.roadmap.item(material.part).title(material.lang)} · {title}"
    return on_a_line(title)


def _header(title: str, shown: Figures, material: Material) -> Iterator[str]:
    t, whole = material.t, shown.whole
    yield "<header>"
    yield f"<h1>{title}</h1>"
    percent = t("common.percent", n=whole.percent)
    count = t("export.page_of", done=whole.done, n=whole.total)
    yield f'<p class="big">{percent} <small>{escape(count)}</small></p>'
    yield _bar(whole, t("export.page_done"))
    tiles = [
        (t("common.hours", n=round(shown.minutes / 60)), t("export.page_studied")),
        (str(shown.study_weeks), t("export.page_weeks", n=shown.study_weeks)),
        (str(shown.study_days), t("export.page_days", n=shown.study_days)),
        (t("common.hours", n=round(whole.minutes_left / 60)), t("export.page_left")),
    ]
    yield '<ul class="tiles">'
    yield from (f"<li><b>{escape(n)}</b> {escape(word)}</li>" for n, word in tiles)
    yield "</ul>"
    if shown.since:
        since = month(date.fromisoformat(shown.since), material)
        yield f'<p class="soft">{escape(t("export.page_since", month=since))}</p>'
    yield "</header>"


def _bar(each: Tally, label: str) -> str:
    total = max(each.total, 1)
    return f'<progress value="{each.done}" max="{total}" aria-label="{escape(label)}"></progress>'


def _section(heading: str, inner: "list[str]") -> Iterator[str]:
    if inner:
        yield "<section>"
        yield f"<h2>{escape(heading)}</h2>"
        yield from inner
        yield "</section>"


def _days(shown: Figures, material: Material) -> Iterator[str]:
    if not shown.days:
        return
    t = material.t
    label = escape(t("export.page_year"))
    year = f'<div class="scroll" tabindex="0" role="group" aria-label="{label}">'
    yield from _section(t("export.page_year"), [f"{year}{year_chart(shown, material)}</div>"])
    burn = burn_chart(shown, material)
    legend = f'<p class="soft">{escape(t("export.page_burn_about"))}</p>'
    yield from _section(t("export.page_burn"), [burn, legend] if burn else [])
    yield from _section(t("export.page_by_week"), _weeks(shown, material))


def _weeks(shown: Figures, material: Material) -> list[str]:
    t = material.t
    rows = [
        f'<tr><th scope="row">{week.first_day}</th><td>{escape(t.minutes(week.minutes))}</td>'
        f"<td>{escape(t('common.steps', n=week.steps))}</td></tr>"
        for week in reversed([each for each in shown.weeks if each.minutes or each.steps][-_WEEKS:])
    ]
    heads = (t("export.page_week_of"), t("export.page_studied"), t("export.page_finished"))
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    return ["<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>", *rows, "</tbody>", "</table>"]


def _stages(found: list[Entry], material: Material) -> Iterator[str]:
    """Yield the stages with their courses; of a part, what is right below it."""
    inner: list[str] = []
    is_open = False
    for entry in found:
        if entry.is_step or entry.is_habit or entry.depth > 1:
            continue
        count = tally(material.progress, entry.node)
        if not count.total:
            continue
        if entry.depth == 0:
            inner += ["</ul>"] if is_open else []
            is_open = True
            inner += [f"<h3>{escape(entry.title)}</h3>", '<ul class="rows">']
            inner.append(_row(material.t("export.page_all"), count))
        elif is_open:
            inner.append(_row(entry.title, count))
    inner += ["</ul>"] if is_open else []
    yield from _section(material.t("export.page_parts"), inner)


def _row(title: str, count: Tally) -> str:
    words = escape(title)
    return (
        f"<li><span>{words}</span>{_bar(count, title)}<span>{count.done}/{count.total}</span></li>"
    )


def _work(found: list[Entry], material: Material) -> Iterator[str]:
    """Yield what came of the steps: those with results, the newest first."""
    with_results = [entry for entry in found if any(map(is_web_address, entry.proofs))]
    touched = material.progress.touched
    with_results.sort(key=lambda entry: (-touched[entry.node], entry.node))
    items = []
    for entry in with_results:
        where = " › ".join(entry.path)
        links = "".join(
            f'<p><a href="{escape(url)}" rel="noreferrer">{escape(url)}</a></p>'
            for url in entry.proofs
            if is_web_address(url)
        )
        day = f" · {entry.finished}" if entry.finished else ""
        small = f"<small>{escape(where)}{day}</small>"
        items.append(f"<li><b>{escape(entry.title)}</b> {small}{links}</li>")
    inner = ['<ul class="work">', *items, "</ul>"] if items else []
    yield from _section(material.t("export.page_work"), inner)


def _notes(material: Material) -> Iterator[str]:
    if not material.choices.notes:
        return
    inner = []
    for note in material.notes:
        if note.node is None or note.node not in material.nodes or not is_public(note):
            continue
        title = on_a_line(material.roadmap.item(note.node).title(material.lang))
        lines = in_lines(PUBLIC.sub("", note.text))
        words = "<br>".join(escape(line.strip()) for line in lines)
        inner.append(f"<h3>{escape(title)} <small>{iso(note.day)}</small></h3>")
        inner.append(f"<blockquote><p>{words}</p></blockquote>")
    yield from _section(material.t("export.page_notes"), inner)


def _next(shown: Figures, material: Material) -> Iterator[str]:
    items = []
    for offer in shown.offers:
        item = material.roadmap.item(offer.node)
        _, links = material.roadmap.linked(offer.node, material.lang)
        urls = [link["url"] for link in links if is_web_address(link["url"])]
        title = escape(on_a_line(item.title(material.lang)))
        if urls:
            title = f'<a href="{escape(urls[0])}" rel="noreferrer">{title}</a>'
        items.append(f"<li>{title} <small>{escape(material.t.minutes(item.minutes))}</small></li>")
    inner = ['<ul class="work">', *items, "</ul>"] if items else []
    yield from _section(material.t("export.page_next"), inner)
