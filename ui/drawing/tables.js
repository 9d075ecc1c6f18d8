// Tables are sorted by a click on a heading, and narrowed by a name. Both stay while the figures change, which brings a
// new table to the same place of the page.

const FIGURE = /^([+−-]?\d[\d.,]*)[\s%†‡\p{L}²€/]*$/u; // a number with its unit and signs of care
const places = new WeakMap(); // by place on the page, what was chosen there
let waiting = false;

document.addEventListener("click", ({ target }) => {
  const heading = target.closest?.("table.figures thead button")?.parentElement;
  if (!heading) return;
  const table = heading.closest("table");
  const own = chosen(table);
  const down = own.column === heading.cellIndex ? !own.down : isOfNumbers(table, heading.cellIndex);
  Object.assign(own, { column: heading.cellIndex, down });
  sort(table, own);
});

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("input.find")) return;
  const table = target.parentElement.querySelector("table.figures");
  chosen(table).find = target.value;
  narrow(table, target.value);
});

new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    document.querySelectorAll("table.figures:not([data-ready])").forEach(begin);
    if (document.querySelector("[data-chosen]:not([data-ready])")) setOff();
  });
}).observe(document.body, { childList: true, subtree: true });

function begin(table) {
  table.dataset.ready = "yes";
  rows(table).forEach((row, n) => (row.dataset.given = n));
  const own = chosen(table);
  if (own.column !== undefined) sort(table, own);
  const field = placeOf(table).querySelector("input.find");
  if (field && own.find) {
    field.value = own.find;
    narrow(table, own.find);
  }
  setOff();
}

const placeOf = (table) => table.closest("[data-testid=stHtml]") ?? table.parentElement.parentElement;
const rows = (table) => [...table.tBodies[0].rows];
const textOf = (row, column) => row.cells[column]?.textContent.trim() ?? "";

// Headings of another page or indicator are others, to which an order does not carry over; years at their heads do.
function chosen(table) {
  const place = placeOf(table);
  const of = `${location.pathname} ${table.tHead.rows[0].cells.length}`;
  if (places.get(place)?.of !== of) places.set(place, { of });
  return places.get(place);
}

// A figure as it is written in the page's language; NaN where there is none.
function figure(written) {
  const [, bare = ""] = written.match(FIGURE) ?? [];
  const [thousands, decimal] = document.documentElement.lang === "de" ? [".", ","] : [",", "."];
  const plain = bare.replaceAll(thousands, "").replace(decimal, ".").replace("−", "-");
  return plain ? Number(plain) : NaN;
}

const isOfNumbers = (table, column) => column > 0 && rows(table).some((row) => !isNaN(figure(textOf(row, column))));

// Missing figures stand last in either order, and what is level stands in order of name.
function sort(table, { column, down }) {
  const collator = new Intl.Collator(document.documentElement.lang);
  const way = down ? -1 : 1;
  const byName = (one, other) => collator.compare(textOf(one, 0), textOf(other, 0));
  const given = table.tHead.rows[0].cells[column].hasAttribute("data-given");
  const value = (row) => figure(textOf(row, column));
  const byValue = (one, other) => {
    const [first, second] = [value(one), value(other)];
    return isNaN(first) - isNaN(second) || way * (first - second) || byName(one, other);
  };
  const byText = (one, other) => way * collator.compare(textOf(one, column), textOf(other, column)) || byName(one, other);
  const asGiven = (one, other) => way * (one.dataset.given - other.dataset.given);
  const order = given ? asGiven : isOfNumbers(table, column) ? byValue : byText;
  table.tBodies[0].append(...rows(table).sort(order));
  for (const heading of table.tHead.rows[0].cells) {
    if (heading.cellIndex === column) heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  }
}

// Words as they are spelled or without their dots and accents.
function narrow(table, find) {
  const plain = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").toLowerCase();
  for (const row of rows(table)) row.hidden = !plain(textOf(row, 0)).includes(plain(find.trim()));
}

// The rows that the reader chose, by their names, the last of which is the one that the page tells of.
function setOff() {
  const told = [...document.querySelectorAll("[data-chosen]")];
  for (const each of told) each.dataset.ready = "yes";
  const names = told.flatMap((each) => JSON.parse(each.dataset.chosen));
  for (const table of document.querySelectorAll("table.figures")) {
    for (const row of rows(table)) {
      const name = textOf(row, 0);
      row.classList.toggle("chosen", names.includes(name));
      if (name === names.at(-1)) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
    show(table);
  }
}

// The row of the district that the page tells of, within the table alone: the page stays where it is.
function show(table) {
  const row = table.querySelector("tr[aria-current]");
  const region = table.closest(".scrolled");
  if (!row || !region) return;
  const [own, around] = [row.getBoundingClientRect(), region.getBoundingClientRect()];
  if (own.top >= around.top && own.bottom <= around.bottom) return;
  region.scrollTop += own.top - around.top - region.clientHeight / 2;
}

document.querySelectorAll("table.figures").forEach(begin);
