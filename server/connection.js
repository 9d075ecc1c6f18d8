{
  // Where a proxy lets no web socket pass, Streamlit's page would stay empty for ever; where one breaks off, its reader
  // would find out by a choice that does nothing.
  const words = WORDS;
  const NEVER = 10000; // milliseconds without any web socket
  const AGAIN = 1500; // without the one that was there
  let timer, at = 0, ever = false;

  window.WebSocket = class extends WebSocket {
    constructor(...asked) {
      super(...asked);
      if (!timer) later(say.bind(null, "never"), NEVER);
      this.addEventListener("open", () => ((ever = true), later(clear, 0)));
      this.addEventListener("close", () => ever && at !== "again" && later(say.bind(null, "again"), AGAIN));
    }
  };

  function later(what, milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(what, milliseconds);
  }

  function clear() {
    at = 0;
    document.getElementById("connection")?.remove();
  }

  function say(what) {
    clear();
    at = what;
    const own = words[document.documentElement.lang] ?? words.de;
    const box = Object.assign(document.createElement("div"), { id: "connection" });
    box.setAttribute("role", "status");
    box.style.cssText = "position:fixed;z-index:2000000;left:50%;transform:translateX(-50%);box-sizing:border-box;"
      + "width:max-content;max-width:min(36rem,calc(100vw - 2rem));padding:.7rem 1rem;border:1px solid #8a9699;border-radius:4px;"
      + "color-scheme:light dark;background:Canvas;color:CanvasText;font:15px/1.5 'Source Sans',sans-serif;"
      + (what === "never" ? "top:20vh" : "bottom:1rem");
    document.body.append(box);
    box.append(own[what]);
    if (what === "never") box.append(...files(own));
  }

  function* files(own) {
    const { lang } = document.documentElement;
    const indicator = new URLSearchParams(location.search).get("indicator");
    if (indicator) yield link(own.one, `./api/v1/observations.csv?${new URLSearchParams({ indicator })}`);
    yield link(own.all, `./api/v1/?lang=${lang}`);
  }

  function link(text, href) {
    const line = document.createElement("div");
    line.append(Object.assign(document.createElement("a"), { textContent: text, href, target: "_blank", style: "color:inherit" }));
    return line;
  }
}
