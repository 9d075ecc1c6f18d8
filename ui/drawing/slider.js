// A slider of periods with one handle, or with two for the first and the last, which can't pass each other. The handles
// are the browser's own, so hands, keyboard and screen readers know them. It plays where it has a button.

const REST = 250; // milliseconds without a move, after which the page follows
const STEP = 700; // milliseconds a period while playing

const sliders = new WeakMap();

// The slider as a component of its own: pictures hear its moves in the document, and the page a moment later.
export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".years");
  const move = (periods) => document.dispatchEvent(new CustomEvent("periods", { detail: periods }));
  const rest = (periods) => setTriggerValue("periods", periods.join("–"));
  if (!sliders.has(place)) sliders.set(place, slider(place, move, rest));
  const own = sliders.get(place);
  own.follow(JSON.parse(new TextDecoder().decode(data)));
  place.hidden = false;
  return own.end;
}

// move: called with the periods at each move; rest: with those at which the hand rests.
export function slider(place, move, rest) {
  const [name, button, track, output] = ["span", "button", "div", "output"].map((tag) => place.querySelector(tag));
  const handles = [...track.children];
  let data = null;
  let places = []; // the place of each handle among the periods
  let last = 0;
  let resting = 0;
  let playing = 0;

  const periods = () => places.map((at) => data.periods[at]);

  function show(next) {
    places = next;
    handles.forEach((handle, n) => {
      handle.value = places[n];
      handle.setAttribute("aria-valuetext", data.labels[places[n]]);
      track.style.setProperty(`--handle${n}`, places[n] / last);
    });
    handles[0].style.zIndex = places[0] > last / 2 ? 1 : 0; // where both meet at an edge, the one that can move is above
    output.textContent = places.map((at) => data.labels[at]).join("–");
  }

  function go(n, next) {
    show(places.with(n, Math.min(Math.max(next, places[n - 1] ?? 0), places[n + 1] ?? last)));
    move(periods());
    clearTimeout(resting);
    if (!playing) resting = setTimeout(arrive, REST);
  }

  function arrive() {
    resting = 0;
    rest(periods());
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    if (button) button.textContent = data.play;
  }

  function play() {
    button.textContent = data.pause;
    playing = setInterval(() => {
      if (places[0] < last) return go(0, places[0] + 1);
      stop();
      arrive();
    }, STEP);
    if (places[0] === last) go(0, 0);
  }

  handles.forEach((handle, n) => {
    handle.oninput = () => {
      stop();
      go(n, Number(handle.value));
    };
  });
  // Of two handles, each takes hold of itself alone; beside them, the nearer one comes.
  track.onclick = ({ target, offsetX }) => {
    const at = Math.round((offsetX / track.offsetWidth) * last);
    if (target === track) go(2 * at < places[0] + places[1] ? 0 : 1, at);
  };
  if (button) {
    button.onclick = () => {
      if (!playing) return play();
      stop();
      arrive();
    };
  }

  return {
    follow(next) {
      data = next;
      last = data.periods.length - 1;
      if (name) name.textContent = data.name;
      handles.forEach((handle, n) => {
        handle.max = last;
        handle.setAttribute("aria-label", data.handles[n]);
      });
      if (playing) return;
      stop();
      if (!resting) show(data.current.map((period) => data.periods.indexOf(period)));
    },
    end() {
      clearTimeout(resting);
      clearInterval(playing);
    },
  };
}
