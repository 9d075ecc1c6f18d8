// The areas of a map by keyboard and for screen readers: a list, in sight while it has the focus, whose options say
// what tooltips say. The arrow keys read one after the other and mark it on the map; Enter is a click on it.

const OWN = (layers) => ({ type, name, locations }) => type === "choropleth" && layers.includes(name) && locations.length;

// pick: called with the area that Enter chose.
export function areas(list, map, pick) {
  let found = [];

  function mark() {
    map.querySelectorAll(".choroplethlocation.marked").forEach((path) => path.classList.remove("marked"));
    const { layer, place } = found[list.selectedIndex] ?? {};
    if (document.activeElement !== list || !layer || !map.data) return;
    // The library makes a group of each layer in which anything is drawn, and in it a path of each place, in order.
    const drawn = map.data.filter(({ type, locations }) => type === "choropleth" && locations.length);
    const group = map.querySelectorAll(".choroplethlayer > .trace")[drawn.findIndex(({ name }) => name === layer)];
    group?.querySelectorAll("path")[place]?.classList.add("marked");
  }

  list.onchange = mark;
  list.onfocus = mark;
  list.onblur = mark;
  list.onkeydown = (event) => {
    if (event.key !== "Enter" || !found.length) return;
    event.preventDefault();
    pick(found[list.selectedIndex].area);
  };

  // name: what the list is called; layers: the names of the layers of districts.
  return (figure, name, layers) => {
    const kept = found[list.selectedIndex]?.area;
    const order = new Intl.Collator(document.documentElement.lang);
    found = figure.data.filter(OWN(layers)).flatMap(read).sort((one, other) => order.compare(one.told, other.told));
    list.hidden = !found.length;
    list.setAttribute("aria-label", name);
    list.replaceChildren(...found.map(({ told, area }) => new Option(told, area, false, area === kept)));
    if (!found.some(({ area }) => area === kept)) list.selectedIndex = 0;
  };
}

const read = (layer) =>
  layer.locations.map((area, place) => ({ area, place, layer: layer.name, told: tooltip(layer, place) }));

// A template of the library filled in, its lines as parts of a sentence.
function tooltip(layer, place) {
  const filled = layer.hovertemplate.replace(/%\{(\w+)(?:\[(\d+)\])?\}/g, (_, key, n) =>
    n === undefined ? layer[key][place] : layer[key][place][n],
  );
  const lines = filled.replace(/<extra>.*<\/extra>/, "").split("<br>");
  return lines.map((line) => line.replace(/<[^>]*>/g, "").trim()).filter(Boolean).join("; ");
}
