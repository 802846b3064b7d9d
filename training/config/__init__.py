"""What a run is, as a recipe says it."""

from training.config.complaints import complaints
from training.config.recipe import load_config
from training.config.schema import (
    Chance,
    ConfigError,
    DataConfig,
    DegradeConfig,
    DiscriminatorConfig,
    ExportConfig,
    GeneratorConfig,
    GeneratorKind,
    LiteKind,
    ReadoutConfig,
    RunConfig,
    Schedule,
    StageConfig,
)

__all__ = [
    "Chance",
    "ConfigError",
    "DataConfig",
    "DegradeConfig",
    "DiscriminatorConfig",
    "ExportConfig",
    "GeneratorConfig",
    "GeneratorKind",
    "LiteKind",
    "ReadoutConfig",
    "RunConfig",
    "Schedule",
    "StageConfig",
    "complaints",
    "load_config",
]
