"""What entries of a file share, and what a fault in it is told."""

from pathlib import Path

import pytest

from indicators.catalogue import CatalogueError, load
from tests.support.small_catalogue import NEW, changed, head


def test_an_entry_has_the_defaults_of_its_file_unless_it_says_otherwise(folder: Path) -> None:
    offences = load(folder)["offences_per_1000"]
    assert (offences.topic, offences.change) == ("safety", "absolute")
    assert offences.unit == {"de": "je 1.000 Einwohner", "en": "per 1,000 residents"}
    assert (offences.kind, offences.decimals) == ("official", 0)


def test_defaults_hold_for_their_own_file_only(folder: Path) -> None:
    (folder / "new.toml").write_text(NEW.replace('topic = "safety"\n', ""), "utf-8")
    with pytest.raises(CatalogueError, match=r"^new\.toml, line 2: offences_per_man: 'topic' is a required property"):
        load(folder)


def test_a_text_replaces_the_whole_default(folder: Path) -> None:
    """One language of its own and the other from the defaults would be two texts that do not belong together."""
    line = changed(folder, "decimals = 0", 'unit.de = "je Kopf"\ndecimals = 0')
    with pytest.raises(CatalogueError, match=rf"^safety\.toml, line {line}: .*unit: 'en' is a required property"):
        load(folder)


@pytest.fixture
def bare(folder: Path) -> Path:
    """The same without decimals in the entry."""
    changed(folder, "decimals = 0\n", "")
    return folder


def test_decimals_come_from_the_defaults(bare: Path) -> None:
    assert load(bare)["offences_per_1000"].decimals == 1


def test_an_entry_with_a_unit_says_its_decimals(bare: Path) -> None:
    changed(bare, 'direction = "less"\n', 'direction = "less"\nunit.de = "‰"\nunit.en = "‰"\n')
    reason = rf"^safety\.toml, line {head(bare)}: offences_per_1000: 'decimals' is a required property"
    with pytest.raises(CatalogueError, match=reason):
        load(bare)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("decimals = 1", "decimals = 9", r"defaults\.decimals: 9 is greater than the maximum of 3"),
        ('unit.de = "je 1.000 Einwohner"\n', "", r"defaults\.unit: 'de' is a required property"),
        ('unit.en = "per 1,000 residents"', 'unit.en = ""', r"defaults\.unit\.en: .*should be non-empty"),
        ('kind = "derived"', 'kind = "made up"', r"defaults\.kind: 'made up' is not one of"),
        ('kind = "derived"', 'colour = "red"', "defaults: .*'colour' was unexpected"),
        ('kind = "derived"', 'groups.by = "parts"', "defaults: .*'groups' was unexpected"),
        ('kind = "derived"', 'values.as = "series"', "defaults: .*'values' was unexpected"),
        ('kind = "derived"', 'diverging = "city"', "defaults: .*'diverging' was unexpected"),
    ],
)
def test_wrong_defaults_are_named_where_they_stand(folder: Path, old: str, new: str, reason: str) -> None:
    line = changed(folder, old, new)
    with pytest.raises(CatalogueError, match=rf"^safety\.toml, line {line}: {reason}"):
        load(folder)
