"""Groups of a reader's own on every page: by their name, from summed parts, and refused with a reason."""

import pytest

from data import store
from indicators import catalogue
from indicators.figures.values import of_group
from locales import LANGUAGES, Language
from tests.support.visit import address, lead, notes, pictures, shown, table, visit

pytestmark = pytest.mark.usefixtures("empty_store")
SHIPPED = store.current(store.SNAPSHOT / "no store here")
MADE = "Am Kanal~505170"
MEMBERS = ("50", "51", "70")
NAMED: dict[Language, str] = {"de": "„Am Kanal“", "en": "“Am Kanal”"}
REASON = {lang: catalogue.load()["base_rent"].groups["reason"][lang] for lang in LANGUAGES}


def residents(period: str) -> float:
    found = SHIPPED.series("kd2-1/Einwohner insgesamt").set_index(["area", "period"])["value"]
    return float(sum(found[area, period] for area in MEMBERS))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_leipzig_west_at_a_glance_tells_of_it(lang: Language) -> None:
    app = visit("leipzig_west_at_a_glance", lang=lang, group=MADE, members="50,51,70")
    assert not app.exception
    assert not app.warning
    assert NAMED[lang] in pictures(app)[0]["layout"]["title"]["text"]
    words = " ".join(html.value for html in app.html)
    assert f"{NAMED[lang]}" in words
    assert "Leipzig West" not in words.partition("<ul>")[2].partition("</ul>")[0]
    assert REASON[lang] in notes(app)
    assert address(app, "group", "members") == [MADE, "50,51,70"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_story_of_growth_tells_of_it(lang: Language) -> None:
    app = visit("growth_story", lang=lang, group=MADE, beside="own-1", **{"from": "2012", "to": "2024"})
    assert not app.exception
    assert not app.warning
    label = {"de": f"Davon {NAMED['de']}", "en": f"Share of {NAMED['en']} in it"}[lang]
    share = 100 * (residents("2024") - residents("2012")) / (632_562 - 528_540)
    assert shown(app)[label][0] == (f"{share:.1f} %".replace(".", ",") if lang == "de" else f"{share:.1f}%")
    assert NAMED[lang] in " ".join(html.value for html in app.html if html.value.startswith("<ul>"))
    assert address(app, "beside", "group") == ["own-1", MADE]
    # Where a page tells of one group, it does not name the other.
    assert "Leipzig West" not in str(shown(app))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_has_a_profile(lang: Language) -> None:
    app = visit("profile", lang=lang, group=MADE, area="own-1")
    assert not app.exception
    assert not app.warning
    n = f"{residents('2024'):,.0f}"
    begins = {
        "de": f"Im Jahr 2024 hatte {NAMED['de']} {n.replace(',', '.')} Einwohner",
        "en": f"In 2024 {NAMED['en']} had {n} residents",
    }
    assert lead(app).startswith(begins[lang])
    assert REASON[lang] in notes(app)
    assert f"{NAMED[lang]}: Schleußig, Plagwitz" in notes(app)
    links = " ".join(html.value for html in app.html if 'class="places"' in html.value)
    assert links.count("group=Am+Kanal") == links.count("<a ")
    assert address(app, "area", "group") == ["own-1", MADE]


def test_a_group_that_is_gone_from_the_address_is_said() -> None:
    app = visit("profile", area="own-1", lang="en")
    assert not app.exception
    assert any("own-1" in warning.value.replace("\\", "") for warning in app.warning)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_leipzig_west_and_comparisons_refuse_what_has_no_parts(lang: Language) -> None:
    west = visit("leipzig_west", lang=lang, group=MADE, members="50,51,70", indicator="base_rent")
    beside = visit("compare", lang=lang, group=MADE, compare="own-1,51", indicator="base_rent")
    for app in (west, beside):
        assert not app.exception
        assert REASON[lang] in notes(app)
        assert NAMED[lang] in notes(app)


def test_its_rate_on_the_page_is_that_of_its_summed_parts() -> None:
    """Foreign residents of three districts over all their residents."""
    rule = catalogue.load()["foreign_share"].values
    above, below = (
        sum(
            SHIPPED.series(name).query("period == '2024'").set_index("area")["value"][list(MEMBERS)].sum()
            for name in rule[side]
        )
        for side in ("numerator", "denominator")
    )
    app = visit("leipzig_west", lang="en", group=MADE, members="50,51,70", indicator="foreign_share", to="2024")
    assert shown(app)["“Am Kanal” 2024"][0] == f"{100 * above / below:.1f}%"
    assert f"{100 * above / below:.1f}" in table(app)
    ours = of_group(SHIPPED, catalogue.load()["foreign_share"], MEMBERS).frame.set_index("period")["value"]
    assert ours["2024"] == pytest.approx(100 * above / below)
