// Moves through the years of a map: repaints its districts here, and tells the page when the hand rests.
const REST = 250; // milliseconds without a move
const STEP = 700; // milliseconds a year while playing

// The state of one slider outlives the data that a rerun of the page brings.
export function years(row, paint, tell) {
  const slider = row.querySelector("input");
  const output = row.querySelector("output");
  const button = row.querySelector("button");
  let data = { periods: [] };
  let shown = 0;
  let rest = 0;
  let playing = 0;

  function show(next) {
    shown = next;
    slider.value = next;
    slider.setAttribute("aria-valuetext", data.periods[next]);
    output.textContent = data.periods[next];
  }

  function move(next) {
    paint(data, shown, next);
    show(next);
    clearTimeout(rest);
    if (!playing) rest = setTimeout(arrive, REST);
  }

  function arrive() {
    rest = 0;
    tell(data.periods[shown]);
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    button.textContent = data.play;
  }

  function play() {
    if (shown === data.periods.length - 1) move(0);
    button.textContent = data.pause;
    playing = setInterval(() => {
      if (shown < data.periods.length - 1) return move(shown + 1);
      stop();
      arrive();
    }, STEP);
  }

  slider.oninput = () => {
    stop();
    move(Number(slider.value));
  };
  button.onclick = () => {
    if (!playing) return play();
    stop();
    arrive();
  };

  return {
    follow(next) {
      data = next;
      slider.max = data.periods.length - 1;
      slider.setAttribute("aria-label", data.label);
      if (!playing) button.textContent = data.play;
      if (!playing && !rest) show(data.periods.indexOf(data.period));
    },
    end() {
      clearTimeout(rest);
      clearInterval(playing);
    },
  };
}

// Gives every district the colour of its class in a period; data as `ui.drawing.Years` sends it.
export function paintDistricts(map, data, before, next) {
  // Tooltips and the districts without a value are those of the year drawn last, until the page follows.
  map.style.pointerEvents = "none";
  for (const note of map.querySelectorAll(".annotation")) {
    if (note.textContent.includes("■")) note.style.visibility = "hidden";
    const { name } = map.layout.annotations[note.dataset.index];
    if (name?.startsWith(data.count)) recount(note, data.shades[next], Number(name.slice(data.count.length)));
  }
  const place = (data.place ??= Object.fromEntries(data.areas.map((area, n) => [area, n])));
  const shades = data.shades[next];
  for (const layer of map.querySelectorAll(".choroplethlayer > g")) {
    // Outlines lie above the districts and stay as they are; plotly leaves out a layer with nothing to draw.
    if (!data.layers.includes(layer.__data__?.[0]?.trace.name)) continue;
    for (const path of layer.querySelectorAll("path")) {
      const n = path.__data__ && place[path.__data__.loc];
      if (n === undefined) continue;
      const shade = shades[n];
      // The attribute, which plotly sets, too: a style would stay and hide what it draws next.
      path.setAttribute("fill", shade === "-" ? data.no_value : data.colours[parseInt(shade, 36)]);
    }
  }
  for (const line of map.querySelectorAll(".gtitle tspan")) {
    line.textContent = line.textContent.replace(data.periods[before], data.periods[next]);
  }
}

// How many districts are in a class now, above its colour.
function recount(note, shades, number) {
  const there = [...shades].filter((shade) => parseInt(shade, 36) === number).length;
  const words = note.querySelector(".annotation-text");
  if (words) words.textContent = there || "";
}
