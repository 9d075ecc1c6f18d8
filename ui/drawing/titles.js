// Titles in as many lines as a narrow picture takes; the library would cut them.

const LINES = { title: [16, 21], subtitle: [12, 21] }; // pixels of type, and from line to line
const PARTS = /^(<b>)(.*?)(<\/b><br><span[^>]*>)(.*?)(<\/span>)$/s; // as of `charts/theme.py`
const pen = document.createElement("canvas").getContext("2d");

// The title and how many pixels it takes more than in two lines.
export function inLines(title, width, family) {
  const [, bold, first, between, second, end] = title.match(PARTS) ?? [];
  if (!bold) return [title, 0];
  const own = broken(first, width, `bold ${LINES.title[0]}px ${family}`);
  const below = broken(second, width, `${LINES.subtitle[0]}px ${family}`);
  const more = (own.length - 1) * LINES.title[1] + (below.length - 1) * LINES.subtitle[1];
  return [bold + own.join("<br>") + between + below.join("<br>") + end, more];
}

// In lines no wider than that; marks, which take no room, stay whole. gap: what lines are broken at.
export function broken(text, width, font, gap = " ") {
  pen.font = font;
  const lines = [];
  for (const word of (gap === " " ? text.match(/(?:<[^>]*>|[^ <])+/g) : text.split(gap)) ?? [""]) {
    const longer = [lines.at(-1), word].filter(Boolean).join(gap);
    if (lines.length && pen.measureText(longer.replace(/<[^>]*>/g, "")).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// drawn: the figure, of which `sent` is what came from the server.
export function fitTitle(drawn, sent, width) {
  const { title, margin, font } = sent.layout;
  if (!title?.text) return;
  const [text, more] = inLines(title.text, width, font.family);
  drawn.layout.title.text = text;
  drawn.layout.margin.t = margin.t + more;
}
