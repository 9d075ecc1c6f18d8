// Puts the map in its place, and tells and outlines the district that is pointed at.
export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".districts");
  const { html } = JSON.parse(new TextDecoder().decode(data));
  if (place.shown === html) return;
  place.shown = html;
  place.innerHTML = html;
  const [hint, map, lit] = [".pointed", "svg", ".lit"].map((part) => place.querySelector(part));
  const usual = hint.textContent;

  function point({ target }) {
    const link = target.closest("a");
    hint.textContent = link?.querySelector("title").textContent ?? usual;
    lit.setAttribute("d", link?.querySelector("path").getAttribute("d") ?? "M0 0");
  }

  // By keyboard, the map is 63 steps long.
  place.querySelector("button").onclick = () => document.querySelector(".names summary").focus();
  for (const event of ["pointerover", "focusin"]) map.addEventListener(event, point);
  for (const event of ["pointerleave", "focusout"]) map.addEventListener(event, () => point({ target: place }));
}
