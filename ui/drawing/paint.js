// Shows another state on a map that is drawn, before the drawing library takes its time to draw it anew.

// fills: colour by district; counts: how many districts are in each class; title: the picture's first line, as text.
export function paint(map, marks, { fills, counts, title }) {
  // Tooltips and the note on districts without a value are those of the state drawn last, until that is drawn anew.
  map.style.pointerEvents = "none";
  for (const layer of map.querySelectorAll(".choroplethlayer > g")) {
    // Outlines lie above the districts and stay as they are; plotly leaves out a layer with nothing to draw.
    if (!marks.layers.includes(layer.__data__?.[0]?.trace.name)) continue;
    for (const path of layer.querySelectorAll("path")) {
      const colour = fills[path.__data__?.loc];
      // The attribute, which plotly sets, too: a style would stay and hide what it draws next.
      if (colour) path.setAttribute("fill", colour);
    }
  }
  for (const note of map.querySelectorAll(".annotation")) {
    if (note.textContent.includes("■")) note.style.visibility = "hidden";
    const { name } = map.layout.annotations[note.dataset.index];
    const words = name?.startsWith(marks.count) && note.querySelector(".annotation-text");
    if (words) words.textContent = counts[Number(name.slice(marks.count.length))] || "";
  }
  const line = map.querySelector(".gtitle tspan tspan");
  if (line) line.textContent = title;
}

export function titleOf(map) {
  return map.querySelector(".gtitle tspan tspan")?.textContent ?? "";
}

// The state of classes, one a district, -1 without a value.
export function ofClasses(areas, classes, colours, noValue) {
  const counts = colours.map(() => 0);
  const fills = {};
  areas.forEach((area, n) => {
    fills[area] = classes[n] < 0 ? noValue : colours[classes[n]];
    if (classes[n] >= 0) counts[classes[n]] += 1;
  });
  return { fills, counts };
}

// The state of a figure that is not drawn yet; null unless it only differs in what can be painted.
export function ofFigure(map, marks, { data, layout }) {
  const drawn = map.data?.filter(({ name }) => marks.layers.includes(name)) ?? [];
  const next = data.filter(({ name }) => marks.layers.includes(name));
  const scale = (traces) => JSON.stringify(traces.map((t) => [t.geojson, t.geo, t.colorscale, t.colorbar?.ticktext]));
  if (drawn.length !== 2 || next.length !== 2 || scale(drawn) !== scale(next)) return null;
  const fills = {};
  for (const { locations, z, colorscale } of next) {
    // Two steps a class, both of its colour.
    locations.forEach((area, n) => (fills[area] = colorscale[2 * z[n]][1]));
  }
  const named = layout.annotations.filter(({ name }) => name?.startsWith(marks.count));
  return { fills, counts: named.map(({ text }) => text), title: layout.title.text.match(/<b>(.*?)<\/b>/)?.[1] ?? "" };
}
