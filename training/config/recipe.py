"""Recipes: TOML files that say what a run is, and what may be changed without writing another.

A key that no dataclass knows is an error: a misspelt setting must not be a silent default.
``extends = "other.toml"`` begins with another recipe, beside this one: tables are merged key by
key, everything else replaces what was there. A list of stages replaces the other's too, but a stage
that goes by the name of one of them begins with its settings. Overrides (``--set``) go on top:
``generator.kind=lite1``, ``stages.learn.images=40_000``. A recipe's table ``[ablations]`` names
such overrides, to be tried one at a time.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import reduce
from pathlib import Path
from typing import Any, Final, TypeGuard, TypeVar

import dacite

from training.config.repair import RepairConfig
from training.config.scans import ScansConfig
from training.config.schema import ConfigError, RunConfig
from training.config.validation import problems

Config = TypeVar("Config", RunConfig, RepairConfig, ScansConfig)

#: Settings of a stage that say the same thing in two ways.
_LENGTHS: Final = {"images", "epochs"}


def load_config(
    path: Path, overrides: Iterable[str] = (), *, ablation: str | None = None
) -> RunConfig:
    """Read a recipe; ``overrides`` are ``key=value`` with dotted keys and TOML's values.

    ``ablation`` is one of the recipe's table: its overrides come first, and the run bears its name.

    Raises:
        ConfigError: the file is missing, is not TOML, extends itself, or it or an override holds a
            setting that does not exist.
    """
    settings = _read(path)
    ablations = settings.pop("ablations", {})
    if ablation is not None:
        overrides = [*_ablation(path, ablations, ablation), *overrides]
    config = _typed(RunConfig, path, settings, overrides)
    for problem in problems(config):
        raise ConfigError(f"{path}: {problem}.")
    return config


def load_repair_config(path: Path, overrides: Iterable[str] = ()) -> RepairConfig:
    """Read a recipe of the detector of damage. Raises: ConfigError, as `load_config`."""
    return _typed(RepairConfig, path, _read(path), overrides)


def load_scans_config(path: Path, overrides: Iterable[str] = ()) -> ScansConfig:
    """Read a recipe of the finder of prints. Raises: ConfigError, as `load_config`."""
    return _typed(ScansConfig, path, _read(path), overrides)


def _typed(
    kind: type[Config], path: Path, settings: dict[str, Any], overrides: Iterable[str]
) -> Config:
    settings = reduce(_overridden, overrides, settings)
    rules = dacite.Config(strict=True, cast=[tuple], type_hooks={float: float})
    try:
        return dacite.from_dict(kind, settings, rules)
    except dacite.DaciteError as error:
        raise ConfigError(f"{path}: {error}") from error


def _read(path: Path, heirs: tuple[Path, ...] = ()) -> dict[str, Any]:
    """A recipe's settings, on top of those it extends."""
    if path in heirs:
        raise ConfigError(f"{path}: extends itself.")
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}).") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from error
    parent = own.pop("extends", None)
    return own if parent is None else _merged(_read(path.parent / parent, (*heirs, path)), own)


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    both_tables = {
        key: _merged(base[key], value)
        for key, value in over.items()
        if isinstance(value, dict) and isinstance(base.get(key), dict)
    }
    return base | over | both_tables | _merged_stages(base, over)


def _merged_stages(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """The stages of ``over``, if it has any; what else stands there is dacite's to refuse."""
    known, own = base.get("stages"), over.get("stages")
    if not (_are_tables(known) and _are_tables(own)):
        return {}
    by_name = {str(stage.get("name")): stage for stage in known}
    return {"stages": [_heir(by_name.get(str(stage.get("name")), {}), stage) for stage in own]}


def _heir(stage: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """A stage with its own settings on top; a length of its own replaces either kind of length."""
    gone = _LENGTHS if _LENGTHS & own.keys() else set()
    return _merged({key: value for key, value in stage.items() if key not in gone}, own)


def _are_tables(value: object) -> TypeGuard[list[dict[str, Any]]]:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _ablation(path: Path, ablations: dict[str, list[str]], name: str) -> list[str]:
    if name not in ablations:
        raise ConfigError(
            f"{path}: has no ablation {name}; it has {', '.join(ablations) or 'none'}."
        )
    return [f"name={name}", *ablations[name]]


def _overridden(settings: dict[str, Any], override: str) -> dict[str, Any]:
    """The settings with one more ``key=value`` on top."""
    dotted, equals, text = override.partition("=")
    if not equals:
        raise ConfigError(f"--set {override}: write it as key=value.")
    return _replaced(settings, dotted.strip().split("."), _toml_value(text.strip()), override)


def _replaced(table: dict[str, Any], keys: list[str], value: object, said: str) -> dict[str, Any]:
    """A table with the value at a path of keys; a list of stages is gone into by name."""
    key, *deeper = keys
    if not deeper:
        gone = _LENGTHS if key in _LENGTHS else set()
        return {name: old for name, old in table.items() if name not in gone} | {key: value}
    inner = table.get(key, {})
    if _are_tables(inner):
        named = {str(item.get("name")): item for item in inner}
        if deeper[0] not in named or len(deeper) == 1:
            raise ConfigError(f"--set {said}: the recipe's {key} are {', '.join(named)}.")
        named[deeper[0]] = _replaced(named[deeper[0]], deeper[1:], value, said)
        return table | {key: list(named.values())}
    if not isinstance(inner, dict):
        raise ConfigError(f"--set {said}: {key} is a value, not a table.")
    return table | {key: _replaced(inner, deeper, value, said)}


def _toml_value(text: str) -> object:
    """A value as TOML has it; a bare word is a string."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
