"""What a run is, as a recipe says it."""

from training.config.recipe import load_config, load_repair_config, load_scans_config
from training.config.repair import DamageConfig, DetectorConfig, RepairConfig
from training.config.scans import ScansConfig
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
from training.config.validation import problems

__all__ = [
    "Chance",
    "ConfigError",
    "DamageConfig",
    "DataConfig",
    "DegradeConfig",
    "DetectorConfig",
    "DiscriminatorConfig",
    "ExportConfig",
    "GeneratorConfig",
    "GeneratorKind",
    "LiteKind",
    "ReadoutConfig",
    "RepairConfig",
    "RunConfig",
    "ScansConfig",
    "Schedule",
    "StageConfig",
    "load_config",
    "load_repair_config",
    "load_scans_config",
    "problems",
]
