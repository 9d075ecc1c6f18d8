// The classes of the changes between any two periods, from what the server says of all of them (`pictures.spans`).

const known = new Map();

// Once a page; nothing where the server does not answer, and the page alone follows the hand.
export function fetched(address) {
  if (!known.has(address)) {
    const answer = fetch(address).then((found) => (found.ok ? found.json() : null));
    known.set(address, answer.catch(() => known.delete(address) && null));
  }
  return known.get(address);
}

// Of every area its class, -1 without a change, with the colours and breaks of the classes that any of them reaches.
export function ofChange(spans, { colours }, start, end) {
  const [first, last] = [spans.periods.indexOf(start), spans.periods.indexOf(end)];
  const steps = spans.steps[first]?.[last - first - 1];
  if (!steps) return null;
  const breaks = [...steps.map((step) => -step).reverse(), ...steps];
  const found = spans.areas.map((_, n) => {
    const [then, now] = [spans.values[first][n], spans.values[last][n]];
    if (then === null || now === null || (spans.percent && then === 0)) return -1;
    const change = shown(spans.percent ? (100 * (now - then)) / Math.abs(then) : now - then, spans.decimals);
    return breaks.filter((at) => (change < 0 ? at < change : at <= change)).length;
  });
  const held = found.filter((shade) => shade >= 0);
  const [low, high] = held.length ? [Math.min(...held), Math.max(...held)] : [0, breaks.length];
  const palest = (colours.length - 1) / 2 - steps.length; // palettes have colours for more steps than there are
  return {
    classes: found.map((shade) => (shade < 0 ? -1 : shade - low)),
    colours: colours.slice(palest + low, palest + high + 1),
    breaks: breaks.slice(low, high),
  };
}

// As it is written: halves away from zero.
function shown(change, decimals) {
  const digits = 10 ** decimals;
  return (Math.sign(change) * Math.round(Math.abs(change) * digits)) / digits;
}
