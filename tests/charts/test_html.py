"""Elements of HTML: whatever is not markup is escaped."""

from charts.html import tag


def test_texts_and_attributes_are_escaped_and_markup_is_not() -> None:
    assert tag("p", "a < b", tag("b", "R&D"), title='"x"') == '<p title="&#34;x&#34;">a &lt; b<b>R&amp;D</b></p>'


def test_attributes_may_be_absent_and_are_written_with_hyphens() -> None:
    assert (
        tag("div", class_="lit", id=None, aria_label="", tabindex=0)
        == '<div class="lit" aria-label="" tabindex="0"></div>'
    )


def test_elements_that_may_do_without_an_end_have_none() -> None:
    assert tag("tr", tag("td", "1"), tag("td", tag("br"))) == "<tr><td>1<td><br>"
