"""Training of the colorization network. Needs the ``train`` extra; the application does not."""

import core  # noqa: F401  (it has to come before ONNX Runtime: its telemetry)
