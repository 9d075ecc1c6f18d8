// Repaints a map of change while the page's slider of two years moves; the page itself follows when the hand rests.
import { onMove } from "./moves.js";
import { ofClasses, paint, titleOf } from "./paint.js";

// The slider is Streamlit's: it tells here where its handles are, and the page a moment later.
export function spans(map) {
  let data = null;
  let figures = null;
  let shown = "";
  let handles = "";
  let wanted = "";

  const watcher = new MutationObserver(() => {
    // A slider that is only drawn anew stands where it stood, and the page may have gone on.
    if (handles === (handles = readHandles())) return;
    wanted = handles;
    show(wanted);
  });
  const endMoves = onMove(["from", "to"], (said) => show(`${said.get("from")}–${said.get("to")}`));

  function readHandles() {
    const inputs = document.querySelectorAll(`.${data.slider} input[type=range]`);
    return [...inputs].map((handle) => handle.getAttribute("aria-valuetext")).join("–");
  }

  function show(span) {
    if (!data || !map.data || span === shown) return;
    const [start, end] = span.split("–").map((period) => data.periods.indexOf(period));
    if (start < 0 || end < start) return;
    const [first, last] = [figures[start], figures[end]];
    const classes = data.areas.map((_, n) => classOf(changeOf(first[n], last[n])));
    const state = ofClasses(data.areas, classes, data.colours, data.no_value);
    paint(map, data, { ...state, title: titleOf(map).replace(told(shown), told(span)) });
    shown = span;
  }

  function told(span) {
    return span
      .split("–")
      .map((period) => data.told[data.periods.indexOf(period)])
      .join("–");
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
      shown = next?.shown ?? "";
      if (wanted === shown) wanted = "";
      watcher.disconnect();
      const slider = next && document.querySelector(`.${next.slider}`);
      if (!slider) return;
      handles = readHandles();
      watcher.observe(slider, { subtree: true, attributeFilter: ["aria-valuetext"] });
    },
    // The hand may have moved on while the page followed.
    catchUp() {
      if (data && wanted && wanted === readHandles()) show(wanted);
    },
    end() {
      watcher.disconnect();
      endMoves();
    },
  };
}

const read = (figure) => (figure === "" ? NaN : Number(figure));
