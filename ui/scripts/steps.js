{
  // One press of the back button undoes one choice. Streamlit makes every change of the address a step. Writing out the
  // defaults of a page that was just opened is none: it only adds to the address, or comes before the reader did
  // anything.
  let touched = false;
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => (touched = true), true);
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, url) => {
    const next = new URL(url ?? location.href, location.href);
    const said = [...new URLSearchParams(location.search)];
    const added = said.every(([key, value]) => next.searchParams.getAll(key).includes(value));
    const opened = next.pathname === location.pathname && (added || !touched);
    if (opened) history.replaceState(state, unused, url);
    else push(state, unused, url);
  };
}
