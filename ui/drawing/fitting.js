// What a picture was made for a wide and high window for, made to fit a narrow or low one. Saved files keep their height.

import { fit as fitCircles } from "./circles.js";
import { broken, fitTitle } from "./titles.js";

const ABOVE = { usual: 272, most: 330 }; // pixels of a page above its map: menu, title, sentence, controls; none in a frame
const YEARS = 40; // of a slider above a map, as in `component.py`
const SCALE = { classes: 56, circles: 110 }; // of what explains a map, below it
const NARROW = 760; // of windows, in which controls fold and a map is as large as its width lets it be (`ui/frame.css`)
const LOWEST = 356; // of a map, which leaves room for the names of a wide picture
const PRINT = { size: 11, line: 15 }; // of small print, as in `charts/theme.py` and `charts/labels.py`
const TICKS = 42; // of a label below a drawing with what is beside it; there are at least four unless this says less
const NAME = 20; // of a month's name below its column
const GAP = "\u2003"; // between what colours mean, as in `charts/stacked.py`
const GAP_WIDTH = 12;
const LABEL = 56; // of the longest label beside a bar
const ROOM = { bars: 0.28, dots: 0.22 }; // share of the width that they leave for it, as in `charts/ranking.py`

// drawn: the figure, of which `sent` is what came from the server; share: of its map's height that is left.
export function fitWidth(drawn, sent, width, share = 1) {
  fitCircles(drawn, sent, width, share);
  fitTitle(drawn, sent, width);
  fitPrint(drawn, sent, width);
  fitBars(drawn, sent, width);
  fitTicks(drawn, sent, width);
  const { t, b } = drawn.layout.margin;
  if (sent.layout.geo || window.innerWidth <= NARROW) drawn.layout.height += t + b - sent.layout.margin.t - sent.layout.margin.b;
}

// A map is drawn lower where only then a window shows it whole, with what explains it, and no higher than its width lets
// it be. top: of the picture, from that of the page. Returns how much of its height the window left.
export function fitHeight(drawn, sent, width, slider, top) {
  const { height, margin, geo, meta } = sent.layout;
  drawn.layout.height = height;
  if (!geo) return 1;
  const full = height - margin.t - margin.b;
  const room = window.innerHeight - above(top) - margin.t - (meta?.full ? SCALE.circles : SCALE.classes) - (slider ? YEARS : 0);
  const high = window.innerWidth > NARROW ? Math.min(full, Math.max(LOWEST, room)) : full;
  drawn.layout.height += Math.min(high, Math.ceil(width * tall(geo))) - full;
  return high / full;
}

// A map further down than a long sentence moves it is scrolled to.
function above(top) {
  if (new URLSearchParams(location.search).has("embed")) return 0;
  return top > ABOVE.most ? ABOVE.usual : Math.max(ABOVE.usual, top);
}

// Pixels of height that a map takes for each of the picture's width.
function tall({ lonaxis, lataxis, domain }) {
  const [west, east] = lonaxis.range;
  const [south, north] = lataxis.range;
  const [left, right] = domain?.x ?? [0, 1];
  const middle = (Math.PI / 180) * ((south + north) / 2);
  return ((right - left) * (north - south)) / ((east - west) * Math.cos(middle));
}

// Small print, and what says what colours mean, take as many lines as they need, for which the drawing makes room.
function fitPrint(drawn, sent, width) {
  let more = 0;
  for (const [n, one] of sent.layout.annotations.entries()) {
    if (!isKey(one)) continue;
    const entries = one.text.replaceAll("<br>", GAP);
    const lines = broken(entries, width - GAP_WIDTH, `${one.font.size}px ${sent.layout.font.family}`, GAP);
    more += (lines.length - one.text.split("<br>").length) * PRINT.line;
    drawn.layout.annotations[n].text = lines.join("<br>");
  }
  const prints = sent.layout.annotations.flatMap((one, n) => (isPrint(one) ? [n] : []));
  for (const n of prints.reverse()) {
    const { text, yshift } = sent.layout.annotations[n];
    const lines = text.split("<br>");
    const fitting = text.replaceAll(" <br>", " ").split("<br>").flatMap((line) => broken(line, width, `${PRINT.size}px ${sent.layout.font.family}`));
    more += (fitting.length - lines.length) * PRINT.line;
    Object.assign(drawn.layout.annotations[n], { text: fitting.join("<br>"), yshift: yshift - more });
  }
  drawn.layout.margin.b = sent.layout.margin.b + more;
}

const isPrint = ({ yref, y, yanchor, align }) => yref === "paper" && y === 0 && yanchor === "bottom" && align === "left";

const isKey = ({ yref, y, yanchor, align, text }) =>
  yref === "paper" && y === 0 && yanchor === "top" && align === "left" && text.startsWith("<span");

// Labels below a narrow drawing do not turn aside, and names below columns do not touch.
function fitTicks(drawn, sent, width) {
  const { xaxis, margin } = sent.layout;
  const room = width - margin.l - margin.r;
  const names = sent.data.find(({ type, x }) => type === "bar" && typeof x?.[0] === "string")?.x.length ?? 0;
  if (names && room < NAME * names) drawn.layout.xaxis.nticks = Math.floor(room / NAME);
  else if (xaxis && !xaxis.dtick && room < TICKS * 4) drawn.layout.xaxis.nticks = Math.max(2, Math.floor(room / TICKS));
}

// Labels beside bars or dots that have hardly any room are not cut.
function fitBars(drawn, sent, width) {
  const bars = sent.data.some(({ type, orientation }) => type === "bar" && orientation === "h");
  const { side, title } = sent.layout.xaxis ?? {};
  const dots = side === "top" && title; // which says that the scale does not begin at zero
  if (!bars && !dots) return;
  const { l, r } = sent.layout.margin;
  drawn.layout.margin.r = Math.max(r, Math.round(LABEL - (bars ? ROOM.bars : ROOM.dots) * (width - l - r)));
}
