"""The page's own notes, in a browser, of pictures whose changes are known."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Page

from benchmarks import browser
from benchmarks.browser import NotDrawnError, arm, browsing, new_page, until
from tests.support.chromium import chromium

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="there is no Chromium on this machine"),
]

# A map like plotly's: each path knows its district; an outline without a fill lies on top.
MAP = """([host, hidden]) => {
    const root = host ? document.body.appendChild(document.createElement("div")).attachShadow({mode: "open"})
                      : document.body;
    const plot = root.appendChild(document.createElement("div"));
    plot.className = "js-plotly-plot";
    plot.style.display = hidden ? "none" : "block";
    plot.innerHTML = '<svg><g class="choroplethlayer"></g><text class="gtitle">Map 2001</text></svg>';
    const layer = plot.querySelector("g");
    for (let n = 0; n < 64; n++) {
        const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
        path.setAttribute("d", "M0 0L9 0L9 9Z");
        path.style.fill = n < 63 ? "rgb(1, 1, 1)" : "rgba(0, 0, 0, 0)";
        path.__data__ = {loc: String(n % 63)};
        layer.append(path);
    }
    window.paint = (count, value) => [...layer.children].slice(0, count).forEach(path => path.style.fill = value);
}"""


def run(test: Callable[[Page], Coroutine[Any, Any, None]]) -> None:
    """A test on an empty page with the probe in it."""

    @asynccontextmanager
    async def page() -> AsyncIterator[Page]:
        async with browsing() as chromium:
            page = await new_page(chromium, 9)
            # Merged moves are told apart only on a page of this machine or one that came encrypted.
            await page.route("**/*", lambda route: route.fulfill(content_type="text/html", body="<body></body>"))
            await page.goto("/")
            yield page

    async def main() -> None:
        async with page() as empty:
            await test(empty)

    asyncio.run(main())


@pytest.mark.parametrize("in_shadow", [False, True])
def test_a_map_counts_once_all_districts_have_their_fill(in_shadow: bool) -> None:
    async def test(page: Page) -> None:
        await page.evaluate(MAP, [in_shadow, False])
        await arm(page, ["fills"])
        await page.evaluate("""() => {
            window.began = performance.timeOrigin + performance.now();
            paint(62, "rgb(2, 2, 2)");
            setTimeout(() => paint(63, "rgb(2, 2, 2)"), 400);
        }""")
        wanted = "|".join(sorted(f"{n} rgb(2, 2, 2)" for n in range(63)))
        notes = await until(page, {"fills": wanted}, 100)
        waited = notes.first("fills", [wanted], 0) - await page.evaluate("began")
        assert waited >= 400
        assert len(notes.log) == 3

    run(test)


def test_a_map_that_does_not_change_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "LIMIT", 500)

    async def test(page: Page) -> None:
        await page.evaluate(MAP, [False, False])
        await arm(page, ["fills", "outlines"])
        with pytest.raises(NotDrawnError, match=r"the fills of the year, outlines changed|outlines changed, the fills"):
            await until(page, {"fills": "another", "changed": ["outlines"]}, 0)

    run(test)


def test_a_hidden_map_is_not_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "LIMIT", 500)

    async def test(page: Page) -> None:
        await page.evaluate(MAP, [False, True])
        await arm(page, ["fills", "titles"])
        with pytest.raises(NotDrawnError, match="63 districts, 1 titles with 2001"):
            await until(page, {"fills": "complete", "titled": ["2001", 1]}, 0)

    run(test)


def test_keys_and_moves_are_noted_when_they_were_made() -> None:
    async def test(page: Page) -> None:
        await page.evaluate(MAP, [False, False])
        await arm(page, ["fills"])
        before = await page.evaluate("performance.timeOrigin + performance.now()")
        # The page is busy while the hand moves on, so the browser merges the moves.
        busy = page.evaluate("() => { const end = performance.now() + 300; while (performance.now() < end); }")
        moves = [page.mouse.move(x, 50) for x in (10, 20, 30)]
        await asyncio.gather(busy, *moves)
        await page.keyboard.press("a")
        await page.evaluate("paint(63, 'rgb(3, 3, 3)')")
        notes = await until(page, {"changed": ["fills"]}, 0)
        assert {x for _, kind, _, x in notes.inputs if kind == "pointermove"} >= {10, 20, 30}
        assert notes.last_input("keydown") >= before
        assert [key for _, kind, key, _ in notes.inputs if kind == "keydown"] == ["a"]

    run(test)
