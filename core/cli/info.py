"""``autochrome info``: the program, the model, the device and the libraries in use.

The program and the model have versions of their own: either may be newer than the other.
"""

from __future__ import annotations

import json
from typing import Any

import onnxruntime as ort

from core.cli.console import output, print_error, printable
from core.cli.exit_status import OK, exit_status
from core.cli.options import InfoOptions
from core.cli.versions import versions
from core.colorize.colorizer import Colorizer
from core.errors import AutochromeError
from core.inference.session import SessionFacts
from core.version import __version__


def run(options: InfoOptions) -> int:
    """Print what is in use; returns the exit status.

    Where the model or the device cannot be used, the rest is said all the same: it is what a report
    of that trouble needs.
    """
    facts: dict[str, dict[str, Any]] = {"program": {"name": "Autochrome", "version": __version__}}
    status = OK
    try:
        colorizer = Colorizer(options.model.choices(), device=options.model.device)
        session = colorizer.session
        facts |= {"model": model_facts(session), "device": device_facts(session)}
    except AutochromeError as error:
        print_error(error)
        status = exit_status(error)
        facts["error"] = {"kind": type(error).__name__, "message": str(error)}
    facts["versions"] = versions()
    output(json.dumps(facts, indent=2) if options.json else _as_text(facts))
    return status


def model_facts(session: SessionFacts) -> dict[str, Any]:
    """What the model says of itself, and where its card is: data, figures, limits, licences."""
    spec = session.spec
    card = spec.path.with_name("MODEL_CARD.md")
    return {
        "name": spec.name,
        "version": spec.version,
        "file": str(spec.path),
        "card": str(card) if card.is_file() else None,
        "sha256": spec.sha256,
        "family": spec.family,
        "contract": spec.contract,
        "trained_on": spec.trained_on,
        "sizes": f"{spec.default_size} by default, up to {spec.max_size}, in {spec.multiple_of}s",
        "takes_hints": spec.has_hints,
        "takes_seeds": bool(spec.z_size),
        "gives_confidence": spec.has_confidence,
        "config": dict(spec.config),
    }


def device_facts(session: SessionFacts) -> dict[str, Any]:
    """The device wanted and the one got."""
    return {
        "wanted": session.requested,
        "got": session.device,
        "provider": session.provider,
        "fallback_reason": session.fallback_reason,
        "providers_of_this_build": ort.get_available_providers(),
    }


def _as_text(facts: dict[str, dict[str, Any]]) -> str:
    lines = []
    for title, group in facts.items():
        lines.append(title.capitalize())
        lines += [
            f"  {key.replace('_', ' '):24}{_spoken(value)}"
            for key, value in group.items()
            if not isinstance(value, dict)  # the whole recipe: --json has it
        ]
    return "\n".join(lines)


def _spoken(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(printable(str(item)) for item in value)
    return "-" if value is None else printable(str(value))
