"""Where each box of a drawing lands: look-alikes of the editor's files, their content invented."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawings import Drawing, bread
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.roadmap_yaml.schema import validate_tree
from llmroadmap.formats.roadmapsh.reading import read_roadmapsh

Tree = dict[str, Any]


def read(text: str) -> ImportedPlan:
    plan = read_roadmapsh(text)
    validate_tree(plan.roadmap)
    return plan


def outline(items: list[Tree]) -> Tree:
    """Titles with what is under them."""
    return {item["title"]: outline(item.get("items", [])) for item in items}


def tree(plan: ImportedPlan) -> Tree:
    (stage,) = plan.roadmap["stages"]
    return outline(stage["items"])


def by_origin(items: list[Tree], path: str = "") -> dict[str, tuple[str, Tree]]:
    """Each item with its parents' titles, by the id of its node."""
    found = {}
    for item in items:
        found[item["origin"]] = (path, item)
        found.update(by_origin(item.get("items", []), f"{path}/{item['title']}"))
    return found


BREAD = read(bread().text())
PLACES = by_origin(BREAD.roadmap["stages"][0]["items"])


def test_most_of_the_map_has_no_edges() -> None:
    document = bread().document()
    kinds = {node["id"]: node["type"] for node in document["nodes"]}
    ends = {edge.get(end) for edge in document["edges"] for end in ("source", "target")}
    subtopics = [name for name, kind in kinds.items() if kind == "subtopic"]
    assert len(kinds) >= 60
    assert sum(name not in ends for name in subtopics) >= 0.7 * len(subtopics)


def test_topics_are_read_along_the_spine_and_loose_ones_where_they_lie() -> None:
    assert list(tree(BREAD)) == [
        *("Flour", "Water", "Scale", "Dough", "Shaping", "Oven", "Crust", "Selling")
    ]


@pytest.mark.parametrize(
    ("node", "path"),
    [
        pytest.param("wheat@840", "/Flour", id="edge"),
        pytest.param("rye@840", "/Flour", id="stack-under-a-box-with-an-edge"),
        pytest.param("einkorn@840", "/Flour", id="end-of-that-stack"),
        pytest.param("germ@842", "/Flour/Milling terms", id="frame-under-the-stack"),
        pytest.param("soft water@60", "/Water", id="edge-to-the-left"),
        pytest.param("kneading@70", "/Dough/Steps of a dough", id="frame-joined-by-a-line"),
        pytest.param("[fold] dough@70", "/Dough/Steps of a dough", id="brackets"),
        pytest.param("poolish@840", "/Dough", id="beside-the-topic-at-the-right"),
        pytest.param("batard@840", "/Shaping", id="edge-again"),
        pytest.param("seam@1160", "/Shaping/Boule", id="branch"),
        pytest.param("basket@60", "/Shaping", id="beside-the-topic-at-the-left"),
        pytest.param("peel@60", "/Oven", id="end-of-a-long-stack"),
        pytest.param("c2", "/Oven", id="box-of-a-checklist"),
        pytest.param("steam@60", "/Oven", id="one-label-here"),
        pytest.param("steam@470", "/Crust", id="the-same-label-there"),
        pytest.param("glaze@470", "/Crust", id="under-the-topic"),
        pytest.param("print labels@60", "/Selling", id="todo"),
        pytest.param("shop@840", "/Selling", id="last"),
        pytest.param("scale", "", id="topic-without-boxes"),
    ],
)
def test_where_a_box_lands(node: str, path: str) -> None:
    assert PLACES[node][0] == path


def test_every_box_that_can_be_ticked_is_there_once() -> None:
    nodes = bread().document()["nodes"]
    ticked = {node["id"] for node in nodes if node["type"] in ("topic", "subtopic", "todo")}
    assert ticked | {"c1", "c2"} <= set(PLACES)


def test_links_marks_and_what_is_left_out() -> None:
    assert PLACES["flour"][1]["links"] == [
        {"url": "https://bread.example/course", "title": "Baker's course"}
    ]
    optional = {node for node, (_, item) in PLACES.items() if item.get("optional")}
    assert optional == {"salt@60", "hard water@60"}
    left = {part.what: part.example for part in BREAD.left_out}
    assert left["drawing-links"] == "https://bread.example/pastry"
    assert left["drawing-texts"].startswith("Take your time")


def test_titles_of_the_documents_of_the_site() -> None:
    plan = read(bread().text(_id="1", title="My bread", description="All of it.", slug="bread"))
    assert plan.roadmap["title"] == "My bread"
    assert plan.roadmap["about"] == "All of it."
    official = bread().text(title={"card": "Bread", "page": "Bread Baking"}, draft={"nodes": []})
    assert read(official).roadmap["title"] == "Bread Baking"
    only_draft = json.dumps({"title": "Soon", "draft": bread().document()})
    assert len(tree(read(only_draft))) == 8


