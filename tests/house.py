"""The house in figures: modules on each ground floor, rooms, imports between rooms, circles.

    python tests/house.py [CHECKOUT]

What ARCHITECTURE.md's table says; another checkout's figures where one is named.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import grimp
import networkx as nx

PACKAGES: Final = ("core", "desktop", "training")


def room(module: str) -> str:
    """``core.photo.read`` -> ``core.photo``; a module on the ground floor stands for itself."""
    return ".".join(module.split(".")[:2])


def modules(graph: grimp.ImportGraph, package: str) -> set[str]:
    """The package's modules, without the ``__init__`` files, which are their folders' doors."""
    inside = graph.find_descendants(package)
    return {module for module in inside if not graph.find_children(module)}


def between_rooms(graph: grimp.ImportGraph, package: str) -> int:
    """How many pairs of rooms (or modules that stand for themselves) know each other one way."""
    inside = modules(graph, package)
    pairs = {(room(a), room(b)) for a in inside for b in inside & imported(graph, a)}
    return sum(a != b for a, b in pairs)


def imported(graph: grimp.ImportGraph, module: str) -> set[str]:
    """What a module imports itself."""
    return set(graph.find_modules_directly_imported_by(module))


def circles(graph: grimp.ImportGraph, package: str) -> list[set[str]]:
    """Groups of modules that import each other in a circle, those under TYPE_CHECKING included."""
    inside = modules(graph, package)
    arrows = ((a, b) for a in inside for b in inside & imported(graph, a))
    groups = nx.strongly_connected_components(nx.DiGraph(arrows))
    return [group for group in groups if len(group) > 1]


def rows(graph: grimp.ImportGraph) -> Iterator[str]:
    """One line of the table for each package."""
    for package in PACKAGES:
        inside = modules(graph, package)
        ground = {module for module in inside if module.count(".") == 1}
        rooms = {room(module) for module in inside - ground}
        yield (
            f"| `{package}` | {len(inside)} | {len(ground)} | {len(rooms)} | "
            f"{between_rooms(graph, package)} | {len(circles(graph, package))} |"
        )


def main() -> None:
    """Prints the table."""
    checkout = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[1]).resolve()
    os.chdir(checkout)  # grimp finds the packages as Python does, and its cache lies there
    sys.path.insert(0, str(checkout))
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    print("| | modules | on the ground floor | rooms | imports between rooms | circles |")
    print("| --- | --- | --- | --- | --- | --- |")
    for row in rows(graph):
        print(row)


if __name__ == "__main__":
    main()
