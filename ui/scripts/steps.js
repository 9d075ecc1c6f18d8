{
  // One press of the back button undoes one choice. Streamlit makes every change of the address a step. Writing out the
  // defaults of a page that was just opened is none: it only adds to the address, or comes before the reader did
  // anything. Nor is each letter of words that are searched for.
  let touched = false;
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => (touched = true), true);
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, url) => {
    const next = new URL(url ?? location.href, location.href);
    const said = [...new URLSearchParams(location.search)];
    const added = said.every(([key, value]) => next.searchParams.getAll(key).includes(value));
    const changed = said.filter(([key, value]) => next.searchParams.get(key) !== value);
    const typing = changed.length === 1 && changed[0][0] === "q" && changed[0][1] !== "";
    if (next.pathname === location.pathname && (added || typing || !touched)) history.replaceState(state, unused, url);
    else push(state, unused, url);
  };
}
