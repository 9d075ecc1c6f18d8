// Draws a picture and keeps it in place while its figure changes; saves it; tells the page what was clicked.
import { areas } from "./areas.js";
import { around, bring } from "./bring.js";
import { here } from "./address.js";
import { fitHeight, fitWidth } from "./fitting.js";
import { paint, recoloured } from "./recolour.js";
import { repainting } from "./repaint.js";
import { save, saveSlide } from "./saving.js";
import { slider } from "./slider.js";

const AROUND = 90; // pixels above and below a picture that stands alone in a frame
const MENU = ["png", "svg", "full", "slide", "embed", "add"];
const pictures = new WeakMap();

const plotly = new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = new URL("plotly.min.js", import.meta.url);
  script.onload = () => done(window.Plotly);
  script.onerror = () => failed(new Error("the drawing library could not be loaded"));
  document.head.append(script);
});

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".picture");
  if (!pictures.has(root)) pictures.set(root, picture(root));
  const own = pictures.get(root);
  own.tell = setTriggerValue;
  own.follow(data);
  return own.end;
}

function picture(root) {
  const place = root.querySelector("figure");
  const row = root.querySelector(".years");
  const own = { tell: null };
  const map = repainting(place);
  const list = areas(root.querySelector("select"), place, (area) => data.pick && own.tell("picked", area));
  const years = slider(row, map.show, ([period]) => own.tell("period", period));
  let data = null;
  let figure = null;
  let waiting = false;
  let anew = true; // whether what is waiting differs by more than colours from what is drawn
  let busy = false;
  let ended = false;
  let brought = ""; // the district that was brought into view last
  let drawn = Promise.resolve(); // what is under way; the library must not lose its place meanwhile

  // What scrolls is reached by keyboard, also before anything in it is drawn.
  const reach = () => around(place)?.setAttribute("tabindex", "0");
  const reserved = new ResizeObserver(reach);
  reserved.observe(root.parentElement);

  function draw() {
    if (!busy && waiting && place.clientWidth) drawn = drawAll();
  }

  async function drawAll() {
    busy = true;
    const Plotly = await plotly;
    while (waiting && !ended) {
      if (anew) await turn();
      waiting = false;
      if (anew) await drawAnew(Plotly);
      else await paint(Plotly, place);
      if (data.current && data.current !== brought) bring(place, data.current);
      brought = data.current;
    }
    busy = false;
  }

  async function drawAnew(Plotly) {
    anew = false;
    const { data: traces, layout } = figure;
    fit();
    await Plotly.react(place, traces, layout, data.config);
    reach();
    place.querySelector(".plot-container")?.setAttribute("aria-hidden", "true"); // its finding is the picture's name
    place.removeAllListeners();
    place.on("plotly_click", ({ points }) => clicked(points[0]));
    place.on("plotly_hover", ({ points }) => place.classList.toggle("over", Boolean(data.pick && areaOf(points[0]))));
    place.on("plotly_unhover", () => place.classList.remove("over"));
    map.catchUp();
  }

  // Of what a map that is lower than it was made for has no room for, nothing is drawn.
  function fit() {
    const width = place.clientWidth;
    const page = root.closest("[data-testid=stMain]");
    const top = root.getBoundingClientRect().top + (page?.scrollTop ?? 0);
    const share = fitHeight(figure, data.figure, width, Boolean(data.years), top);
    fitWidth(figure, data.figure, width, share);
    for (const trace of figure.data) trace.visible = !(width * share < trace.meta?.from);
    place.style.minHeight = `${figure.layout.height}px`;
    place.style.setProperty("--wide", width); // on paper a drawing shrinks as a whole (`ui/print.css`)
    place.style.setProperty("--high", figure.layout.height);
  }

  function clicked(point) {
    const area = areaOf(point);
    if (data.pick && area) own.tell("picked", area);
  }

  const observer = new ResizeObserver(async () => {
    if (waiting) return draw();
    if (!place.clientWidth || !place.data || busy || ended) return;
    fit();
    drawn = (await plotly).Plots.resize(place);
  });
  observer.observe(place);
  place.addEventListener("mousemove", reckonWithZoom, true);

  // The height of a picture and what belongs to it where no window makes it lower.
  const alone = () => root.offsetHeight - place.offsetHeight + Math.max(place.offsetHeight, data.height);

  const does = {
    png: async () => save(await plotly, place, data, "png"),
    svg: async () => save(await plotly, place, data, "svg"),
    full: () => root.requestFullscreen(),
    slide: (button) => saveSlide(button, data),
    add: () => own.tell("added", "yes"),
    embed: (button) => copyFrame(button, data, alone() + AROUND),
  };
  for (const name of MENU) {
    const button = root.querySelector(`[name=${name}]`);
    button.onclick = () => does[name](button);
  }
  root.addEventListener("fullscreenchange", () => enlarge(root, place));

  own.follow = (next) => {
    const before = data;
    data = JSON.parse(new TextDecoder().decode(next));
    if (!before || !recoloured(figure, before.figure, data.figure)) {
      figure = structuredClone(data.figure); // the library writes into what it draws
      anew = true;
      fetchOutlines(figure);
    }
    waiting = true;
    ended = false;
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", `${data.alt} ${data.legend}`.trim());
    for (const name of MENU) {
      const button = root.querySelector(`[name=${name}]`);
      button.textContent = data.menu[name];
      button.hidden = !data.menu[name];
      button.setAttribute("aria-label", `${data.menu[name]}: ${data.title}`); // of which of the page's pictures
    }
    list(data.figure, data.areas, data.layers);
    row.hidden = !data.years;
    if (data.years) years.follow({ ...data.repainting, ...data.years });
    map.follow(data.repainting, figure);
    requestAnimationFrame(reach);
    draw();
  };
  own.end = async () => {
    observer.disconnect();
    reserved.disconnect();
    years.end();
    map.end();
    ended = anew = true;
    await drawn;
    if (place.data) (await plotly).purge(place);
  };
  return own;
}

