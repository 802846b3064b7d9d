from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from training.config import ConfigError, StageConfig, load_config, problems
from training.losses.registry import loss_terms

FOLDER = Path(__file__).parents[3] / "training/configs"
#: But for those of other networks (tests/training/repair, tests/training/scans).
RECIPES = sorted({*FOLDER.rglob("*.toml")} - {FOLDER / "repair.toml", FOLDER / "scans.toml"})

STAGE = '[[stages]]\nname = "a"\nimages = 8\nsize = 64\nbatch_size = 4\nlosses = { l1 = 1 }\n'
RECIPE = 'name = "x"\n[data]\ncache = "c"\n[generator]\nkind = "lite0"\n'


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_every_recipe_in_the_repository_is_one(path: Path) -> None:
    own = path.parent == FOLDER  # an ablation goes by the name of what it is compared with
    assert load_config(path).name == path.stem or not own


def test_there_are_the_four_recipes() -> None:
    assert {path.stem for path in RECIPES} >= {
        "autochrome", "reference_gan", "reference_pretrained", "smoke"
    }  # fmt: skip


def test_the_references_are_what_they_say() -> None:
    gan, pretrained = (load_config(p) for p in RECIPES if p.stem.startswith("reference"))
    (stage,) = gan.stages
    assert (gan.generator.kind, gan.discriminator.layers) == ("unet", 3)
    assert (stage.losses, stage.epochs) == ({"gan": 1, "l1": 100}, 50)
    assert (stage.lr_generator, stage.lr_discriminator, stage.betas) == (2e-4, 2e-4, (0.5, 0.999))
    first, second = pretrained.stages
    assert (pretrained.generator.kind, pretrained.generator.weights) == ("resnet18", "imagenet")
    assert first.losses == {"l1": 1}
    assert second.losses == {"gan": 1, "l1": 100}


def test_whole_numbers_pass_for_fractions_and_lists_for_pairs(tmp_path: Path) -> None:
    text = RECIPE + STAGE.replace("images = 8", "epochs = 2") + "betas = [0, 0.9]\n"
    stage = load_config(write(tmp_path / "a.toml", text)).stages[0]
    assert stage.epochs == 2.0
    assert stage.betas == (0, 0.9)
    assert stage.length(photos=7) == 14


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (RECIPE + STAGE + "lr_generater = 1.0\n", "lr_generater"),
        (RECIPE.replace("lite0", "lite9") + STAGE, "lite9"),
        (RECIPE + STAGE.replace("size = 64\n", "", 1), "size"),
        (RECIPE + STAGE.replace("images = 8\n", ""), "'a' needs either images or epochs"),
        (RECIPE + STAGE + "epochs = 1.0\n", "'a' needs either images or epochs"),
        ("name = ", "a.toml"),
        (RECIPE + "stages = []", "at least one stage"),
    ],
)
def test_what_is_wrong_is_named_with_the_file(tmp_path: Path, text: str, words: str) -> None:
    path = write(
        tmp_path / "a.toml", text if "stages = []" not in text else "stages = []\n" + RECIPE
    )
    with pytest.raises(ConfigError, match=words) as caught:
        load_config(path)
    assert str(path) in str(caught.value)


def test_a_missing_recipe_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml.*No such file"):
        load_config(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("generator", "words"),
    [
        ({"kind": "resnet18", "bins": True}, "no colour-bin head"),
        ({"kind": "unet", "mixing": True}, "no global mixing"),
        ({"kind": "unet", "anchors": 8}, "no agreement of anchors"),
    ],
)
def test_a_part_that_a_network_lacks_is_an_error(
    tmp_path: Path, generator: dict[str, Any], words: str
) -> None:
    config = load_config(write(tmp_path / "a.toml", RECIPE + STAGE))
    assert not list(problems(config))
    wrong = replace(config, generator=replace(config.generator, **generator))
    assert any(words in problem for problem in problems(wrong))


def test_a_length_in_images_needs_no_photos() -> None:
    config = load_config(RECIPES[0])
    stage: StageConfig = replace(config.stages[0], images=5, epochs=None)
    assert stage.length(photos=1_000) == 5


