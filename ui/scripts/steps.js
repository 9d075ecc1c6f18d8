{
  // One press of the back button undoes one choice. Streamlit makes every change of the address a step. Writing out the
  // defaults of a page that was just opened is none: it only adds to the address, or comes before the reader did
  // anything. Nor is each letter of words that are searched for.
  let touched = false;
  let returning = false;
  for (const kind of ["pointerdown", "keydown", "click"]) {
    addEventListener(kind, () => ((touched = true), (returning = false)), true);
  }
  addEventListener("popstate", () => (returning = true), true);
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, url) => {
    const next = new URL(url ?? location.href, location.href);
    const elsewhere = next.pathname !== location.pathname;
    // Going back is none either: its answer only repeats the address. The answer to one press may even come after the
    // next, and would lead to the page that was left.
    if (elsewhere && returning) return;
    const said = [...new URLSearchParams(location.search)];
    const added = said.every(([key, value]) => next.searchParams.getAll(key).includes(value));
    const changed = said.filter(([key, value]) => next.searchParams.get(key) !== value);
    const typing = changed.length === 1 && changed[0][0] === "q" && changed[0][1] !== "";
    if (!touched || returning || (!elsewhere && (added || typing))) history.replaceState(state, unused, url);
    else push(state, unused, url);
  };
}
