// What a picture was made for a wide and high window for, made to fit a narrow or low one. Saved files keep their height.

import { fit as fitCircles } from "./circles.js";
import { broken, fitTitle } from "./titles.js";

const ABOVE = 272; // pixels of a page above its map: menu, title, sentence and controls; in a frame it is alone
const YEARS = 34; // of a slider above a map, as in `component.py`
const SCALE = { classes: 56, circles: 110 }; // of what explains a map, below it
const LOWEST = 356; // of a map, which leaves room for the names of a wide picture
const PRINT = { size: 11, line: 15 }; // of small print, as in `charts/theme.py` and `charts/labels.py`
const LABEL = 56; // of the longest label beside a bar
const ROOM = { bars: 0.28, dots: 0.22 }; // share of the width that they leave for it, as in `charts/ranking.py`

// drawn: the figure, of which `sent` is what came from the server; share: of its map's height that is left.
export function fitWidth(drawn, sent, width, share = 1) {
  fitCircles(drawn, sent, width, share);
  fitTitle(drawn, sent, width);
  fitPrint(drawn, sent, width);
  fitBars(drawn, sent, width);
}

// A map is drawn lower where only then a window shows it whole, with what explains it. Returns how much of its height is left.
export function fitHeight(drawn, sent, slider) {
  const { height, margin, geo, meta } = sent.layout;
  if (!geo) return 1;
  const full = height - margin.t - margin.b;
  const above = new URLSearchParams(location.search).has("embed") ? 0 : ABOVE;
  const room = window.innerHeight - above - margin.t - (meta?.full ? SCALE.circles : SCALE.classes) - (slider ? YEARS : 0);
  const high = Math.min(full, Math.max(LOWEST, room));
  drawn.layout.height = height - full + high;
  return high / full;
}

// Small print takes as many lines as it needs, for which the drawing makes room.
function fitPrint(drawn, sent, width) {
  let more = 0;
  const prints = sent.layout.annotations.flatMap((one, n) => (isPrint(one) ? [n] : []));
  for (const n of prints.reverse()) {
    const { text, yshift } = sent.layout.annotations[n];
    const lines = text.split("<br>");
    const fitting = lines.flatMap((line) => broken(line, width, `${PRINT.size}px ${sent.layout.font.family}`));
    more += (fitting.length - lines.length) * PRINT.line;
    Object.assign(drawn.layout.annotations[n], { text: fitting.join("<br>"), yshift: yshift - more });
  }
  drawn.layout.margin.b = sent.layout.margin.b + more;
}

const isPrint = ({ yref, y, yanchor, align }) => yref === "paper" && y === 0 && yanchor === "bottom" && align === "left";

// Labels beside bars or dots that have hardly any room are not cut.
function fitBars(drawn, sent, width) {
  const bars = sent.data.some(({ type, orientation }) => type === "bar" && orientation === "h");
  const { side, title } = sent.layout.xaxis ?? {};
  const dots = side === "top" && title; // which says that the scale does not begin at zero
  if (!bars && !dots) return;
  const { l, r } = sent.layout.margin;
  drawn.layout.margin.r = Math.max(r, Math.round(LABEL - (bars ? ROOM.bars : ROOM.dots) * (width - l - r)));
}
