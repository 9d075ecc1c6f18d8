// Saves a picture at the size of a slide. It also says in words what it shows, and under which address it can be opened
// again; and it brings the page's font along, without which its labels would not fit where they stand.

import { here } from "./address.js";
import { fitWidth } from "./fitting.js";

const SLIDE = 1920; // pixels that a saved picture is wide, at least
const EDGE = 20; // pixels around a saved picture
const LINE = 16; // pixels a line of small print, and a letter in it
const LETTER = 7;

export async function save(Plotly, place, data, format) {
  const width = place.clientWidth + 2 * EDGE;
  const figure = structuredClone(data.figure);
  fitWidth(figure, data.figure, place.clientWidth);
  withWords(figure, data.alt, place.clientWidth);
  const size = { width, height: figure.layout.height + 2 * EDGE };
  const drawing = await Plotly.toImage({ ...figure, config: data.config }, { ...size, format: "svg", imageDataOnly: true });
  const svg = drawing.replace(/(<svg[^>]*>)/, `$1<style>${await font()}${outline(figure.layout)}</style>`);
  const scale = Math.max(2, SLIDE / place.clientWidth);
  const file = format === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await asPng(svg, size, scale);
  keep(file, `${data.name}.${format}`);
}

// The server makes the slide when it is asked for, which takes a moment.
export async function saveSlide(button, data) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  button.textContent += " …";
  const answer = await fetch(new URL(data.slide, document.baseURI)).catch(() => null);
  button.removeAttribute("aria-busy");
  button.textContent = data.menu.slide;
  if (answer?.ok) keep(await answer.blob(), `${data.name}.pptx`);
  else open(data.slide, "_blank"); // what was wrong is said there
}

function keep(file, name) {
  const link = Object.assign(document.createElement("a"), { download: name, href: URL.createObjectURL(file) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function withWords(figure, alt, width) {
  const { layout } = figure;
  const letters = Math.floor(width / LETTER);
  const words = lines(alt, letters).map((line) => `<span style="font-size:12px">${line}</span>`);
  const address = here().href.match(new RegExp(`.{1,${letters}}`, "g"));
  const source = layout.annotations[0];
  const more = LINE * (words.length + address.length);
  source.text = [...words, source.text, ...address].join("<br>").replaceAll("&", "&amp;");
  source.yshift -= more;
  Object.assign(layout.margin, { l: layout.margin.l + EDGE, r: layout.margin.r + EDGE, b: layout.margin.b + more + EDGE });
  layout.title.pad = { t: EDGE + 16, l: EDGE };
  layout.margin.t += EDGE;
  layout.height += more;
}

function lines(text, letters) {
  return text.match(new RegExp(`.{1,${letters}}(?:\\s|$)|\\S+`, "g")) ?? [];
}

// Names on a map stand on light and dark districts alike; the page's style does the same.
const outline = ({ paper_bgcolor: background }) =>
  `.scattergeo text{paint-order:stroke;stroke:${background};stroke-width:3px;stroke-linejoin:round}`;

let face;
const font = () => (face ??= read().catch(() => "")); // without it the picture is saved in a font of the machine

async function read() {
  const family = getComputedStyle(document.body).fontFamily.split(",")[0];
  const rules = [...document.styleSheets].flatMap((sheet) => (sheet.href?.startsWith(location.origin) ? [...sheet.cssRules] : []));
  const own = rules.find(({ style, type }) => type === CSSRule.FONT_FACE_RULE && style.fontFamily === family);
  if (!own) return "";
  const address = new URL(own.style.src.match(/url\("(.*?)"\)/)[1], own.parentStyleSheet.href);
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `@font-face{font-family:${family};font-weight:${own.style.fontWeight};src:url(data:font/woff2;base64,${data})}`;
}

async function asPng(svg, { width, height }, scale) {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/png" });
}
