// Gives the scale below a drawn map of change the colours, breaks and counts of other classes, at once.
// inSpan: words about a span, of the span that is shown now.

export function legend(map, data, { classes, colours, breaks }, inSpan) {
  const layer = map.data.findIndex(({ colorbar }) => colorbar);
  // The library draws a scale alone where nothing but its labels changes; colours would make it draw all of the map.
  map.data[layer].colorscale = colours.flatMap((colour, n) => [n, n + 1].map((at) => [at / colours.length, colour]));
  map.data[layer].zmax = colours.length - 0.5;
  const labels = { tickvals: breaks.map((_, n) => n + 0.5), ticktext: breaks.map((at) => written(at, data.lang)) };
  const named = Object.entries(labels).map(([name, values]) => [`colorbar.${name}`, [values]]);
  window.Plotly.restyle(map, Object.fromEntries(named), [layer]);
  counts(map, data, classes, colours.length);
  for (const line of map.querySelectorAll(".annotation tspan, .annotation text")) {
    if (!line.childElementCount) line.textContent = inSpan(line.textContent);
  }
}

function written(at, lang) {
  const sign = at < 0 ? "−" : at > 0 ? "+" : "";
  return sign + Math.abs(at).toLocaleString(lang === "de" ? "de-DE" : "en-GB", { maximumFractionDigits: 10 });
}

// In the middle above each colour. Any change of its annotations makes the library draw all of the map.
function counts(map, data, classes, shades) {
  const drawn = [...map.querySelectorAll(".annotation")].filter((note) => named(map, note).startsWith(data.count));
  while (drawn.length < shades) drawn.push(drawn[0].parentNode.appendChild(drawn[0].cloneNode(true)));
  const width = map.querySelector(".colorbar .cbbg").getBBox().width;
  drawn.forEach((note, n) => {
    const words = note.querySelector(".annotation-text");
    words.textContent = classes.filter((shade) => shade === n).length || "";
    const at = map.layout.annotations[note.dataset.index].x;
    note.setAttribute("transform", `translate(${width * ((n + 0.5) / shades - at)}, 0)`);
  });
}

export const named = (map, note) => map.layout.annotations[note.dataset.index].name ?? "";
