// A slide: what is said of a picture, and its drawing.
import { column, fitted } from "./drawing.js";

const SIZES = [140, 240, 340]; // letters, from which on a sentence is smaller

const element = (name, text = "", place = {}) => Object.assign(document.createElement(name), { textContent: text }, place);

// early: what the page said of the picture before any script ran, if it did.
export function slide(stage, words, Plotly, config, early) {
  const root = element("section", "", { className: "slide" });
  const figure = element("figure");
  const notes = element("footer");
  const header = early?.querySelector("header") ?? element("header");
  root.append(header, figure, notes);
  root.inert = true;
  stage.append(root);
  let shown = null;
  let drawn = null; // how the drawing was fitted
  let other = false; // than in the set
  let under = Promise.resolve();
  let settling = 0;

  // Without a title the sentence is the heading, and what it is in follows it.
  function say({ title, subtitle, sentence }, changed) {
    const size = SIZES.filter((letters) => sentence.length > letters).length;
    const finding = element(title ? "p" : "h1", sentence, { className: `sentence long-${size}` });
    const heading = title ? element("h1", title) : finding;
    if (subtitle) heading.append(" ", element("small", subtitle));
    header.replaceChildren(...new Set([heading, finding]));
    if (changed) header.append(element("p", words.changed, { className: "changed" }));
  }

  function note({ notes: lines }) {
    notes.replaceChildren(
      ...lines.map((pieces) => {
        const line = element("span");
        for (const [text, colour] of pieces) {
          const piece = element("span", text);
          piece.style.color = colour;
          line.append(piece);
        }
        return line;
      }),
    );
  }

  async function draw() {
    const library = await Plotly();
    if (!root.isConnected || !shown.figure) return;
    drawn = fitted(shown.figure, figure.clientWidth, figure.clientHeight);
    const places = Array.from({ length: drawn.columns }, () => element("div"));
    const sheet = element("div", "", { className: "sheet" });
    sheet.setAttribute("aria-hidden", "true"); // what it finds is the figure's name
    sheet.append(...places);
    figure.append(sheet);
    for (const [n, place] of places.entries()) {
      const own = column(shown.figure, drawn, n);
      await library.newPlot(place, own.data, own.layout, config);
    }
    clear(library, sheet);
    enlarge();
  }

  // The picture that was there stays until the next one is drawn.
  function clear(library, except) {
    for (const child of [...figure.children]) {
      if (child === except) continue;
      for (const place of child.children) library.purge(place);
      child.remove();
    }
  }

  // As large as the room is now, which the bar of questions makes lower; what is longer than its room scrolls.
  function enlarge() {
    const sheet = figure.querySelector(".sheet");
    if (!sheet) return;
    const [width, room] = [drawn.width * drawn.columns, figure.clientHeight];
    const scale = Math.min(drawn.scale, figure.clientWidth / width, drawn.scrolls ? Infinity : room / drawn.height);
    const left = Math.max(0, (figure.clientWidth - width * scale) / 2);
    Object.assign(sheet.style, { width: `${width}px`, height: `${drawn.height}px` });
    sheet.style.transform = `translateX(${left}px) scale(${scale})`;
    figure.classList.toggle("long", drawn.scrolls);
  }

  // Draws as soon as what is under way is done; words are there at once.
  function tell(picture, changed = false) {
    [shown, other] = [picture, changed];
    say(picture, changed);
    note(picture);
    figure.setAttribute("role", picture.figure ? "img" : "none");
    figure.setAttribute("aria-label", `${picture.sentence} ${picture.legend}`.trim());
    return (under = under.catch(() => {}).then(async () => {
      if (shown !== picture) return;
      if (picture.figure) await draw();
      else clear(await Plotly());
    }));
  }

  function wait(text, again) {
    const place = element("p", text, { className: "waiting" });
    if (again) place.append(" ", element("button", words.again, { onclick: again }));
    figure.replaceChildren(place);
  }

  // What has no focus and is not told is settled after the picture has been painted: it takes a look at every line of it.
  function show(is) {
    root.classList.toggle("shown", is);
    clearTimeout(settling);
    settling = setTimeout(() => (root.inert = !is), is ? 0 : 300);
  }

  async function end() {
    root.remove();
    await under.catch(() => {});
    if (window.Plotly) clear(window.Plotly);
  }
  return { root, tell, wait, show, enlarge, redraw: () => shown?.figure && tell(shown, other), end };
}