def test_the_drawing_order_changes_nothing() -> None:
    document = bread().document()
    document["nodes"].reverse()
    document["edges"].reverse()
    assert tree(read(json.dumps(document))) == tree(BREAD)


def test_several_topics_beside_one_stack_without_edges() -> None:
    d = Drawing()
    topics = [d.topic(f"Topic {n}", n * 240) for n in range(3)]
    d.solid(*topics)
    for n in range(12):
        d.box("subtopic", f"Box {n}", 800, n * 60)
    assert tree(read(d.text())) == {
        f"Topic {n}": {f"Box {n * 4 + place}": {} for place in range(4)} for n in range(3)
    }


def test_two_columns_of_topics() -> None:
    d = Drawing()
    for x in (0, 400):
        d.topic(f"Topic {x}", 0, x=x)
        for place in range(4):
            d.box("subtopic", f"Box {x} {place}", x + 10, 70 + place * 90)
    assert tree(read(d.text())) == {
        f"Topic {x}": {f"Box {x} {place}": {} for place in range(4)} for x in (0, 400)
    }


@pytest.mark.parametrize("turned", [False, True])
def test_a_spine_that_snakes_and_ends_in_a_circle(turned: bool) -> None:
    d = Drawing()
    title = d.box("title", "T", 0, -100)
    names = [
        d.topic(name, y, x=x)
        for name, x, y in (("a", 0, 0), ("b", 0, 300), ("c", 400, 300), ("d", 400, 0))
    ]
    d.solid(title, *names, names[0])
    if turned:
        d.nodes.reverse()
    assert list(tree(read(d.text()))) == ["a", "b", "c", "d"]


def test_an_edge_drawn_upwards() -> None:
    d = Drawing()
    title = d.box("title", "T", 0, -100)
    a, b, c = (d.topic(name, y, x=0) for name, y in (("a", 0), ("b", 100), ("c", 200)))
    d.solid(title, a, b)
    d.solid(c, b)
    assert list(tree(read(d.text()))) == ["a", "b", "c"]


def test_boxes_without_any_topic_are_steps() -> None:
    d = Drawing()
    d.stack(0, 0, "One", "Two")
    assert tree(read(d.text())) == {"One": {}, "Two": {}}


def test_numbers_as_text_and_none_at_all() -> None:
    document = bread().document()
    for node in document["nodes"]:
        node["position"] = {axis: str(value) for axis, value in node["position"].items()}
        node["width"] = str(node["width"])
    assert tree(read(json.dumps(document))) == tree(BREAD)
    for node in document["nodes"]:
        node.update(position={"x": "NaN", "y": 10**400}, width=[], height=None, style=0)
    assert read(json.dumps(document)).roadmap["stages"]


def test_only_web_addresses_become_links() -> None:
    d = Drawing()
    d.topic("Topic", 0)
    urls = [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//x.example",
        "-o",
        "/go",
        "https://x.example",
    ]
    d.nodes[0]["data"]["resources"] = [{"title": "R", "url": url} for url in urls] + [7, None]
    (item,) = read(d.text()).roadmap["stages"][0]["items"]
    assert [link["url"] for link in item["links"]] == ["https://roadmap.sh/go", "https://x.example"]


def test_buttons_belong_to_what_they_stand_at() -> None:
    d = Drawing()
    topic = d.topic("Topic", 0)
    d.topic("Last", 600)
    d.frame(800, 0, 300, "frame")
    d.stack(810, 10, "One", "Two")

    def button(url: str, x: float, y: float, kind: str = "button", **data: Any) -> str:
        return d.box(kind, url, x, y, **(data or {"href": f"https://x.example/{url}"}))

    button("under", 500, 60)
    button("in-frame", 810, 230)
    button("far", 0, 0)
    d.edge(topic, button("joined", 2000, 0, "resourceButton"), "dashed")
    d.box("paragraph", "Go on with these", 450, 660, 400, 120)
    button("elsewhere", 500, 670)
    links = [{"label": "Other", "url": "https://x.example/related"}]
    button("beside", 250, 0, "linksgroup", links=links)
    d.box("label", "Both", 850, 270, href="https://x.example/label", name="both")
    plan = read(d.text())
    found = {
        item["title"]: [link["url"].rpartition("/")[2] for link in item.get("links", [])]
        for _, item in by_origin(plan.roadmap["stages"][0]["items"]).values()
    }
    assert found == {
        "Topic": ["joined", "under"],
        "Both": ["label"],
        "One": [],
        "Two": ["in-frame"],
        "Last": [],
    }
    assert [part.example for part in plan.left_out if part.what == "drawing-links"] == [
        "https://x.example/far"
    ]


