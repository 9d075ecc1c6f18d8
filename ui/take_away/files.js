// A large file says how far it has come: its link is fetched here instead of by the browser, which says little.

const MEGABYTE = 1e6;

async function save(link, told) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error((await answer.json()).detail);
  const name = /filename="(.+?)"/.exec(answer.headers.get("Content-Disposition"))[1];
  const parts = [];
  let size = 0;
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    told.textContent = `${(size / MEGABYTE).toLocaleString(document.documentElement.lang, {
      minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB …`;
  }
  const address = URL.createObjectURL(new Blob(parts));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  told.textContent = told.textContent.replace("…", "✓");
}

async function follow(link) {
  const told = link.parentElement.querySelector("output");
  if (link.getAttribute("aria-busy") === "true") return;
  link.setAttribute("aria-busy", "true");
  told.textContent = link.dataset.building;
  try {
    await save(link, told);
  } catch (error) {
    told.textContent = error.message;
  }
  link.removeAttribute("aria-busy");
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-building]");
  if (!link) return;
  event.preventDefault();
  follow(link);
});
