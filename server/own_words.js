{
  // Streamlit's own English in the reader's language, as soon as it is put into the page.
  const words = WORDS;
  const attributes = ["aria-label", "placeholder", "title"];
  const marked = attributes.map((name) => `[${name}]`).join();
  const patterns = Object.fromEntries(
    Object.entries(words).map(([lang, { patterns }]) => [lang, patterns.map(([from, to]) => [new RegExp(`^${from}$`), to])]));

  function said(english) {
    const own = words[document.documentElement.lang];
    const exact = own?.exact[english.trim()];
    if (exact !== undefined || !own) return exact;
    for (const [from, to] of patterns[document.documentElement.lang]) if (from.test(english)) return english.replace(from, to);
  }

  function attribute(element, name) {
    const own = element.hasAttribute(name) ? said(element.getAttribute(name)) : undefined;
    if (own !== undefined && own !== element.getAttribute(name)) element.setAttribute(name, own);
  }

  function write(node) {
    // What the pages write is in the reader's language already.
    if (node.parentElement?.closest("[data-testid=stHtml]")) return;
    const own = said(node.data);
    if (own === undefined || own === node.data) return;
    // A command for a terminal is nothing for a reader.
    if (own === "") node.parentElement?.closest("pre")?.setAttribute("hidden", "");
    else node.data = own;
  }

  function added(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.parentElement?.closest("svg") || write(node);
    if (node.nodeType !== Node.ELEMENT_NODE || node instanceof SVGElement) return;
    for (const element of [node, ...node.querySelectorAll(marked)]) attributes.forEach((name) => attribute(element, name));
    const skip = { acceptNode: (one) => one instanceof SVGElement ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT };
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, skip);
    for (let one = texts.nextNode(); one; one = texts.nextNode()) if (one.nodeType === Node.TEXT_NODE) write(one);
  }

  new MutationObserver((changes) => {
    for (const { type, target, attributeName, addedNodes } of changes) {
      // The reader's language is known only now, or is another one.
      if (target === document.documentElement && attributeName === "lang") document.body && added(document.body);
      else if (type === "attributes") target instanceof SVGElement || attribute(target, attributeName);
      else if (type === "characterData") target.parentElement?.closest("svg") || write(target);
      else addedNodes.forEach(added);
    }
  }).observe(document, {
    subtree: true, childList: true, characterData: true, attributeFilter: [...attributes, "lang"],
  });
}