def test_text_without_anything_that_moves_a_terminal() -> None:
    d = Drawing()
    d.topic("red \x1b[31m\x9b1m \u202eabc\ud83d\r\nend", 0, name="a\x1bb")
    d.topic("\u200b\u3164", 100, name="blank")
    plan = read(d.text())
    assert json.dumps(plan.roadmap, ensure_ascii=False).isprintable()
    assert list(tree(plan)) == ["red [31m1m abc end"]
    assert [part.what for part in plan.left_out] == ["nameless-boxes"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
NAMES = st.sampled_from("abcdefgh")
NUMBERS = st.integers(-300, 300) | st.sampled_from(["36", "NaN", None, 1e300])
KINDS = "topic subtopic todo checklist label paragraph title section button linksgroup vertical x"
NODES = st.fixed_dictionaries(
    {
        "id": NAMES | JSON,
        "type": st.sampled_from(KINDS.split()) | JSON,
        "position": st.fixed_dictionaries({"x": NUMBERS, "y": NUMBERS}) | JSON,
        "data": st.fixed_dictionaries(
            {"label": st.sampled_from(["", "A", "B"]) | JSON},
            optional={
                "links": st.lists(st.fixed_dictionaries({"url": st.just("https://x.example")})),
                "checklists": st.lists(st.fixed_dictionaries({"id": NAMES, "label": NAMES})),
                "legend": JSON,
                "style": st.just({"strokeDasharray": "0.8 8"}) | JSON,
            },
        )
        | JSON,
    },
    optional={"width": NUMBERS, "height": NUMBERS},
)
EDGES = st.fixed_dictionaries({"source": NAMES | JSON, "target": NAMES | JSON})
DOCUMENTS = st.fixed_dictionaries(
    {"nodes": st.lists(NODES) | JSON, "edges": st.lists(EDGES) | JSON}
)


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS | JSON)
def test_any_json_is_a_valid_plan_or_a_clear_refusal(document: Any) -> None:
    try:
        plan = read_roadmapsh(json.dumps(document))
    except PlanUnreadable:
        return
    validate_tree(plan.roadmap)


def drawing(nodes: list[tuple[str, str, str, int, int]], *edges: tuple[str, str]) -> ImportedPlan:
    """A drawing of (id, type, label, x, y)."""
    document = {
        "nodes": [
            {
                "id": name,
                "type": kind,
                "position": {"x": x, "y": y},
                "data": {"label": label},
                "width": 200,
                "height": 49,
            }
            for name, kind, label, x, y in nodes
        ],
        "edges": [{"id": str(n), "source": a, "target": b} for n, (a, b) in enumerate(edges)],
    }
    return read(json.dumps(document))


@pytest.mark.parametrize(
    "words",
    [
        ("ML", "Preprocessing", "What is ML?", "Supervised", "Unsupervised"),
        ("机器学习", "预处理", "什么是机器学习", "监督", "无监督"),
        ("Musik", "Vorbereitung", "Was ist das?", "Mit Lehrer", "Ohne Lehrer"),
    ],
)
def test_a_part_without_edges_stands_behind_its_neighbour_not_behind_its_column(
    words: tuple[str, ...],
) -> None:
    title, first, second, third, free = words
    plan = drawing(
        [
            ("t", "title", title, 0, 0),
            ("p", "topic", first, 300, 100),
            ("w", "topic", second, 0, 300),
            ("s", "topic", third, 0, 500),
            ("u", "topic", free, 300, 700),
        ],
        ("t", "p"),
        ("p", "w"),
        ("w", "s"),
    )
    assert list(tree(plan)) == [first, second, third, free]


def test_a_free_box_in_the_column_of_topics_belongs_to_the_one_above() -> None:
    plan = drawing(
        [
            ("c", "topic", "Coding", 0, 100),
            ("l", "subtopic", "Learn Python", 0, 170),
            ("q", "subtopic", "Learn SQL", 0, 560),
            ("d", "topic", "Deep learning", 0, 680),
            ("n", "subtopic", "CNN", 0, 750),
        ]
    )
    assert tree(plan) == {
        "Coding": {"Learn Python": {}, "Learn SQL": {}},
        "Deep learning": {"CNN": {}},
    }


def test_twins_are_one_box() -> None:
    plan = drawing(
        [
            ("c", "topic", "Coding", 0, 100),
            ("a", "subtopic", "Python", 400, 100),
            ("b", "subtopic", "Python ", 400, 100),
            ("d", "topic", "Data", 0, 500),
            ("e", "topic", "Data", 0, 500),
        ],
        ("c", "b"),
        ("c", "e"),
    )
    assert tree(plan) == {"Coding": {"Python": {}}, "Data": {}}
