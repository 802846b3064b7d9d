"""A model file and ONNX Runtime: the only room that knows it."""
