"""Tables as HTML, read again as a browser would."""

from html.parser import HTMLParser

from charts.table import html_table


class Reader(HTMLParser):
    """The cells of a table with their tags, attributes and texts, by row; everything in `<style>` is left out."""

    def __init__(self, table: str) -> None:
        super().__init__()
        self.caption = ""
        self.rows: list[dict[str, str | None]] = []
        self.cells: list[list[tuple[str, dict[str, str | None], str]]] = []
        self._open = ""
        self.tags: set[str] = set()
        self.feed(table)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append(dict(attrs))
            self.cells.append([])
        if tag in ("th", "td"):
            self.cells[-1].append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self._open == "caption":
            self.caption += data
        if self._open in ("button", "td"):
            tag, attrs, before = self.cells[-1][-1]
            self.cells[-1][-1] = tag, attrs, before + data


def read(lit: tuple[int, ...] = ()) -> Reader:
    rows = [["Plagwitz", "1.000", "+5 %"], ["Leutzsch", "2.000", "–"]]
    return Reader(html_table("Einwohner", ["Gebiet", "2024", "Veränderung"], rows, lit))


def test_every_cell_is_there() -> None:
    table = read()
    assert table.caption == "Einwohner"
    assert [[text for _, _, text in row] for row in table.cells] == [
        ["Gebiet", "2024", "Veränderung"],
        ["Plagwitz", "1.000", "+5 %"],
        ["Leutzsch", "2.000", "–"],
    ]


def test_the_header_names_its_columns() -> None:
    header, *body = read().cells
    assert {(tag, attrs["scope"]) for tag, attrs, _ in header} == {("th", "col")}
    assert {tag for row in body for tag, _, _ in row} == {"td"}


def test_lit_rows_are_set_off() -> None:
    assert [row.get("class") for row in read(lit=(1,)).rows] == [None, None, "lit"]


def test_text_is_never_markup() -> None:
    evil = "<script>alert(1)</script> & <b>"
    table = Reader(html_table(evil, [evil], [[evil]], []))
    assert table.tags == {"style", "div", "table", "caption", "thead", "tbody", "tr", "th", "button", "td"}
    assert table.caption == evil
    assert [text for row in table.cells for _, _, text in row] == [evil, evil]


def test_a_long_table_scrolls_under_its_name_and_prints_whole() -> None:
    table = html_table("A & B", ["Gebiet"], [["Plagwitz"]], [])
    assert '<div class="scrolled" role="region" aria-label="A &amp; B" tabindex="0"><table' in table
    assert table.endswith("</table></div>")
    assert "@media print{.scrolled{max-height:none}}" in table


def test_a_table_without_rows_keeps_its_header() -> None:
    assert len(Reader(html_table("Leer", ["Gebiet"], [], [])).cells) == 1


def test_headings_are_buttons_and_those_of_time_keep_the_order_of_rows() -> None:
    """A day such as 24.9.2017 is no number to sort by."""
    table = html_table("Leer", ["Tag", "Leipzig"], [["24.9.2017", "1"]], [], in_order=True)
    assert table.count('<button type="button">') == 2
    assert Reader(table).cells[0][0][1] == {"scope": "col", "data-given": ""}
    assert "data-given" not in html_table("Leer", ["Gebiet"], [["Plagwitz"]], [])


def test_a_long_table_is_narrowed_by_name() -> None:
    rows = [[str(n)] for n in range(13)]
    long, short = (html_table("A", ["Gebiet"], rows[:n], [], find="Gebiet suchen") for n in (13, 12))
    assert ('<input type="search"' in long, '<input type="search"' in short) == (True, False)