def test_a_recipe_extends_another(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", "seed = 3\n" + RECIPE + "noise_size = 4\n" + STAGE + STAGE)
    text = 'extends = "base.toml"\nname = "y"\n[generator]\nkind = "resnet18"\n' + STAGE
    base, heir = load_config(tmp_path / "base.toml"), load_config(write(tmp_path / "a.toml", text))
    assert (heir.name, heir.seed, heir.data) == ("y", 3, base.data)
    assert heir.generator == replace(base.generator, kind="resnet18")
    assert (len(base.stages), len(heir.stages)) == (2, 1)  # a list is replaced


def test_a_stage_begins_with_the_one_of_its_name(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", RECIPE + STAGE)
    text = 'extends = "base.toml"\n' + RECIPE
    own = '[[stages]]\nname = "NAME"\nsize = 96\nlosses = { gradient = 2.0 }\n'
    (base,) = load_config(tmp_path / "base.toml").stages
    heir = load_config(write(tmp_path / "a.toml", text + own.replace("NAME", base.name)))
    losses = base.losses | {"gradient": 2.0}
    assert heir.stages == (replace(base, size=96, losses=losses),)
    with pytest.raises(ConfigError, match="needs either images or epochs"):
        load_config(write(tmp_path / "a.toml", text + own.replace("NAME", "another")))
    with pytest.raises(ConfigError, match="stages"):
        load_config(write(tmp_path / "a.toml", "stages = [3]\n" + text))


@pytest.mark.parametrize(
    ("base", "words"),
    [
        ('extends = "a.toml"\n', r"a\.toml: extends itself"),
        ("name = ", r"base\.toml: "),
        (None, r"base\.toml: cannot be read"),
    ],
)
def test_what_is_wrong_with_an_extended_recipe_is_named(
    tmp_path: Path, base: str | None, words: str
) -> None:
    if base is not None:
        write(tmp_path / "base.toml", base)
    with pytest.raises(ConfigError, match=words):
        load_config(write(tmp_path / "a.toml", 'extends = "base.toml"\n' + RECIPE + STAGE))


def test_what_is_set_replaces_what_stands_there(tmp_path: Path) -> None:
    second = STAGE.replace('"a"', '"b"')
    path = write(tmp_path / "a.toml", RECIPE + STAGE + second)
    changes = ["generator.kind=lite2", "stages.b.epochs=2", "stages.b.losses.huber=4", "seed=5"]
    plain, changed = load_config(path), load_config(path, [*changes, "data.degrade.old=0.25"])
    assert (changed.seed, changed.generator.kind) == (5, "lite2")
    assert changed.stages[0] == plain.stages[0]
    losses = plain.stages[1].losses | {"huber": 4}
    assert changed.stages[1] == replace(plain.stages[1], losses=losses, images=None, epochs=2.0)
    assert changed.data.degrade is not None
    assert changed.data.degrade.old == 0.25


def test_an_ablation_is_a_table_of_overrides(tmp_path: Path) -> None:
    table = '[ablations]\nbase = []\nwide = ["generator.decoder_width=1.5", "seed=4"]\n'
    path = write(tmp_path / "a.toml", RECIPE + STAGE + table)
    assert load_config(path) == load_config(write(tmp_path / "b.toml", RECIPE + STAGE))
    wide = load_config(path, ["seed=5"], ablation="wide")
    assert (wide.name, wide.generator.decoder_width, wide.seed) == ("wide", 1.5, 5)
    with pytest.raises(ConfigError, match="no ablation deep; it has base, wide"):
        load_config(path, ablation="deep")


def test_every_ablation_of_the_recipes_can_be_had() -> None:
    path = FOLDER / "ablation.toml"
    for name in tomllib.loads(path.read_text(encoding="utf-8"))["ablations"]:
        config = load_config(path, ablation=name)
        assert config.name == name
        for stage in config.stages:
            assert loss_terms(config, stage)


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_the_losses_of_every_recipe_are_there(path: Path) -> None:
    config = load_config(path)
    for stage in config.stages:
        assert stage.average or len(loss_terms(config, stage)) > 1 or stage.losses.keys() == {"l1"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('average = ["a", "z"]', "averages z, which no stage before it"),
        ('average = ["start", "a"]', "averages start, which no stage before it"),
        ('average = ["a"]\nimages = 3', "sees no images"),
        ("images = 3\nsize = 8\nbatch_size = 1", "needs losses"),
        ("images = 3\nlosses = { l1 = 1 }\nbatch_size = 1", "needs size"),
    ],
)
def test_a_stage_trains_or_averages(tmp_path: Path, text: str, words: str) -> None:
    path = write(tmp_path / "a.toml", f'{RECIPE}{STAGE}[[stages]]\nname = "b"\n{text}\n')
    with pytest.raises(ConfigError, match=f"stage 'b' .*{words}"):
        load_config(path)


@pytest.mark.parametrize(
    ("override", "words"),
    [
        ("seed", "key=value"),
        ("seed.deep=1", "seed is a value"),
        ("stages.z.images=1", "stages are a"),
        ("stages.a=1", "stages are a"),
        ("generator.size=1", "size"),
        ("seed=many", "seed"),
    ],
)
def test_what_cannot_be_set_is_named(tmp_path: Path, override: str, words: str) -> None:
    path = write(tmp_path / "a.toml", "seed = 1\n" + RECIPE + STAGE)
    with pytest.raises(ConfigError, match=words):
        load_config(path, [override])
