"""``autochrome models``: the library of models, from the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from core.cli import models_compare
from core.cli.console import note, output, output_json
from core.cli.exit_status import OK
from core.cli.model_notes import note_guess
from core.cli.models_options import DescriptionOptions, ModelsOptions
from core.codec import to_plain
from core.inference.add_model import add_model, change_entry
from core.inference.description import ModelDescription
from core.inference.device_timing import seconds_of
from core.inference.families.conventions import Conventions
from core.inference.library import (
    BUNDLED,
    LibraryEntry,
    default_entry,
    entries,
    forget,
    named_entry,
    set_default,
)
from core.inference.model_choice import chosen_model
from core.inference.model_spec import ModelSpec, bundled_model
from core.inference.session import open_model


def run(options: ModelsOptions) -> int:
    """Do what was asked for; returns the exit status.

    Raises:
        AutochromeError: the model or the library cannot be used.
    """
    return _ACTIONS[options.action](options)


def _add(options: ModelsOptions) -> int:
    said = options.described
    entry = add_model(
        options.file,
        _described(options, said),
        licence=said.licence or "",
        in_place=options.in_place,
    )
    _say_entry(entry)
    if entry.guessed:
        note_guess(entry.name, str(entry.conventions))
    return OK


def _described(options: ModelsOptions, said: DescriptionOptions) -> ModelDescription | None:
    """What a person says of a new model; None where nothing was said."""
    base = said.base()
    if not said.reads_otherwise:
        return None if base == ModelDescription() else base
    # what is not said is taken as it was found
    spec = open_model(options.file, "cpu", described=base).spec
    return replace(base, conventions=_conventions(spec.conventions, said))


def _conventions(found: Conventions | None, said: DescriptionOptions) -> Conventions:
    conventions = found or Conventions()
    if said.input_range is not None:
        conventions = replace(conventions, low=said.input_range[0], high=said.input_range[1])
    if said.output_scale is not None:
        conventions = replace(conventions, scale=said.output_scale)
    if said.mask_range is not None:
        off, on = said.mask_range
        conventions = replace(conventions, mask_off=off, mask_on=on)
    return conventions


def _change(options: ModelsOptions) -> int:
    entry, said = named_entry(options.model), options.described
    base, known = said.base(), entry.described
    family = base.family or known.family
    conventions = base.conventions or (known.conventions if family == known.family else None)
    asked = said.reads_otherwise
    described = ModelDescription(
        base.name or known.name,
        family,
        _conventions(conventions, said) if asked else conventions,
        known.guessed and not asked and base.conventions is None,
        base.size or known.size,
        base.fit or known.fit,
    )
    licence = entry.licence if said.licence is None else said.licence
    _say_entry(change_entry(entry, described, licence))
    return OK


def _list(options: ModelsOptions) -> int:
    found = entries()
    default = default_entry()
    if options.json:
        for entry in found:
            output_json("model", **to_plain(entry), default=entry == default)
        return OK
    star = "*" if default is None else " "
    output(f"{star} {BUNDLED:24} {'comes with the program':22}")
    for entry in found:
        star = "*" if entry == default else " "
        output(f"{star} {entry.name:24} {_facts(entry)}")
    return OK


def _facts(entry: LibraryEntry) -> str:
    size = f"{entry.bytes / 1e6:,.0f} MB"
    time = "" if entry.milliseconds is None else f"{entry.milliseconds:,.0f} ms"
    place = "in place" if entry.in_place else ""
    words = (entry.family, size, time, entry.sha256[:12], entry.licence, place)
    return "  ".join(word for word in words if word)


def _show(options: ModelsOptions) -> int:
    choice = chosen_model(options.model)
    spec = open_model(choice.path, "cpu", described=choice.described).spec
    entry = next((each for each in entries() if each.sha256 == choice.sha256), None)
    _say_spec(spec)
    if entry is not None:
        output(f"licence     {entry.licence or '-'}")
        output(f"size        {entry.bytes:,} bytes{', in place' if entry.in_place else ''}")
        if entry.milliseconds is not None:
            output(f"time        {entry.milliseconds:,.1f} ms on {entry.device}")
    return OK


def _test(options: ModelsOptions) -> int:
    choice = chosen_model(options.model)
    session = open_model(choice.path, options.device, described=choice.described)
    if session.fallback_reason:
        note(session.fallback_reason)
    _say_spec(session.spec)
    output(f"time        {seconds_of(session) * 1000:,.1f} ms on {session.device}")
    return OK


def _default(options: ModelsOptions) -> int:
    is_bundled = options.model.casefold() == BUNDLED
    set_default(None if is_bundled else named_entry(options.model))
    return OK


def _remove(options: ModelsOptions) -> int:
    entry = named_entry(options.model)
    forget(entry)
    note(f"{entry.name} is no model of the library any more.")
    return OK


def _say_entry(entry: LibraryEntry) -> None:
    output(f"{entry.name}  {_facts(entry)}")


def _say_spec(spec: ModelSpec) -> None:
    known = " (a sample spoke for it)" if spec.guessed else ""
    sees = f"{spec.fixed[0]} x {spec.fixed[1]}, {spec.fit}" if spec.fixed else spec.default_size
    output(f"name        {spec.title}")
    output(f"file        {spec.path if spec.path != bundled_model() else BUNDLED}")
    output(f"sha256      {spec.used[0].sha256}")
    output(f"family      {spec.family}")
    if spec.conventions is not None:
        output(f"reads       {spec.conventions}{known}")
    output(f"sees        {sees}")
    output(f"hints       {'through the network' if spec.has_hints else 'over what they reach'}")


_ACTIONS: Final[Mapping[str, Callable[[ModelsOptions], int]]] = {
    "add": _add,
    "change": _change,
    "list": _list,
    "show": _show,
    "test": _test,
    "default": _default,
    "remove": _remove,
    "compare": models_compare.run,
    "measure": models_compare.measure,
}
