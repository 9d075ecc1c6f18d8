// Presents a set: one picture a screen, turned over by keys, a clicker or a finger. The pictures beside the one that is
// shown are drawn beforehand, out of sight.
import { plotly } from "./drawing.js";
import { given } from "./given.js";
import { questions } from "./questions.js";
import { slide } from "./slide.js";

const SWIPE = 50; // pixels
const EDGE = 0.25; // of the screen's width, at which a tap turns over
const FAR = 3; // slides away, from which on a drawing is given up
const RETRY = 5000; // milliseconds
const REST = 200; // until what was turned to has been painted, and whoever turns has stopped

const data = JSON.parse(document.querySelector("#data").textContent);
const { words } = data;
const [stage, told, form, black, help] = ["stage", "told", "questions", "black", "help"].map((id) => document.getElementById(id));
const bar = document.querySelector("nav");
const button = (name) => bar.querySelector(`[name=${name}]`);
const root = document.documentElement;
const source = given(data);
let library = null;
const Plotly = () => (library ??= plotly(data.library).catch((error) => ((library = null), Promise.reject(error))));

const places = Array.from({ length: data.count }, () => ({ changes: {}, slide: null, picture: null, asked: "" }));
let { set } = data;
let resting = 0;
let at = Math.min(Math.max(Number(location.hash.slice(1)) - 1 || 0, 0), Math.max(places.length - 1, 0));
root.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

// Draws the picture at a place unless it is there already; what it is to show may change meanwhile.
async function prepare(place) {
  const n = places.indexOf(place);
  const asked = JSON.stringify([place.changes, root.dataset.theme]);
  if (!place.slide) {
    place.slide = slide(stage, words, Plotly, data.config, n ? null : stage.querySelector(".early"));
    place.slide.wait(words.loading);
  }
  if (place.asked === asked) return;
  place.asked = asked;
  try {
    const picture = await source.picture(n, { set, theme: root.dataset.theme, changes: place.changes });
    if (place.asked !== asked || !place.slide) return;
    place.picture = picture;
    const drawn = place.slide.tell(picture, Object.keys(place.changes).length > 0);
    if (place === places[at]) present();
    await drawn.catch(() => place.slide?.wait(words.library, () => again(place)));
  } catch ({ message }) {
    if (place.asked !== asked || !place.slide) return;
    place.asked = "";
    place.slide.wait(message ? words.failed.replace("{said}", message) : words.lost, () => again(place));
    if (!message) setTimeout(() => place === places[at] && prepare(place), RETRY);
  }
}

function again(place) {
  place.asked = "";
  prepare(place);
}

function present() {
  const { picture, changes } = places[at];
  for (const place of places) place.slide?.show(place === places[at]);
  stage.querySelector(".early")?.remove();
  told.textContent = picture ? [words.of.replace("{n}", at + 1).replace("{count}", places.length), picture.title, picture.sentence].join(". ") : "";
  if (picture?.choices && !form.hidden) asking.follow(picture.choices, Object.keys(changes).length > 0);
}

function go(n) {
  if (!places.length) return;
  if (n !== at) document.querySelector("#problems").hidden = true; // it has been read
  at = Math.min(Math.max(n, 0), places.length - 1);
  button("previous").disabled = at === 0;
  button("next").disabled = at === places.length - 1;
  bar.querySelector("#count").textContent = `${at + 1} / ${places.length}`;
  history.replaceState(null, "", `#${at + 1}`);
  const drawn = prepare(places[at]);
  present();
  clearTimeout(resting);
  resting = setTimeout(() => drawn.then(beside), REST);
}

// One after the other, and only while the reader stays.
async function beside() {
  const here = at;
  for (const n of [here + 1, here - 1, here + 2]) if (at === here && places[n]) await prepare(places[n]);
  if (at !== here) return;
  places.forEach((place, n) => {
    if (Math.abs(n - at) < FAR || !place.slide) return;
    place.slide.end();
    Object.assign(place, { slide: null, picture: null, asked: "" });
  });
}

