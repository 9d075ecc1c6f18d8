"""python -m benchmarks.preview: the icon of the pages, and the picture that messengers show for their addresses.

Both show the boundaries of the embedded figures; they are made anew when those change.
"""

import asyncio
from math import cos, radians
from typing import Final

import geopandas
from shapely import MultiPolygon, Polygon, affinity

from benchmarks.browser import browsing
from charts.theme import LIGHT
from data import store
from server.head import PREVIEW
from settings import ROOT

LATITUDE: Final = 51.34
SIMPLER: Final = 0.003
"""Degrees that the icon leaves out."""
SHARE: Final = 0.86
"""How much of its square the city fills."""
PAGE: Final = """<body style="margin:0;width:1200px;height:630px;background:#fff;display:flex;align-items:center;
font-family:'Source Sans 3','Source Sans Pro','Helvetica Neue',Arial,sans-serif;color:#1d2528">
<div style="padding:0 20px 0 80px;width:480px"><div style="font-size:64px;font-weight:700;line-height:1.08">
Leipzig Urban Indicators</div><div style="font-size:30px;margin-top:28px;color:#4a5659;line-height:1.35">
Wie die Stadt und ihre 63 Ortsteile wachsen und sich wandeln</div></div>
<svg viewBox="0 0 100 100" width="600" height="600" stroke="#fff" stroke-width=".35">{paths}</svg></body>"""


def main() -> None:
    """Writes `server/icon.svg` and `server/preview.png`."""
    districts = geopandas.read_file(store.current().geojson("ortsteil").decode()).geometry
    city = districts.union_all()
    outline = _path(_placed(city.simplify(SIMPLER), city))
    shape = f'<path fill="{LIGHT.accent}" d="{outline}"/>'
    icon = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{shape}</svg>\n'
    (ROOT / "server" / "icon.svg").write_text(icon, "ascii")
    paths = (f'<path fill="{LIGHT.accent}" d="{_path(_placed(one, city))}"/>' for one in districts)
    asyncio.run(_shoot(PAGE.format(paths="".join(paths))))


def _placed(area: Polygon | MultiPolygon, city: Polygon | MultiPolygon) -> Polygon | MultiPolygon:
    """An area of the city in a square of 100, north above."""
    west, south, east, north = city.bounds
    wide = cos(radians(LATITUDE))
    size = 100 * SHARE / max((east - west) * wide, north - south)
    x, y = (west + east) / 2, (south + north) / 2
    return affinity.affine_transform(area, [size * wide, 0, 0, -size, 50 - size * wide * x, 50 + size * y])


def _path(area: Polygon | MultiPolygon) -> str:
    parts = area.geoms if isinstance(area, MultiPolygon) else [area]
    rings = (ring for part in parts for ring in (part.exterior, *part.interiors))
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring.coords[:-1]) + "Z" for ring in rings)


async def _shoot(html: str) -> None:
    async with browsing() as browser:
        page = await browser.new_page(viewport={"width": PREVIEW[0], "height": PREVIEW[1]})
        await page.set_content(html)
        await page.screenshot(path=ROOT / "server" / "preview.png")


if __name__ == "__main__":
    main()
