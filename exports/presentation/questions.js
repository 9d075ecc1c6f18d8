// The bar for questions from the room: year, area and indicator of the picture shown.

export function questions(form, words, offered, { change, reset, keep }) {
  const field = (name) => form.elements[name];
  const listed = form.querySelector("#areas");
  const option = ([value, text]) => new Option(text, value);
  let areas = [];

  const topics = Object.entries(offered?.indicators ?? {}).map(([label, ones]) => {
    const group = Object.assign(document.createElement("optgroup"), { label });
    group.append(...ones.map(option));
    return group;
  });
  field("indicator").append(...topics);

  function choose(name, options, value) {
    field(name).replaceChildren(...options.map(option));
    field(name).value = value;
    field(name).parentElement.hidden = !value;
  }

  function name([code, text]) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: `${text} ×`, value: code });
    button.setAttribute("aria-label", words.remove.replace("{name}", text));
    button.onclick = () => change({ area: areas.filter((one) => one !== code).join(",") });
    return button;
  }

  // choices: of the picture shown, null where nothing of it can be other; changed: whether it is not as in the set.
  function follow(choices, changed) {
    const { indicator, periods, year, from, to, areas: own, level } = choices;
    field("indicator").value = indicator;
    field("indicator").parentElement.hidden = !indicator;
    choose("year", periods, year);
    choose("from", periods.filter(([period]) => period < to), from);
    choose("to", periods.filter(([period]) => period > from), to);
    areas = (own ?? []).map(([code]) => code);
    listed.replaceChildren(...(own ?? []).map(name));
    const others = (offered.areas[level] ?? []).filter(([code]) => !areas.includes(code));
    choose("area", [["", words.choose], ...others], "");
    field("area").parentElement.hidden = !own;
    field("reset").disabled = field("keep").disabled = !changed;
    listed.dataset.none = indicator || year || from || own ? "" : words.fixed;
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target.name === "area") return change({ area: [...areas, target.value].join(",") });
    change({ [target.name]: target.value });
  });
  field("reset").onclick = reset;
  field("keep").onclick = keep;
  return { follow };
}
