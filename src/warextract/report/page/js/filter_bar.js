// The bar of filters: search, statuses, and a menu for each other facet.

const LONG_LIST = 12;
const bar = { menus: new Map(), statuses: new Map() };

function drawFilterBar() {
  bar.search = h("input", {
    type: "search",
    id: "search",
    placeholder: "Search words, names, places…",
    "aria-label": "Search",
    autocomplete: "off",
    spellcheck: "false",
    oninput: debounced(() => {
      chosen.q = bar.search.value;
      refilter();
    }, 150),
  });
  bar.clear = h("button", { type: "button", class: "quiet", onclick: clearFilters }, "Clear filters");
  const menus = ["type", "place", "actor", "weapon"].filter((name) => facetCounts(name).length > 0);
  fill(
    byId("filters"),
    h("div", { class: "bar" }, bar.search, dateMenu(), menus.map(facetMenu), bar.clear),
    h("div", { class: "chips", role: "group", "aria-label": "Status" }, STATUSES.map(statusChip)),
  );
  document.addEventListener("click", (event) => {
    for (const menu of bar.menus.values()) if (!menu.box.contains(event.target)) menu.box.open = false;
  });
  listeners.push(updateFilterBar);
}

function statusChip(status) {
  const count = h("span", { class: "count" });
  const chip = h(
    "button",
    { type: "button", class: `chip st-${status}`, "aria-pressed": "false", title: DATA.labels.status[status], onclick: () => toggle("status", status) },
    statusGlyph(status),
    status,
    count,
  );
  bar.statuses.set(status, { chip, count });
  return chip;
}

/** A summary that opens a panel; Escape closes it and gives the focus back. */
function menuBox(name, label, panel, onOpen) {
  const value = h("span", { class: "value" });
  const summary = h("summary", {}, h("span", { class: "name" }, label), value);
  const box = h("details", { class: "menu", "data-facet": name }, summary, h("div", { class: "panel" }, panel));
  box.addEventListener("toggle", () => {
    if (!box.open) return;
    for (const menu of bar.menus.values()) if (menu.box !== box) menu.box.open = false;
    onOpen();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    event.stopPropagation();
    box.open = false;
    summary.focus();
  });
  bar.menus.set(name, { box, value, refresh: onOpen });
  return box;
}

function dateMenu() {
  const input = (name, label) => {
    const days = ROWS.map(rowDays).filter(Boolean).flat().sort();
    const field = h("input", {
      type: "date",
      min: days[0],
      max: days.at(-1),
      onchange: () => {
        chosen[name] = field.value;
        refilter();
      },
    });
    bar[name] = field;
    return h("label", {}, h("span", {}, label), field);
  };
  const note = h("p", { class: "hint" }, "What is told without a day is found by the day its articles came out.");
  return menuBox("dates", "Dates", [input("from", "From"), input("to", "To"), note], () => {});
}

function facetMenu(name) {
  const list = h("ul", { class: "options" });
  const find = h("input", { type: "search", placeholder: "Find…", "aria-label": `Find in ${FACETS[name].label}`, oninput: () => draw() });
  const draw = () => {
    const counts = facetCounts(name);
    find.hidden = counts.length <= LONG_LIST;
    const wanted = folded(find.value);
    const fits = counts.filter(([value]) => folded(optionWords(name, value)).includes(wanted));
    fill(list, fits.slice(0, 200).map(([value, count]) => option(name, value, count)));
    if (fits.length > 200) list.append(h("li", { class: "hint" }, `${fits.length - 200} more: type to find them`));
  };
  return menuBox(name, FACETS[name].label, [find, list], draw);
}

function optionWords(name, value) {
  if (name === "type") return typeWords(value);
  return name === "weapon" ? classWords(value) : value;
}

function option(name, value, count) {
  const box = h("input", { type: "checkbox", checked: chosen[name].has(value), onchange: () => toggle(name, value) });
  const sign = name === "type" ? shapeGlyph(shapeOf(value)) : null;
  const nested = name === "weapon" && value.includes(".");
  return h(
    "li",
    { class: nested ? "nested" : null },
    h("label", {}, box, sign, h("bdi", {}, optionWords(name, value)), h("span", { class: "count" }, count)),
  );
}

function updateFilterBar() {
  const counts = new Map(facetCounts("status"));
  for (const [status, { chip, count }] of bar.statuses) {
    count.textContent = counts.get(status) || 0;
    chip.setAttribute("aria-pressed", String(chosen.status.has(status)));
    chip.classList.toggle("none", !counts.get(status));
  }
  for (const [name, menu] of bar.menus) {
    const set = name === "dates" ? [chosen.from, chosen.to].filter(Boolean) : [...chosen[name]];
    menu.box.classList.toggle("set", set.length > 0);
    menu.value.textContent = set.length > 1 || name === "dates" ? (set.length ? dateWords(name, set) : "") : set.map((each) => optionWords(name, each)).join("");
    if (menu.box.open && !menu.box.contains(document.activeElement)) menu.refresh();
    else if (menu.box.open && name !== "dates") refreshCounts(menu.box, name);
  }
  if (document.activeElement !== bar.search) bar.search.value = chosen.q;
  bar.from.value = chosen.from;
  bar.to.value = chosen.to;
  bar.clear.hidden = !isFiltered();
  const articles = shownArticles.size;
  byId("shown").textContent = isFiltered()
    ? `${shownRows.length.toLocaleString("en")} of ${counted(ROWS.length, "happening")}, ${articles.toLocaleString("en")} of ${counted(ARTICLES.length, "article")}`
    : `${counted(ROWS.length, "happening")} in ${counted(ARTICLES.length, "article")}`;
}

function dateWords(name, set) {
  if (name !== "dates") return String(set.length);
  return `${chosen.from ? dayWords(chosen.from) : "…"} – ${chosen.to ? dayWords(chosen.to) : "…"}`;
}

/** Ticks of an open menu follow, while its options stay where they are under the pointer. */
function refreshCounts(box, name) {
  const counts = new Map(facetCounts(name).map(([value, count]) => [optionWords(name, value), count]));
  for (const item of box.querySelectorAll("li label")) {
    const words = item.querySelector("bdi").textContent;
    item.querySelector(".count").textContent = counts.get(words) || 0;
  }
}
