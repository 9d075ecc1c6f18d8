// Repaints a map of change while the page's slider of two years moves; the page itself follows when the hand rests.
import { ofClasses, paint, titleOf } from "./paint.js";

// The slider is Streamlit's: it tells here where its handles are, and the page a moment later.
export function spans(map) {
  let data = null;
  let figures = null;
  let shown = null;

  const watcher = new MutationObserver(moved);

  function handles() {
    return [...document.querySelectorAll(`.${data.slider} input[type=range]`)];
  }

  function moved() {
    if (!data || !map.data) return;
    const [start, end] = handles().map((handle) => handle.getAttribute("aria-valuetext"));
    if (!data.periods.includes(start) || !data.periods.includes(end)) return;
    const next = `${start}–${end}`;
    if (next === shown) return;
    const [first, last] = [start, end].map((period) => figures[data.periods.indexOf(period)]);
    const classes = data.areas.map((_, n) => classOf(changeOf(first[n], last[n])));
    const state = ofClasses(data.areas, classes, data.colours, data.no_value);
    paint(map, data, { ...state, title: titleOf(map).replace(shown, next) });
    shown = next;
  }

  function changeOf(first, last) {
    return data.percent ? (100 * (last - first)) / (first === 0 ? NaN : Math.abs(first)) : last - first;
  }

  function classOf(change) {
    return Number.isNaN(change) ? -1 : data.breaks.filter((at) => at <= change).length;
  }

  return {
    follow(next) {
      if (next?.figures !== data?.figures) figures = next?.figures.split(";").map((row) => row.split(",").map(read));
      data = next;
      shown = next?.shown;
      watcher.disconnect();
      const slider = next && document.querySelector(`.${next.slider}`);
      if (slider) watcher.observe(slider, { subtree: true, attributeFilter: ["aria-valuetext"] });
    },
    // The hand may have moved on while the page followed.
    moved,
    end: () => watcher.disconnect(),
  };
}

const read = (figure) => (figure === "" ? NaN : Number(figure));
