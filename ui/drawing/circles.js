// The circles of a map (`charts/circles.py`), as large as the map has room for, and those of other periods.

const PLACES = ["x0", "x1", "y0", "y1", "xshift", "yshift"]; // pixels of what belongs to the legend

// Where a map is narrower or lower than it could be, its circles and their legend shrink with it. drawn: the figure, of which
// `sent` is what came from the server; high: the share of its height that is left.
export function fit(drawn, sent, width, high) {
  const { full } = sent.layout.meta ?? {};
  if (!full) return;
  const share = Math.min(high, width / full);
  for (const { marker } of drawn.data) if (marker) marker.sizeref &&= 1 / share;
  for (const kind of ["shapes", "annotations"]) {
    sent.layout[kind].forEach((one, n) => {
      if (one.name !== "size") return;
      for (const key of PLACES) if (key in one) drawn.layout[kind][n][key] = one[key] * share;
    });
  }
}

// sizes: of each area, two digits of base 36 for its radius in steps of the largest one.
export function resize(map, { areas, radius }, sizes) {
  const layer = map.data.find(({ name }) => name === "circles");
  const steps = Object.fromEntries(areas.map((area, n) => [area, parseInt(sizes.slice(2 * n, 2 * n + 2), 36)]));
  const circles = [...map.querySelectorAll(".scattergeo path.point")];
  circles.forEach((circle, n) => {
    const area = (circle.dataset.area ??= layer.ids[n]); // the library draws them in this order
    const r = ((radius * steps[area]) / (36 ** 2 - 1) / layer.marker.sizeref).toFixed(2);
    circle.setAttribute("d", `M${r},0A${r},${r} 0 1,1 0,-${r}A${r},${r} 0 0,1 ${r},0Z`);
  });
  circles.sort((one, other) => steps[other.dataset.area] - steps[one.dataset.area]);
  circles[0]?.parentElement.append(...circles);
}
