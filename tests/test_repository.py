"""What people who carry the project on rely on: the Makefile's help, the lock, the documents."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))

#: The extras that requirements/dev.txt is made of.
LOCKED_EXTRAS = ("dev", "train", "docs")


def documents() -> list[Path]:
    """Every page of the site, where it lies in the repository."""
    return [
        *sorted(ROOT.glob("*.md")),
        *sorted((ROOT / "docs").rglob("*.md")),
        ROOT / "resources" / "model" / "MODEL_CARD.md",
        ROOT / "resources" / "model" / "REPAIR_CARD.md",
        ROOT / "resources" / "model" / "PRINTS_CARD.md",
    ]


def test_every_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: ((?:.*\\\n)*.*)", makefile, re.MULTILINE)
    assert phony is not None
    targets = set(phony[1].replace("\\\n", " ").split())
    assert targets == set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    said = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    assert set(re.findall(r"^  make (\S+) +\S", said, re.MULTILINE)) == targets
    assert max(map(len, said.splitlines())) <= 100


def test_every_script_of_make_and_ci_is_a_target() -> None:
    files = (".ci/run", ".github/workflows/test.yml", ".github/workflows/release.yml")
    scripts = "\n".join((ROOT / file).read_text(encoding="utf-8") for file in files)
    commands = re.findall(r"^[^#\n]*\bmake ((?:[a-z-]+ ?)+)", scripts, re.MULTILINE)
    asked = {target for command in commands for target in command.split()}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert {"lint", "test"} <= asked <= targets


def workflow(name: str) -> dict[str, Any]:
    text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.safe_load(text)
    return read


def test_the_workflow_tries_the_oldest_python_on_three_systems() -> None:
    matrix = workflow("test.yml")["jobs"]["test"]["strategy"]["matrix"]
    allowed = SpecifierSet(PROJECT["project"]["requires-python"])
    assert len(matrix["python"]) == 2
    assert all(version in allowed for version in matrix["python"])
    assert f">={matrix['python'][0]}" == str(allowed)
    assert {system.split("-")[0] for system in matrix["system"]} == {"ubuntu", "windows", "macos"}
    jobs = (*workflow("test.yml")["jobs"].values(), workflow("release.yml")["jobs"]["build"])
    for job in jobs:
        for step in job["steps"]:
            if "setup-python" in step.get("uses", ""):
                asked = step["with"]["python-version"]
                assert asked in {"${{ matrix.python }}", matrix["python"][0]}


def locked(file: str) -> dict[str, set[str]]:
    """Package -> the versions that a lock pins for one system or Python or another."""
    pins: dict[str, set[str]] = {}
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    for name, version in re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", text, re.MULTILINE):
        pins.setdefault(name, set()).add(version)
    return pins


def needed() -> Iterator[Requirement]:
    extras = PROJECT["project"]["optional-dependencies"]
    waiting = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    waiting += [line for extra in LOCKED_EXTRAS for line in extras[extra]]
    for requirement in map(Requirement, waiting):
        if requirement.name == "autochrome":
            yield from (Requirement(line) for extra in requirement.extras for line in extras[extra])
        else:
            yield requirement


def test_the_lock_has_everything_that_development_needs() -> None:
    """Where this fails: `make lock`."""
    pins = locked("dev.txt")
    for requirement in needed():
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        assert name in pins, requirement
        assert all(Version(v) in requirement.specifier for v in pins[name]), requirement
    assert not {"opencv-python", "pyside6", "autochrome"} & pins.keys()


@pytest.mark.parametrize("file", ["dev.txt", "package-cpu.txt", "package-cuda.txt"])
def test_a_lock_has_hashes_and_no_addresses(file: str) -> None:
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    assert re.findall(r"://|^-|file:| @ ", text, re.MULTILINE) == []
    entries = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert len(entries) > 10
    assert all("--hash=sha256:" in entry for entry in entries)


def test_commit_hooks_run_what_is_locked_and_fetch_nothing() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    repos = yaml.safe_load(text)["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    tools = {hook["entry"].split()[0] for hook in repos[0]["hooks"]}
    assert {hook["language"] for hook in repos[0]["hooks"]} == {"system"}
    assert tools == {f".venv/bin/{tool}" for tool in ("ruff", "mypy", "lint-imports")}
    assert {"ruff", "mypy", "import-linter", "pre-commit"} <= locked("dev.txt").keys()


def test_packages_that_are_typed_say_so() -> None:
    for package in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]:
        assert (ROOT / package / "py.typed").read_bytes() == b""


def test_decisions_are_numbered_listed_and_whole() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    index = (ROOT / "docs" / "decisions" / "index.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| (\d{4}) \| \[(.*)\]\((.*)\) \|$", index, re.MULTILINE)
    assert [name for _, _, name in listed] == [path.name for path in DECISIONS]
    for path, (number, title, _) in zip(DECISIONS, listed, strict=True):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(number)}. {title}\n")
        parts = re.findall(r"^\*\*(\w+)\.\*\* \S", text, re.MULTILINE)
        assert parts == ["Context", "Decision", "Consequences"], path.name


def pages(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        for target in entry.values():
            yield from pages(target) if isinstance(target, list) else [target]


def test_every_document_is_reached_on_the_site() -> None:
    site = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]
    all_of_them = {path.relative_to(ROOT).as_posix() for path in documents()}
    decisions = {path.relative_to(ROOT).as_posix() for path in DECISIONS}
    assert set(pages(site["nav"])) == all_of_them - decisions
    assert site["theme"]["font"] is False  # nothing is fetched from elsewhere


@pytest.mark.parametrize("page", documents(), ids=lambda page: page.name)
def test_what_a_document_shows_or_links_is_there(page: Path) -> None:
    """The site's builder looks at links between pages only, not at pictures."""
    text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:|#", target):
            assert (page.parent / target.partition("#")[0]).exists(), target
