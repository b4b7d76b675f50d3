"""The other shapes of roadmap.sh's files, whole folders, and what is refused."""

import json
from typing import Any

import pytest

from drawings import Drawing, bread
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.roadmap_yaml.schema import validate_tree
from llmroadmap.formats.roadmapsh.reading import read_roadmapsh, read_roadmapsh_folder

RYE = """# Rye flour

Rye has *little* gluten, see [the mill](https://mill.example/a_(b)). Its dough **sticks**.

Visit the following resources to learn more:
- [@article@Rye [and] wheat](https://rye.example/wheat_(grain))
- [@video@Milling rye](https://rye.example/film)
- [@feed@News](javascript:alert(1))"""


def items(plan: ImportedPlan) -> list[dict[str, Any]]:
    validate_tree(plan.roadmap)
    (stage,) = plan.roadmap["stages"]
    return list(stage["items"])


def outline(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {item["title"]: outline(item.get("items", [])) for item in found}


def small() -> Drawing:
    d = Drawing()
    d.box("title", "Grain", 0, -100)
    d.topic("Cereals", 0, x=0)
    d.box("subtopic", "Rye", 300, 0, name="-rye_1")
    d.box("subtopic", "", 300, 60, name="oat-2")
    return d


def test_content_table() -> None:
    table = {
        "-rye_1": {
            "title": "Rye",
            "description": "Rye is a grain.\n\nMore of it.",
            "links": [{"title": "Mill", "url": "https://m.example", "type": "official"}],
        },
        "oat-flakes@oat-2.md": {"title": "", "description": "", "links": None},
        "spelt@-rye_1.md": {"title": "again", "description": "", "links": []},
    }
    found = items(read_roadmapsh(json.dumps(table), name="Grain"))
    assert found == [
        {
            "id": "rye",
            "title": "Rye",
            "about": "Rye is a grain.",
            "links": [{"url": "https://m.example", "title": "Mill", "kind": "docs"}],
            "origin": "-rye_1",
        },
        {"id": "oat-flakes", "title": "oat flakes", "origin": "oat-2"},
    ]


def test_tree_json() -> None:
    rows = [
        ("1", "Grain > Cereals"),
        ("2", "Grain > Cereals > Rye"),
        ("3", "Grain > Input > Output"),
        ("4", "Grain > Mills > Stone"),
        ("5", "Grain > Mills > Steel > Fine"),
        ("6", "Grain > Cereals > Rye"),
        ("7", "Grain > Oats > Flakes"),
        ("8", "Grain > Oats"),
    ]
    plan = read_roadmapsh(json.dumps([{"id": i, "text": text} for i, text in rows]))
    assert plan.roadmap["title"] == "Grain"
    found = items(plan)
    assert outline(found) == {
        "Cereals": {"Rye": {}},
        "Input > Output": {},
        "Mills": {"Stone": {}, "Steel > Fine": {}},
        "Oats": {"Flakes": {}},
    }
    assert [item["origin"] for item in found[0]["items"]] == ["2", "6"]
    assert found[-1]["origin"] == "8"


def test_folder_with_a_drawing_and_content() -> None:
    files = {
        "grain/grain.json": small().text(),
        "grain/grain-beginner.json": bread().text(),
        "grain/grain.md": "---\ntitle: Grain\n---\n",
        "grain/migration-mapping.json": '{"cereals:rye": "-rye_1"}',
        "grain/content/rye--flour@-rye_1.md": RYE,
        "grain/content/oats@oat-2.md": "# Oats\n\n```\ncode\n```",
        "grain/content/lost@nowhere.md": "# Lost",
    }
    plan = read_roadmapsh_folder(files)
    found = items(plan)
    assert outline(found) == {"Cereals": {"Rye": {}, "Oats": {}}}
    rye = found[0]["items"][0]
    assert rye["about"] == "Rye has *little* gluten, see the mill. Its dough sticks."
    assert rye["links"] == [
        {"url": "https://rye.example/wheat_(grain)", "title": "Rye [and] wheat", "kind": "article"},
        {"url": "https://rye.example/film", "title": "Milling rye", "kind": "video"},
    ]
    assert ("content-without-node", "Lost") in [(part.what, part.example) for part in plan.left_out]


@pytest.mark.parametrize("extra", [{}, {"docker.json": '{"mockup": {"controls": {}}}'}])
def test_folder_of_content_only(extra: dict[str, str]) -> None:
    files = {"content/oats@b.md": "", "content/rye@a.md": RYE, "content/index.md": "# no"}
    plan = read_roadmapsh_folder({**files, **extra}, name="Grain")
    assert outline(items(plan)) == {"Oats": {}, "Rye flour": {}}
    assert plan.roadmap["title"] == "Grain"


def test_folder_of_a_tree_and_content() -> None:
    tree = json.dumps([{"id": "-rye_1", "text": "Grain > Rye"}])
    plan = read_roadmapsh_folder({"tree.json": tree, "rye@-rye_1.md": RYE})
    assert items(plan)[0]["about"].startswith("Rye has")


NODE = '{"id": "a", "type": "topic", "data": {"label": "A"}, "position": {"x": %s, "y": 0}}'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "plan-empty-file"),
        ("\ufeff \n", "plan-empty-file"),
        ("\0" * 64, "json-invalid"),
        ('{"nodes": [', "json-invalid"),
        ('{"nodes": []}\n{"nodes": []}', "json-invalid"),
        ("<<<<<<< HEAD\n{}", "json-invalid"),
        ('{"nodes": [], "nodes": []}', "json-duplicate-key"),
        (f'{{"nodes": [{NODE % "NaN"}]}}', "json-number"),
        (f'{{"nodes": [{NODE % "-Infinity"}]}}', "json-number"),
        (f'{{"nodes": [{NODE % ("1" + "0" * 5000)}]}}', "json-number"),
        ('{"nodes": ' + "[" * 100_000 + "]" * 100_000 + "}", "json-too-deep"),
        ('{"mockup": {"controls": {"control": []}}}', "roadmapsh-wireframe"),
        ('{"nodes": [], "edges": []}', "plan-no-steps"),
        ('{"nodes": ["x", 7, null, {"id": 7}], "edges": {}}', "plan-no-steps"),
        ("[]", "roadmapsh-unknown"),
        ("7", "roadmapsh-unknown"),
        ('{"cereals:rye": "-rye_1"}', "roadmapsh-unknown"),
        ('{"done": ["a"], "learning": [], "skipped": []}', "roadmapsh-unknown"),
        ('{"type": "mermaid", "mermaid": "graph TD"}', "roadmapsh-unknown"),
        (json.dumps([{"id": "a", "text": " > ".join("abcdefgh" * 9)}]), "plan-too-deep"),
        (
            json.dumps([{"id": n, "text": " > ".join("x" * n)} for n in range(1, 30)]),
            "plan-too-deep",
        ),
    ],
)
def test_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(PlanUnreadable) as caught:
        read_roadmapsh(text)
    assert caught.value.reason == reason
    assert caught.value.detail.isprintable()


