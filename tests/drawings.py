"""Drawings in the editor's format, put together box by box. All their content is invented."""

import json
from itertools import pairwise
from typing import Any


class Drawing:
    """Nodes and edges; a box's id is its label in small letters unless another is given."""

    def __init__(self) -> None:
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []

    def box(
        self,
        kind: str,
        label: str,
        x: float,
        y: float,
        width: float = 200,
        height: float = 49,
        *,
        name: str = "",
        **data: Any,
    ) -> str:
        name = name or label.lower().replace(" ", "-")
        place = {"x": x, "y": y}
        self.nodes.append(
            {
                "id": name,
                "type": kind,
                "position": place,
                "positionAbsolute": place,
                "selected": True,
                "data": {"label": label, "style": {"fontSize": 17}, **data},
                "width": width,
                "height": height,
                "style": {"width": width, "height": height},
            }
        )
        return name

    def topic(self, label: str, y: float, x: float = 500, **more: Any) -> str:
        return self.box("topic", label, x, y, **more)

    def stack(self, x: float, y: float, *labels: str, kind: str = "subtopic") -> list[str]:
        """Boxes under one another, four pixels apart."""
        return [
            self.box(kind, label, x, y + place * 53, 260, name=f"{label.lower()}@{x}")
            for place, label in enumerate(labels)
        ]

    def frame(self, x: float, y: float, height: float, name: str, label: str = "") -> str:
        return self.box("section", label, x, y, 280, height, name=name)

    def line(self, kind: str, x: float, y: float, length: float, *, dashed: bool = True) -> None:
        style = {"strokeDasharray": "0.8 8" if dashed else "0"}
        wide = kind == "horizontal"
        self.box(
            kind,
            f"{kind} node",
            x,
            y,
            length if wide else 20,
            20 if wide else length,
            name=f"line{len(self.nodes)}",
            style=style,
        )

    def solid(self, *chain: str) -> None:
        for source, target in pairwise(chain):
            self.edge(source, target, "solid")

    def dashed(self, source: str, *targets: str) -> None:
        for target in targets:
            self.edge(source, target, "dashed")

    def edge(self, source: str, target: str, style: str) -> None:
        self.edges.append(
            {
                "id": f"e{len(self.edges)}",
                "source": source,
                "target": target,
                "data": {"edgeStyle": style},
            }
        )

    def document(self, **more: Any) -> dict[str, Any]:
        return {**more, "nodes": self.nodes, "edges": self.edges}

    def text(self, **more: Any) -> str:
        return json.dumps(self.document(**more))


def bread() -> Drawing:
    """A map of some sixty boxes; of its subtopics only three in ten touch an edge."""
    d = Drawing()
    # Drawing order is not reading order.
    late = d.topic("Selling", 1900)
    title = d.box("title", "Bread Baker", 500, 0, 200, 68)
    flour = d.topic("Flour", 200)
    note = d.box("paragraph", "Take your time with the next ones. They matter.", 480, 330, 240, 60)
    water = d.topic("Water", 440)
    dough = d.topic("Dough", 700)
    shape = d.topic("Shaping", 1000)
    oven = d.topic("Oven", 1300)
    crust = d.topic("Crust", 1600)
    scale = d.topic("Scale", 500, x=500)
    d.solid(title, flour, note, water, dough, shape, oven, crust, late)

    # Right of flour: a stack of which only the first box has an edge.
    wheat = d.stack(840, 180, "Wheat", "Rye", "Spelt", "Einkorn")
    d.dashed(flour, wheat[0])
    # Right below it a frame, named at its top, whose boxes touch nothing.
    d.frame(832, 398, 240, "milling-frame")
    d.box("label", "Milling terms", 900, 406, 150, 36)
    d.stack(842, 446, "Ash", "Bran", "Germ")

    # Left of water: all boxes with edges, one marked as optional, one as an alternative.
    soft, hard, salt = d.stack(60, 430, "Soft water", "Hard water", "Salt")
    d.dashed(water, soft, hard, salt)
    d.nodes[-1]["data"]["legend"] = {"id": "l1", "label": "Optional / Learn anytime"}
    d.nodes[-2]["data"]["legend"] = {"id": "l2", "label": "Alternative"}

    # Dough: a frame joined to the topic by a drawn line only, named at its bottom.
    d.frame(60, 640, 250, "dough-frame")
    d.stack(70, 650, "Autolyse", "Kneading", "Bulk rise", "[fold] dough")
    d.box("label", "Steps of a dough", 100, 856, 160, 30)
    d.line("horizontal", 340, 714, 160)
    # And to the right a stack without any edge, beside the topic.
    d.stack(840, 690, "Poolish", "Biga", "Levain")

    # Shaping: edges from topic to a box, from there to two boxes further out.
    boule = d.stack(840, 960, "Boule", "Batard")
    d.dashed(shape, *boule)
    out = d.stack(1160, 940, "Tension", "Seam")
    d.dashed(boule[0], *out)
    d.stack(60, 950, "Basket", "Couche", "Scraper")

    # Oven: a checklist beside it, and one label that occurs twice.
    d.box(
        "checklist",
        "",
        840,
        1290,
        260,
        120,
        name="checks",
        checklists=[{"id": "c1", "label": "Stone in"}, {"id": "c2", "label": "Steam pan in"}],
    )
    d.stack(60, 1280, "Steam", "Stone", "Deck", "Gas", "Wood", "Probe", "Peel")

    # Crust: a stack under the topic in its own column; edges to nowhere and to itself.
    d.stack(470, 1653, "Scoring", "Steam", "Colour", "Glaze")
    d.edge(crust, "no-such-node", "dashed")
    d.edge(crust, crust, "solid")
    d.edges.append({"id": "x", "target": crust, "data": {}})
    d.edge(late, oven, "solid")

    # Selling: todo boxes, with an edge to the first.
    todo = d.stack(60, 1890, "Find a market", "Set prices", "Print labels", kind="todo")
    d.dashed(late, todo[0])
    d.stack(840, 1870, "Stall", "Shop", "Online", "Cafe")

    d.box("button", "Baker's course", 480, 255, 240, href="https://bread.example/course")
    d.box(
        "linksgroup",
        "Related",
        60,
        -300,
        300,
        100,
        name="related",
        links=[{"id": "r1", "label": "Pastry", "url": "https://bread.example/pastry", "href": ""}],
    )
    d.box("legend", "", 60, -100, name="legend", legends=[{"id": "l1", "label": "Optional"}])
    assert scale
    return d
