// Shows other periods on a map that is drawn, at once. Until the page follows and the library draws the map anew,
// tooltips and the note on districts without a value would be those of the periods before, so neither is there.

import { resize } from "./circles.js";
import { legend, named } from "./legend.js";
import { fetched, ofChange } from "./spans.js";
import { inLines } from "./titles.js";

let before = "";
window.navigation?.addEventListener("navigate", () => (before = location.href));

// Of what is sent (`pictures.picture.Repainting`), `parameters` of the address say the periods.
export function repainting(map) {
  let data = null;
  let spans = null; // what changes are made of, once it is fetched
  let title = "";
  let painted = []; // periods that the map shows
  let ahead = null; // periods that the hand has moved to and the page has not followed to yet

  function show(periods) {
    ahead = periods;
    const places = periods.map((period) => data.periods.indexOf(period));
    if (!map.data || Math.min(...places) < 0 || places.at(-1) < places[0]) return;
    const change = data.spans && spans && ofChange(spans, data, ...periods);
    if (data.spans && !change) return; // not fetched yet, or not known: the page follows
    const { classes, colours } = change || { classes: ofPeriod(places[0]), colours: data.colours };
    map.classList.add("repainted");
    fill(Object.fromEntries(data.areas.map((area, n) => [area, colours[classes[n]] ?? data.no_value])));
    if (data.sizes.length) resize(map, data, data.sizes[places[0]]);
    if (change) legend(map, data, change, (words) => words.replace(label(painted), label(periods)));
    else count(colours.map((_, shade) => classes.filter((each) => each === shade).length));
    hideNote();
    painted = periods;
    const said = title.replace(label(data.current), label(periods));
    window.Plotly.relayout(map, { "title.text": inLines(said, map.clientWidth, map.layout.font.family)[0] });
  }

  const label = (periods) => periods.map((period) => data.labels[data.periods.indexOf(period)]).join("–");

  const ofPeriod = (at) => [...data.classes[at]].map((digit) => (digit === "-" ? -1 : parseInt(digit, 36)));

  // The library makes a group of each layer in which anything is drawn, and in it a path of each place, in their order.
  // Its own `restyle` draws all of the map: two frames, where this takes one.
  function fill(colours) {
    const layers = map.data.filter(({ type, locations }) => type === "choropleth" && locations.length);
    map.querySelectorAll(".choroplethlayer > .trace").forEach((group, n) => {
      if (!data.layers.includes(layers[n].name)) return;
      group.querySelectorAll("path").forEach((path, place) => {
        path.setAttribute("fill", colours[layers[n].locations[place]]);
      });
    });
  }

  function count(counts) {
    for (const note of map.querySelectorAll(".annotation")) {
      const name = named(map, note);
      if (!name.startsWith(data.count)) continue;
      note.querySelector(".annotation-text").textContent = counts[Number(name.slice(data.count.length))] || "";
    }
  }

  // Which areas have no value is not known before the page follows.
  function hideNote() {
    const note = [...map.querySelectorAll(".annotation")].find((each) => named(map, each) === data.note);
    if (note) note.style.visibility = "hidden";
  }

  const onPeriods = ({ detail: periods }) => data?.parameters.length === periods.length && show(periods);

  // A link or the back button that moves on within one picture. What an address does not say stays, but the version.
  function onHistory() {
    ahead = null;
    if (!data || !before) return; // without a browser's word on where it was, the page alone follows
    const [was, now] = [new URL(before), new URL(location.href)];
    const others = [...now.searchParams.keys(), "version"].filter((key) => !data.parameters.includes(key));
    const same = others.every((key) => was.searchParams.get(key) === now.searchParams.get(key));
    if (same && was.pathname === now.pathname) show(data.parameters.map((key) => now.searchParams.get(key)));
  }

  document.addEventListener("periods", onPeriods);
  addEventListener("popstate", onHistory);
  return {
    show,
    follow(next, figure) {
      data = next;
      title = figure.layout.title?.text;
      spans = null;
      const address = data?.spans;
      if (address) fetched(address).then((found) => address === data?.spans && (spans = found) && ahead && show(ahead));
      if (String(ahead) === String(data?.current)) ahead = null;
    },
    // The hand may have moved on while the page followed.
    catchUp() {
      map.classList.remove("repainted");
      painted = data?.current;
      if (data && ahead) show(ahead);
    },
    end() {
      document.removeEventListener("periods", onPeriods);
      removeEventListener("popstate", onHistory);
    },
  };
}
