"""docs/speed.md: the figures that users may want, taken from the table that `make bench` writes.

    python benchmarks/speed_page.py

Every ratio stands in the template by its name in benchmarks/README.md, so that none is copied by
hand. One that is not there, such as that of a peer that could not be installed, is a dash.
"""

import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "speed.md"
TEMPLATE = """# Speed

{machine} The program is measured as it is installed, in turn with what stands beside it. `make bench` measures anew and writes this page; all figures and bars are in [../benchmarks/README.md](../benchmarks/README.md).

| on the built-in roadmap, with a year of history | beside | ratio |
| --- | --- | ---: |
| `next`, `done`, `status`, `today`, piped | `python -c "import typer"` | [built-in, piped `next` / `import typer`], [built-in, piped `done` / `import typer`], [built-in, piped `status` / `import typer`], [built-in, piped `today` / `import typer`] |
| `recall`, and `mcp` until it has answered | the same | [built-in, piped `recall` / `import typer`], [built-in, `mcp`, greeted / `import typer`] |
| Tab after a change, and pressed again | `python -c pass` | [built-in, Tab after a change / `python -c pass`], [built-in, Tab, pressed again / `python -c pass`] |
| `status --line`, for prompts | `python -c pass` | [`status --line` / `python -c pass`] |
| `next`, `status`, in a terminal | five lines of Typer and Rich that print a table | [built-in, `next tty` / Typer + Rich table], [built-in, `status tty` / Typer + Rich table] |
| `list --all`, in a terminal | the same | [built-in, `list tty` / Typer + Rich table] |
| the very first run of an installation | a later one | [first run ever from a wheel / warm] |
| `next` with 20 own changes to the plan | without | [built-in `next`, 20 own changes / none] |

| with 10,000 and with 100,000 steps and events | beside | ratios |
| --- | --- | ---: |
| `next` | Taskwarrior's `next` | [10,000 `next` / Taskwarrior next], [100,000 `next` / Taskwarrior next] |
| `done` | its `done` | [10,000 `done` / Taskwarrior done], [100,000 `done` / Taskwarrior done] |
| Tab | its `_ids` | [10,000 `complete` / Taskwarrior _ids], [100,000 `complete` / Taskwarrior _ids] |
| `status` | its `summary` | –, [100,000 `status` / Taskwarrior summary] |

At 100,000 the most memory that any of them takes is [100,000: peak memory in MB] MB. Reading and compiling the YAML of 100,000 steps, once for each version of the file, takes [100,000: compile, in seconds] s and [100,000: compile, peak memory in MB] MB. `sync` joins two machines of 100,000 events each in [`sync`, 100,000 events on each side, in seconds] s.
"""


def ratios(report: str) -> dict[str, str]:
    """Return the figures of a report's table of bars, by name."""
    return dict(
        re.findall(r"^\| (.+?) \| ([\d.]+) \| [\d.]+ \| (?:yes|no) \|$", report, re.MULTILINE)
    )


def page(report: str) -> str:
    """Return the page with the figures of a report, a dash for each that it lacks."""
    known = ratios(report)
    machine = (
        report.split("\n\n")[1]
        .split(". ", maxsplit=1)[0]
        .replace("Written by `make bench` ", "Measured ")
    )
    text = TEMPLATE.replace("{machine}", f"{machine}.")
    return re.sub(
        r"\[([^\]]* / [^\]]*|[^\]]*: [^\]]*|`sync`[^\]]*)\]", lambda m: known.get(m[1], "–"), text
    )


def write() -> None:
    """Write the page from the report that lies beside this file."""
    report = (HERE / "README.md").read_text(encoding="utf-8")
    PAGE.write_text(page(report), encoding="utf-8")


if __name__ == "__main__":
    write()
