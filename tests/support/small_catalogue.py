"""A catalogue of one entry, `offences_per_1000`, below the defaults of its topic; and another entry."""

from pathlib import Path
from typing import Final

from indicators.catalogue import FOLDER

NEW: Final = """
[offences_per_man]
topic = "safety"
title.de = "Straftaten je Mann"
title.en = "Offences per man"
noun.de = "die Rate der Straftaten je Mann"
noun.en = "the rate of offences per man"
description.de = "Straftaten je Einwohner männlichen Geschlechts."
description.en = "Offences per male resident."
reading.de = "Nur ein Versuch."
reading.en = "A trial only."
unit.de = "je Mann"
unit.en = "per man"
decimals = 3
values.as = "ratio"
values.numerator = ["kd12-1/Straftaten insgesamt"]
values.denominator = ["kd2-1/Männer"]
values.scale = 1
groups.by = "parts"
direction = "less"
kind = "derived"
change = "absolute"
"""
"""An entry that needs no defaults."""


def write(folder: Path) -> None:
    """Writes `safety.toml`, cut off below its first entry."""
    defaults, first, *_ = (FOLDER / "safety.toml").read_text("utf-8").split("\n\n[")
    (folder / "safety.toml").write_text(f"{defaults}\n\n[{first}\n", "utf-8")


def changed(folder: Path, old: str, new: str) -> int:
    """Replaces what stands once in the only file; returns the line that it stands in."""
    path = folder / "safety.toml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def head(folder: Path) -> int:
    """The line in which the only entry begins."""
    return (folder / "safety.toml").read_text("utf-8").splitlines().index("[offences_per_1000]") + 1
