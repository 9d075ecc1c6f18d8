// The field of questions: while typing rests, the answer's sentence and further hits stand below it as links.

const REST = 150; // milliseconds without a key, after which the question is asked

const fields = new WeakMap();

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".question");
  if (!fields.has(place)) fields.set(place, field(place));
  fields.get(place).follow(JSON.parse(new TextDecoder().decode(data)));
}

function field(place) {
  const [label, input, examples, box, status, list] =
    ["label", "input", ".examples", ".answers", "[role=status]", "ul"].map((one) => place.querySelector(one));
  let words = null; // texts in the reader's language
  let resting = 0;
  let asked = ""; // what the answers that are shown are of
  let wanted = false; // whether Enter was pressed before they were there
  let request = null;
  let chosen = -1;

  const options = () => [...list.children];

  function choose(n) {
    chosen = n;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === n)));
    if (n < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options()[n].id);
    options()[n].scrollIntoView({ block: "nearest" });
  }

  function show(open) {
    box.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  }

  function option(page, title, beside, first) {
    const item = document.createElement("li");
    item.id = `question-answer-${list.children.length}`;
    item.setAttribute("role", "option");
    item.className = first ? "first" : "";
    const link = document.createElement("a");
    link.href = page;
    link.target = "_self";
    link.tabIndex = -1;
    const small = document.createElement("small");
    small.textContent = beside;
    link.append(first ? title : Object.assign(document.createElement("span"), { textContent: title }), small);
    item.append(link);
    list.append(item);
  }

  function tell(answer) {
    list.replaceChildren();
    const meant = (answer.understood ?? []).filter((part) => part.meant).map((part) => part.meant);
    const notes = meant.length ? [`${words.meant} ${meant.join(", ")}.`] : [];
    if (answer.sentence) option(answer.page, answer.sentence, words.open, true);
    else notes.push(answer.detail);
    status.textContent = notes.join(" ");
    for (const hit of answer.hits ?? []) option(hit.page, hit.title, hit.kind, false);
    choose(-1);
    show(true);
    if (wanted) open();
  }

  async function ask() {
    const question = input.value.trim();
    request?.abort();
    if (!question) {
      asked = "";
      return show(false);
    }
    request = new AbortController();
    try {
      const address = `${words.address}?${new URLSearchParams({ q: question, lang: words.lang })}`;
      const answer = await fetch(address, { signal: request.signal });
      asked = question;
      tell(await answer.json());
    } catch (error) {
      if (error.name === "AbortError") return;
      wanted = false;
      tell({ detail: words.failed });
    }
  }

  // The chosen hit, else the answer; of hits without an answer none, as nobody said which is meant.
  function open() {
    wanted = false;
    const option = options()[chosen] ?? list.querySelector(".first");
    option?.querySelector("a").click();
  }

  function soon() {
    clearTimeout(resting);
    wanted = false;
    resting = setTimeout(ask, REST);
  }

  input.oninput = soon;
  input.onfocus = () => asked && asked === input.value.trim() && show(true);
  input.onkeydown = (event) => {
    const last = options().length - 1;
    const moves = { ArrowDown: chosen < last ? chosen + 1 : 0, ArrowUp: chosen > 0 ? chosen - 1 : last };
    if (event.key in moves && last >= 0) {
      event.preventDefault();
      show(true);
      choose(moves[event.key]);
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      if (asked === input.value.trim()) return open();
      wanted = true;
      clearTimeout(resting);
      ask();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (box.hidden) input.value = "";
      show(false);
    }
  };
  place.addEventListener("focusout", ({ relatedTarget }) => place.contains(relatedTarget) || show(false));
  box.onmousedown = (event) => event.preventDefault(); // the field keeps the focus, and so the answers their place

  return {
    follow(next) {
      const first = words === null;
      words = next;
      label.textContent = words.label;
      label.htmlFor = input.id ||= "question";
      input.placeholder = words.placeholder;
      list.setAttribute("aria-label", words.label);
      examples.textContent = words.try;
      for (const example of words.examples) {
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: example });
        button.onclick = () => {
          input.value = example;
          input.focus();
          ask();
        };
        examples.append(button);
      }
      if (first && words.asked) {
        input.value = words.asked;
        ask();
      }
    },
  };
}
