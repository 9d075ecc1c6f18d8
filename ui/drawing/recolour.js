// Bars that stand where they stood, some in other colours: all that a choice of districts changes in a ranking.

// Gives the figure that is drawn the colours of what was sent, if that differs from what was sent before by nothing but
// the colours of bars; returns whether it does.
export function recoloured(drawn, before, sent) {
  if (but(before) !== but(sent)) return false;
  sent.data.forEach((trace, n) => isColoured(trace) && (drawn.data[n].marker.color = trace.marker.color));
  return true;
}

// The library draws all of a picture anew for another list of colours. What one value says for all of a trace it only
// paints, and with it what the figure says of colours by then.
export const paint = (Plotly, place) => Plotly.restyle(place, { opacity: place.data.map(({ opacity = 1 }) => opacity) });

const isColoured = ({ type, marker }) => type === "bar" && Array.isArray(marker?.color);

const but = ({ data, layout }) =>
  JSON.stringify([data.map((trace) => (isColoured(trace) ? { ...trace, marker: { ...trace.marker, color: [] } } : trace)), layout]);
