{
  // Pages stand in one folder, and so does the server's interface. Streamlit would look for it below the page first.
  window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };
  // Nor is a font of icons asked for ahead, 375 kB: most pages have none, and those that do will ask for it.
  const load = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, text) => (font.includes("Material Symbols") ? Promise.resolve([]) : load(font, text));
  // The library that draws is asked for when a page's text is there, not before: on a slow line it would hold that up.
  const { library: href } = document.documentElement.dataset;
  const watch = new MutationObserver(() => {
    if (!document.querySelector("h1")) return;
    watch.disconnect();
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "script", href }));
  });
  if (href) watch.observe(document, { childList: true, subtree: true });
}
