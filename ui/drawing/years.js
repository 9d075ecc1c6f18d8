// Moves through the years of a map: repaints its districts here, and tells the page when the hand rests.
import { onMove } from "./moves.js";
import { ofClasses, paint, titleOf } from "./paint.js";

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
    slider.setAttribute("aria-valuetext", data.told[next]);
    output.textContent = data.told[next];
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

  const endMoves = onMove(["year"], (said) => {
    const next = data.periods.indexOf(said.get("year"));
    if (next < 0 || playing) return;
    paint(data, shown, next);
    show(next);
  });

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
      endMoves();
    },
  };
}

// Gives every district the colour of its class in a period; data as `ui.drawing.component.Years` sends it.
export function paintYear(map, data, before, next) {
  const classes = [...data.shades[next]].map((shade) => (shade === "-" ? -1 : parseInt(shade, 36)));
  const state = ofClasses(data.areas, classes, data.colours, data.no_value);
  paint(map, data, { ...state, title: titleOf(map).replace(data.told[before], data.told[next]) });
}
