"""Leipzig West in one indicator: a district chosen there has its card, and joins or leaves the group by it."""

import pytest

from tests.support.visit import address, card, cards, lead, outlined, shown, visit

pytestmark = pytest.mark.usefixtures("empty_store")


def test_a_chosen_district_has_a_card_in_the_place_of_the_groups_figures() -> None:
    """Plagwitz: 13,236 in 2012 and 17,209 in 2024, which are 30.0% more."""
    app = visit("leipzig_west", area="51", lang="en")
    name, figures, links = card(app)
    assert name == "Plagwitz"
    assert figures["Change since 2012"][0] == "+30.0%"
    assert lead(app).startswith(
        "From 2012 to 2024 Plagwitz grew by 30.0% to 17,209 people. Over the same period Leipzig"
    )
    assert not shown(app)
    assert "members=50%2C52%2C70%2C71%2C72%2C73&" in links["Take out of the group"]
    assert set(outlined(app)) == {"50", "51", "52", "70", "71", "72", "73"}


def test_a_district_outside_joins_the_group_by_its_card_and_keeps_what_is_chosen() -> None:
    _, _, links = card(visit("leipzig_west", area="53", members="50,51", indicator="base_rent", lang="en"))
    page, _, query = links["Add to the group"].partition("?")
    said = dict(part.split("=") for part in query.split("&"))
    assert (page, said["members"], said["area"], said["indicator"]) == (
        "leipzig_west",
        "50%2C51%2C53",
        "53",
        "base_rent",
    )


def test_the_last_district_stays_in_the_group() -> None:
    _, _, links = card(visit("leipzig_west", area="51", members="51", lang="en"))
    assert list(links) == ["Open profile", "Compare"]


def test_without_a_chosen_district_the_groups_figures_stand_there() -> None:
    app = visit("leipzig_west", lang="en")
    assert cards(app) == 0
    assert "Leipzig West 2024" in shown(app)
    assert lead(app).startswith("From 2012 to 2024 Leipzig West grew by")
    assert address(app, "area") == [""]
