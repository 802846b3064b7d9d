"""Autochrome's core: colorize photographs with an ONNX model, no window and no PyTorch needed."""

__version__ = "0.1.0"