function change(what) {
  const place = places[at];
  place.changes = what && { ...place.changes, ...what } || {};
  prepare(place);
}

// The changed picture becomes one of the set, after the one that it was made from, which is as it was again.
function keep() {
  const place = places[at];
  if (!place.picture?.set) return;
  set = place.picture.set;
  source.forget();
  const added = { ...place, changes: {}, asked: JSON.stringify([{}, root.dataset.theme]) };
  added.slide.tell(place.picture);
  Object.assign(place, { changes: {}, slide: null, picture: null, asked: "" });
  places.splice(at + 1, 0, added);
  const address = new URL(location.href);
  address.searchParams.set("set", set);
  history.replaceState(null, "", address);
  go(at + 1);
  told.textContent = words.kept;
}

const asking = data.offered ? questions(form, words, data.offered, { change, reset: () => change(), keep }) : null;

function ask(open = form.hidden) {
  if (!asking) return;
  form.hidden = !open;
  present();
  button("ask").setAttribute("aria-expanded", open);
  if (open) form.querySelector("label:not([hidden]) select")?.focus();
  else stage.focus();
}

function leave() {
  if (help.open) help.close();
  else if (!black.hidden) black.hidden = true;
  else if (!form.hidden) ask(false);
  else if (document.fullscreenElement) document.exitFullscreen();
  else if (data.back) location.href = `${data.back}&set=${encodeURIComponent(set)}`;
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.().catch(() => {}) ?? (told.textContent = words.no_full);
}

function theme() {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  go(at);
}

const next = () => go(at + 1);
const previous = () => go(at - 1);
const does = { previous, next, ask: () => ask(), full, theme, help: () => help.showModal(), back: leave };
for (const [name, act] of Object.entries(does)) button(name).onclick = act;
button("ask").hidden = !asking;
button("back").hidden = !data.back;

const darken = () => (black.hidden = !black.hidden);
const KEYS = {
  ArrowRight: next, ArrowDown: next, PageDown: next, " ": next, Enter: next, n: next,
  ArrowLeft: previous, ArrowUp: previous, PageUp: previous, Backspace: previous, p: previous,
  Home: () => go(0), End: () => go(places.length - 1),
  b: darken, ".": darken, e: () => ask(), r: () => change(), f: full, d: theme, "?": does.help, Escape: leave,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (help.open || (event.target.closest("form") && key !== "Escape" && !key.startsWith("Page"))) return;
  if (event.target.closest("button") && (key === " " || key === "Enter")) return;
  const act = key === " " && event.shiftKey ? previous : KEYS[key];
  if (!act) return;
  event.preventDefault();
  if (!black.hidden && act !== darken && act !== leave) black.hidden = true;
  act();
});
black.onclick = darken;

// A finger swipes, or taps at the edges.
let touched = null;
stage.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch" && event.isPrimary ? event : null));
stage.addEventListener("pointercancel", () => (touched = null));
stage.addEventListener("pointerup", ({ clientX, clientY, target }) => {
  if (!touched || target.closest("button")) return;
  const [x, y] = [clientX - touched.clientX, clientY - touched.clientY];
  touched = null;
  if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) return go(x < 0 ? at + 1 : at - 1);
  if (Math.abs(x) + Math.abs(y) > 10) return;
  if (clientX > (1 - EDGE) * innerWidth) next();
  else if (clientX < EDGE * innerWidth) previous();
});

let resized = 0;
new ResizeObserver(() => {
  for (const { slide: each } of places) each?.enlarge();
  clearTimeout(resized);
  resized = setTimeout(() => places.forEach(({ slide: each }) => each?.redraw()), 200);
}).observe(stage);

function tick() {
  const now = new Date();
  bar.querySelector("#clock").textContent = now.toLocaleTimeString(data.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  setTimeout(tick, 60000 - (now % 60000));
}

addEventListener("online", () => places[at] && prepare(places[at]));
tick();
bar.querySelector("#count").textContent = `0 / ${places.length}`;
go(at);
stage.focus();