def test_the_line_of_broken_json_is_named() -> None:
    with pytest.raises(PlanUnreadable) as caught:
        read_roadmapsh('{"nodes": [],\n"edges": [,]}')
    assert caught.value.line == 2


def test_a_byte_order_mark_is_nothing() -> None:
    assert outline(items(read_roadmapsh("\ufeff" + small().text()))) == {"Cereals": {"Rye": {}}}


def test_folder_without_a_plan() -> None:
    with pytest.raises(PlanUnreadable, match="plan-no-steps"):
        read_roadmapsh_folder({"content/html/index.md": "# HTML"})
    with pytest.raises(PlanUnreadable, match="roadmapsh-wireframe"):
        read_roadmapsh_folder({"a.json": '{"mockup": {}}', "content/html/index.md": "# HTML"})


def test_folders_of_numbers_are_read_in_their_order() -> None:
    plan = read_roadmapsh_folder(
        {
            "guitar.json": '{"mockup": {}}',
            "guitar.md": "---\ntitle: 'Guitar'\norder: 3\n---\n",
            "content/101-chords/index.md": "# Chords\n\nSeveral at once.\n",
            "content/100-basics/101-strings.md": "# Strings\n",
            "content/100-basics/100-tuning.md": (
                "# Tuning\n\nIn E.\n\n<ResourceGroupTitle>Free</ResourceGroupTitle>\n"
                "<BadgeLink colorScheme='yellow' href='https://e.org/t'>How to</BadgeLink>\n"
                "- [More](https://e.org/m)\n"
            ),
            "content/100-basics/index.md": "# Basics\n",
        }
    )
    assert plan.roadmap["title"] == "Guitar"
    assert outline(items(plan)) == {"Basics": {"Tuning": {}, "Strings": {}}, "Chords": {}}
    tuning = items(plan)[0]["items"][0]
    assert (tuning["about"], tuning["origin"]) == ("In E.", "basics:tuning")
    assert [link["url"] for link in tuning["links"]] == ["https://e.org/t", "https://e.org/m"]


def test_that_order_and_groups_are_unknown_is_told() -> None:
    files = {
        f"content/{name}@0123456789abcdefghij{n}.md": f"# {name}" for n, name in enumerate("ba")
    }
    told = read_roadmapsh_folder(files, "x").left_out
    assert [left.what for left in told] == ["order"]
