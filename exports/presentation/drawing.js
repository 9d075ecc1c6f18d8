// How large a picture is drawn for the room that it has, so that its letters are as large as they can be.

const WIDEST = 2.4; // times that a drawing is enlarged, at most
const COLUMNS = [1, 2, 3, 4];
const NARROWEST = 400; // pixels that a drawing is made for, at least
const LOW = 400; // of a map, which may be lower than it was made for
const LONG = 800; // of rows, from which on they stand in columns
const LEGIBLE = 0.62; // times, below which a slide rather scrolls

export function plotly(address) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(window.Plotly);
    script.onerror = () => failed(new Error(""));
    document.head.append(script);
  });
}

// The columns that rows stand in, the pixels of each that are drawn, and how many times that is enlarged: the most that
// there is room for.
export function fitted(figure, width, height) {
  const { layout } = figure;
  const rows = rowsOf(figure);
  const around = layout.margin.t + layout.margin.b;
  const lowest = layout.geo && !layout.meta?.full ? Math.min(LOW, layout.height) : layout.height;
  const narrowest = Math.min(Math.max(NARROWEST, layout.meta?.full ?? 0), 1.5 * NARROWEST);
  const ways = (rows.length && lowest > LONG ? COLUMNS : [1]).map((columns) => {
    const least = Math.ceil((lowest - around) / columns) + around;
    return { columns, least, scale: Math.min(WIDEST, Math.max(height / least, LEGIBLE), width / columns / narrowest) };
  });
  const { columns, least, scale } = ways.reduce((one, other) => (other.scale > 1.05 * one.scale ? other : one));
  const high = Math.max(least, Math.floor(height / scale));
  return { columns, scale, rows, width: Math.floor(width / columns / scale), height: high, scrolls: high * scale > height + 2 };
}

// The rows of a table or ranking, whose axis can be cut; none of a drawing that can't.
function rowsOf({ data, layout }) {
  const [first] = data;
  const bars = first?.type === "heatmap" || (first?.type === "bar" && first.orientation === "h");
  if (!bars || layout.yaxis2) return [];
  return layout.yaxis.categoryarray ?? [...new Set(data.flatMap(({ y }) => y ?? []))];
}

// One of the columns as a figure; every trace stays whole, and the axis shows its part.
export function column({ data, layout }, { columns, width, height, rows }, n) {
  const own = structuredClone({ data, layout });
  Object.assign(own.layout, { width, height });
  for (const trace of own.data) trace.visible = !(width < trace.meta?.from);
  if (columns > 1) {
    const each = Math.ceil(rows.length / columns);
    own.layout.yaxis.autorange = false;
    own.layout.yaxis.range = [Math.min((n + 1) * each, rows.length + columns) - 0.5, n * each - 0.5];
    if (n) own.data.forEach((trace) => (trace.showscale = false));
  }
  return own;
}
