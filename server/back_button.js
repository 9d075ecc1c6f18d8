{
  // One press of the back button undoes one choice. Streamlit makes every change of the address a step. Writing out the
  // defaults of a page that was just opened is none: it only adds to the address, or comes before the reader did
  // anything. Nor is each letter of words that are searched for.
  let touched = false;
  let returning = false;
  let answer = {}; // the last that a page wrote: the address before and after it, and whether that made a step
  for (const kind of ["pointerdown", "keydown", "click"]) {
    addEventListener(kind, () => ((touched = true), (returning = false)), true);
  }
  addEventListener("popstate", () => (returning = true), true);
  const replace = (url) => history.replaceState({}, "", url);
  const push = history.pushState.bind(history, {}, "");
  history.pushState = (state, unused, url) => {
    const next = new URL(url ?? location.href, location.href);
    if (next.pathname === location.pathname) write(next);
    // Going back is no step: the answer to one press may come after the next, and would lead to the page that was left.
    else if (!returning) leave(next);
  };

  function write(next) {
    const said = [...new URLSearchParams(location.search)];
    const added = said.every(([key, value]) => next.searchParams.getAll(key).includes(value));
    const changed = said.filter(([key, value]) => next.searchParams.get(key) !== value);
    const typing = changed.length === 1 && changed[0][0] === "q" && changed[0][1] !== "";
    const step = touched && !returning && !added && !typing;
    answer = { before: location.href, after: next.href, step };
    (step ? push : replace)(next.href);
  }

  // A page's choices may be written before its name, and then stand behind the name of the page that is left.
  function leave(next) {
    const early = answer.after === location.href && next.search === location.search;
    if (early && !answer.step) replace(answer.before);
    (touched && !(early && answer.step) ? push : replace)(next.href);
  }

  // A link to a page of ours opens it as the menu does; to load everything anew takes twice as long.
  const folder = (url) => url.pathname.replace(/[^/]*$/, "");
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const elsewhere = !link || link.hasAttribute("target") || link.hasAttribute("download") || event.defaultPrevented;
    if (elsewhere || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = new URL(link.getAttribute("href"), document.baseURI);
    if (to.origin !== location.origin || folder(to) !== folder(location) || to.hash) return;
    event.preventDefault();
    push(to.href);
    dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  });
}
