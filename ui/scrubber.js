// Moves through the years of a map: repaints its districts here, and tells the page when the hand rests.
const REST = 250; // milliseconds without a move
const STEP = 700; // milliseconds a year while playing

export default function ({ data, parentElement, setStateValue }) {
  const slider = parentElement.querySelector("input");
  const output = parentElement.querySelector("output");
  const button = parentElement.querySelector("button");
  const last = data.periods.length - 1;
  let shown = data.periods.indexOf(data.period);
  let rest = 0;
  let playing = 0;

  slider.max = last;
  slider.value = shown;
  slider.setAttribute("aria-label", data.label);
  output.textContent = data.period;
  button.textContent = data.play;

  const place = Object.fromEntries(data.areas.map((area, n) => [area, n]));

  const found = () => document.querySelector(`.st-key-${data.map}`);
  if (found()) found().style.pointerEvents = "";

  function paint(next) {
    const map = found();
    if (!map) return;
    // Tooltips and the count of districts without a value are those of the year drawn last, until the page follows.
    map.style.pointerEvents = "none";
    for (const note of map.querySelectorAll(".annotation")) {
      if (note.textContent.includes("■")) note.style.visibility = "hidden";
    }
    const shades = data.shades[next];
    for (const layer of map.querySelectorAll(".choroplethlayer > g")) {
      // Outlines lie above the districts and stay as they are; plotly leaves out a layer with nothing to draw.
      if (!data.layers.includes(layer.__data__?.[0]?.trace.name)) continue;
      for (const path of layer.querySelectorAll("path")) {
        const n = path.__data__ && place[path.__data__.loc];
        if (n === undefined) continue;
        const shade = shades[n];
        path.style.fill = shade === "-" ? data.noValue : data.colours[parseInt(shade, 36)];
      }
    }
    for (const line of map.querySelectorAll(".gtitle tspan")) {
      line.textContent = line.textContent.replace(data.periods[shown], data.periods[next]);
    }
  }

  function move(next) {
    paint(next);
    shown = next;
    slider.value = next;
    slider.setAttribute("aria-valuetext", data.periods[next]);
    output.textContent = data.periods[next];
    clearTimeout(rest);
    if (!playing) rest = setTimeout(() => setStateValue("period", data.periods[shown]), REST);
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    button.textContent = data.play;
    setStateValue("period", data.periods[shown]);
  }

  function play() {
    if (shown === last) move(0);
    button.textContent = data.pause;
    playing = setInterval(() => (shown === last ? stop() : move(shown + 1)), STEP);
  }

  slider.oninput = () => {
    if (playing) stop();
    move(Number(slider.value));
  };
  button.onclick = () => (playing ? stop() : play());
  return () => {
    clearTimeout(rest);
    clearInterval(playing);
  };
}
