{
  // The menu's links opened in a new tab take along what was chosen, as they do in the same one. Streamlit knows their
  // pages only. What a page has no use for, or could not show, stays behind: it would begin with a notice.
  const TAKES = {
    growth: ["indicator", "level", "areas", "from", "to"],
    growth_story: ["group", "level", "areas", "from", "to"],
    leipzig_west: ["indicator", "group", "members", "area", "from", "to"],
    leipzig_west_at_a_glance: ["group", "members"],
    profile: ["group", "area"],
    compare: ["indicator", "group", "compare", "from", "to"],
    energy: ["level", "areas"],
    methods: ["indicator"],
  };
  const DISTRICT = /^\d\d$/;
  const BOROUGH = /^\d$/;
  const MOST = 6; // areas that a page follows, one fewer than it compares with the city
  const CITY = "14713000";

  function taken(page) {
    const said = new URLSearchParams(location.search);
    const own = new URLSearchParams();
    for (const key of ["lang", "version"]) if (said.get(key)) own.set(key, said.get(key));
    const known = (said.get("areas") || said.get("area") || said.get("compare") || "").split(",").filter((area) => DISTRICT.test(area) || BOROUGH.test(area));
    const last = known.filter((area) => page === "profile" || DISTRICT.test(area)).at(-1);
    const level = said.get("level") === "stadtbezirk" ? BOROUGH : DISTRICT;
    const areas = { areas: known.filter((area) => level.test(area)).slice(-MOST).join(), area: last, compare: known.length ? [...known.slice(-MOST), CITY].join() : "" };
    // Years are those of an indicator; the story is of residents.
    const years = said.get("indicator") === "population" || page !== "growth_story";
    for (const key of TAKES[page] ?? []) {
      const value = key in areas ? areas[key] : said.get(key);
      if (value && (years || !["from", "to"].includes(key))) own.set(key, value);
    }
    return own;
  }

  const pages = "[data-testid=stTopNavLink],[data-testid=stTopNavDropdownLink],[data-testid=stSidebarNavLink]";
  for (const kind of ["pointerdown", "focusin"]) {
    addEventListener(kind, ({ target }) => {
      const link = target.closest?.(pages);
      if (!link) return;
      const url = new URL(link.href);
      url.search = taken(url.pathname.split("/").at(-1));
      link.href = url.href;
    }, true);
  }
}
