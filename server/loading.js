{
  // Pages stand in one folder, and so does the server's interface. Streamlit would look for it below the page first.
  window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };
  // Nor is a font of icons asked for ahead, 375 kB: most pages have none, and those that do will ask for it.
  const load = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, text) => (font.includes("Material Symbols") ? Promise.resolve([]) : load(font, text));
  // Without TLS browsers give pages no clipboard, and no button that copies would do anything.
  if (!navigator.clipboard) Object.defineProperty(navigator, "clipboard", { value: { writeText: copy } });
  // The library that draws is asked for when a page's text is there, not before: on a slow line it would hold that up.
  const { library: href } = document.documentElement.dataset;
  const watch = new MutationObserver(() => {
    if (!document.querySelector("h1")) return;
    watch.disconnect();
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "script", href }));
  });
  if (href) watch.observe(document, { childList: true, subtree: true });

  async function copy(text) {
    const before = document.activeElement;
    const field = Object.assign(document.createElement("textarea"), { value: text });
    (document.querySelector("[role=dialog]") ?? document.body).append(field); // a dialog keeps the focus to itself
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    before?.focus();
    if (!copied) throw new Error("this browser lets pages copy over TLS only");
  }
}