// One picture after the other, each in a frame of its own, so that what has been painted is seen at once.
let last = Promise.resolve();
function turn() {
  last = last.then(() => new Promise((done) => (document.hidden ? done() : requestAnimationFrame(() => soon(done)))));
  return last;
}

// Before what the page does for itself meanwhile, such as drawing an open list again, where the browser knows of order.
const soon = (done) => (window.scheduler?.postTask ? scheduler.postTask(done, { priority: "user-blocking" }) : setTimeout(done));

// The library asks for a map's outlines only when it draws; by then the browser has them.
function fetchOutlines({ data: traces }) {
  const addresses = new Set(traces.map(({ geojson }) => geojson).filter((geojson) => typeof geojson === "string"));
  if (!window.Plotly) for (const address of addresses) fetch(address).catch(() => {}); // the library will say what failed
}

const areaOf = (point) => String(point.location ?? point.id ?? "");

// The picture alone, for a page of somebody else.
async function copyFrame(button, data, height) {
  const address = here();
  address.searchParams.set("embed", "true");
  address.searchParams.set("show", data.key);
  const title = data.alt.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const size = `width="100%" height="${height}"`;
  const frame = `<iframe src="${address.href.replaceAll("&", "&amp;")}" title="${title}" ${size} style="border:0"></iframe>`;
  try {
    await navigator.clipboard.writeText(frame);
    const label = button.getAttribute("aria-label");
    button.textContent = data.copied;
    button.setAttribute("aria-label", data.copied);
    setTimeout(() => (button.textContent = data.menu.embed, button.setAttribute("aria-label", label)), 2000);
  } catch {
    prompt(data.menu.embed, frame); // a page that is not served securely may not copy
  }
}

// On the whole screen a picture grows as it is, so that its letters grow with it.
function enlarge(root, place) {
  const full = document.fullscreenElement === root;
  const scale = Math.min(root.clientWidth / place.clientWidth, root.clientHeight / place.clientHeight);
  place.style.transform = full ? `scale(${scale})` : "";
}

// Where the page is shown larger, the library takes a pointer's place for one in a page that is not.
function reckonWithZoom(event) {
  const zoom = Number(getComputedStyle(document.body).zoom) || 1;
  if (zoom === 1 || !event.isTrusted || !event.target.closest("svg")) return;
  event.stopImmediatePropagation();
  const own = event.target.getBoundingClientRect();
  const all = event.target.closest("svg").getBoundingClientRect();
  const near = (at, start) => start + (at - start) / zoom;
  const place = { clientX: near(event.clientX, own.left), clientY: near(event.clientY, own.top) };
  const told = new MouseEvent("mousemove", { bubbles: true, ...place });
  // Maps look at the place in the whole drawing, everything else at that in the part that was hit.
  Object.defineProperty(told, "offsetX", { value: near(event.clientX, all.left) - all.left });
  Object.defineProperty(told, "offsetY", { value: near(event.clientY, all.top) - all.top });
  event.target.dispatchEvent(told);
}
