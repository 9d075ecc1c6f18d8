// Notes, in the page itself, when its pictures have changed and which input caused it.
//
// Each frame is looked at once it has been handed to the compositor: a task posted from an animation frame's callback
// runs after that frame's style, layout and paint. All times are milliseconds since the epoch.
window.probe = (() => {
  const DISTRICTS = 63;
  const INPUTS = ["keydown", "pointerdown", "pointermove", "click", "popstate"];
  const CLEAR = new Set(["none", "transparent", "rgba(0, 0, 0, 0)"]);
  const now = () => performance.timeOrigin + performance.now();

  // Components may draw inside shadow roots, which queries on the document do not enter.
  const roots = [document];
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    return root;
  };
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  // A page may keep the picture before hidden beside the new one.
  const plots = () => all(".js-plotly-plot").filter((plot) => plot.checkVisibility({ visibilityProperty: true }));
  const inside = (selector) => plots().flatMap((plot) => [...plot.querySelectorAll(selector)]);
  const drawn = (path) => (path.getAttribute("d") || "").startsWith("M");
  const sorted = (places) => [...places].map(([place, state]) => `${place} ${state}`).sort().join("|");

  function districts() {
    const fills = new Map();
    for (const path of inside(".choroplethlayer path").filter(drawn)) {
      const style = getComputedStyle(path);
      if (path.__data__ && !CLEAR.has(style.fill)) fills.set(path.__data__.loc, style.fill);
    }
    return fills;
  }

  // A WebGL map has no paths. It shows values once plotly has plotted them and the map has rendered all of its tiles.
  const plotted = new WeakMap();
  function webglDistricts() {
    const values = new Map();
    for (const plot of plots()) {
      const subplot = plot._fullLayout?.map?._subplot;
      if (!subplot?.map || !Object.keys(subplot.traceHash).length) continue;
      const read = () => plot._fullData.flatMap(({ locations, z }) => [...(locations || [])].map((at, n) => [at, z[n]]));
      if (!plotted.has(plot)) {
        plotted.set(plot, read());
        plot.on("plotly_afterplot", () => plotted.set(plot, read()));
      }
      if (!subplot.map.loaded() || !subplot.map.areTilesLoaded()) continue;
      for (const [place, z] of plotted.get(plot)) values.set(place, z);
    }
    return values;
  }

  const channels = {
    fills() {
      const found = districts();
      const places = found.size ? found : webglDistricts();
      return places.size === DISTRICTS ? sorted(places) : `${places.size} districts`;
    },
    outlines() {
      const clear = inside(".choroplethlayer path").filter((path) => drawn(path) && path.__data__);
      const outlines = clear.filter((path) => CLEAR.has(getComputedStyle(path).fill));
      return sorted(outlines.map((path) => [path.__data__.loc, getComputedStyle(path).strokeWidth]));
    },
    bars: () => inside(".barlayer .point path").map((bar) => getComputedStyle(bar).fill + bar.getAttribute("d")).join("|"),
    lines: () => inside(".scatterlayer path.js-line").map((line) => line.getAttribute("d")).join("|"),
    titles: () => inside(".gtitle").map((title) => title.textContent).join("|"),
  };

  let watched = [];
  let began = {};
  let states = {};
  let log = [];
  let inputs = [];
  let changedAt = 0;
  let waiting = null;
  let looking = false;

  function look() {
    const at = now();
    for (const channel of watched) {
      const state = channels[channel]();
      if (state === states[channel]) continue;
      states[channel] = state;
      log.push([at, channel, state]);
      changedAt = at;
    }
    if (waiting && unmet(waiting.wanted).length === 0 && at - changedAt >= waiting.quiet) waiting.resolve(taken());
  }

  function unmet({ fills, changed = [], titled }) {
    const missing = changed.filter((channel) => states[channel] === began[channel]).map((name) => `${name} changed`);
    if (fills === "complete" && !states.fills?.includes("|")) missing.push(`${DISTRICTS} districts`);
    if (fills && fills !== "complete" && states.fills !== fills) missing.push("the fills of the year");
    if (titled) {
      const [text, count] = titled;
      const found = (states.titles || "").split("|").filter((title) => title.includes(text)).length;
      if (found < count) missing.push(`${count} titles with ${text}`);
    }
    return missing;
  }

  const taken = () => ({ log, inputs, origin: performance.timeOrigin });

  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    if (!looking) return;
    look();
    requestAnimationFrame(() => painted.port2.postMessage(0));
  };

  for (const type of INPUTS) {
    const note = (event) => {
      if (!looking) return;
      // While the page is busy the browser merges moves; each keeps the time at which it was made.
      const made = event.getCoalescedEvents?.() ?? [];
      for (const one of made.length ? made : [event]) {
        inputs.push([performance.timeOrigin + one.timeStamp, type, event.key ?? null, one.clientX ?? null]);
      }
    };
    window.addEventListener(type, note, { capture: true, passive: true });
  }

  function arm(names) {
    watched = names;
    states = Object.fromEntries(watched.map((name) => [name, channels[name]()]));
    began = { ...states };
    log = watched.map((name) => [now(), name, states[name]]);
    inputs = [];
    changedAt = now();
    if (looking) return;
    looking = true;
    requestAnimationFrame(() => painted.port2.postMessage(0));
  }

  // Resolves with what was noted once all that is wanted holds and nothing has changed for `quiet` milliseconds.
  function until(wanted, quiet, limit) {
    return new Promise((resolve, reject) => {
      const end = (settle, result) => {
        clearTimeout(timer);
        waiting = null;
        looking = false;
        settle(result);
      };
      const late = () => end(reject, new Error(`not seen in ${limit} ms: ${unmet(wanted).join(", ") || "a still page"}`));
      const timer = setTimeout(late, limit);
      waiting = { wanted, quiet, resolve: (result) => end(resolve, result) };
    });
  }

  // A page that is being loaded is watched from its beginning.
  arm(["fills", "titles"]);
  return { arm, until };
})();
