"""Tables with a header: columns for titles, addresses, hours, weeks and ticks, in several languages."""

import pytest

from imported_plans import drawn
from llmroadmap.formats import PlanSource, format_of
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan


def read(text: str, path: str = "计划.csv", *, force: bool = False) -> ImportedPlan:
    source = PlanSource(path=path, text=text, force=force)
    found = format_of(source)
    assert found.name == "csv"
    return found.read(source)


def rows(plan: ImportedPlan) -> list[str]:
    """The title, then the tree as it is drawn below it."""
    title, *below = drawn(plan).split("\n")
    return [title, *(row.removeprefix("  ") for row in below)]


def test_a_chinese_weekly_table() -> None:
    plan = read(
        "周次,主题,链接,用时(小时),完成\n"
        "1,线性代数,https://e.org/1,2,是\n"
        "2,概率论,https://e.org/2,1.5,否\n"
    )
    assert rows(plan) == [
        "计划",
        "计划",
        "  第 1 周：线性代数 [120m 1 done]",
        "  第 2 周：概率论 [90m 1]",
    ]


def test_what_a_spreadsheet_saves_in_germany() -> None:
    plan = read("Woche;Thema;Dauer;Erledigt\n1;Vektoren;2 Stunden;ja\n2;Matrizen;90 min;nein")
    assert "Vektoren [120m done]" in drawn(plan)
    assert "Matrizen [90m]" in drawn(plan)


def test_what_notion_exports() -> None:
    plan = read(
        'Name,Done,Duration,Tags\nRead chapter one (Read%20chapter%201.md),Yes,2h,"a, b"\n'
        "Play a song,No,45min,\n"
    )
    assert "Read chapter one [120m done]" in drawn(plan)
    assert "Play a song [45m]" in drawn(plan)


def test_quoted_cells_and_signs_of_markdown_are_texts() -> None:
    plan = read(
        'title,url\n"Chords, ""major"" | minor",https://e.org/1\n*Scales* [a],https://e.org/2\n'
    )
    assert ['Chords, "major" | minor [1]', "*Scales* [a] [1]"] == [
        row.strip() for row in rows(plan)[2:]
    ]


def test_excel_says_its_delimiter() -> None:
    assert "Uno [1]" in drawn(
        read("sep=;\ntítulo;enlace\nUno;https://e.org/1\nDos;https://e.org/2\n")
    )


def test_it_is_known_without_a_name() -> None:
    text = "week,topic,hours\n1,Tuning,2\n2,Chords,3\n"
    assert "week 1: Tuning [120m]" in drawn(read(text, "-"))


@pytest.mark.parametrize("text", ["", "a,b\n", "\n\n\n", "a"])
def test_a_table_without_rows_is_no_plan(text: str) -> None:
    with pytest.raises(PlanUnreadable):
        read(text)


def test_what_is_bought_and_sold_is_no_plan() -> None:
    with pytest.raises(PlanUnreadable):
        read("date,payee,amount\n2026-01-02,Shop,12.30\n2026-01-03,Rent,800.00\n")


@pytest.mark.parametrize(
    "text",
    [
        "Date,Region,Product,Units,Revenue\n2024-01-01,North,Apples,10,100.5\n2024-01-02,S,Pears,4,44\n",
        "姓名,部门,电话\n张三,研发,123\n李四,市场,456\n",
        "Nombre;Correo;Teléfono\nAna;a@e.org;1\nLuis;l@e.org;2\n",
        "Name,Email,Phone\nAna,a@e.org,1\nBob,b@e.org,2\n",
    ],
)
def test_tables_of_goods_and_people_are_no_plans(text: str) -> None:
    with pytest.raises(PlanUnreadable) as caught:
        read(text)
    assert (caught.value.reason, caught.value.detail) == ("no-plan", "table")
