// The page comes to life: theme, help, keys, views.

const THEME_KEY = "warextract-theme";

function stored(value) {
  try {
    if (value !== undefined) localStorage.setItem(THEME_KEY, value);
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null; // files may have no storage
  }
}

function startTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const theme = stored() || (dark.matches ? "dark" : "light");
    document.documentElement.dataset.theme = theme;
    button.setAttribute("aria-pressed", String(theme === "dark"));
  };
  const button = h("button", { type: "button", class: "quiet", "aria-label": "Dark theme", title: "Light or dark", onclick: () => (stored(document.documentElement.dataset.theme === "dark" ? "light" : "dark") === null ? flip() : apply()) }, "◐");
  const flip = () => {
    const { dataset } = document.documentElement;
    dataset.theme = dataset.theme === "dark" ? "light" : "dark";
    button.setAttribute("aria-pressed", String(dataset.theme === "dark"));
  };
  dark.addEventListener("change", apply);
  apply();
  return button;
}

function helpDialog() {
  const row = (sign, meaning) => h("li", {}, sign, h("span", {}, meaning));
  const keys = [["/", "search"], ["1 – 4", "ledger, timeline, map, articles"], ["← →", "in a text: from mark to mark; on the timeline: from sign to sign; on the map: move"], ["Enter", "hold the record of a mark; unfold a row"], ["[ ]", "previous and next article"], ["Esc", "let go, close"]];
  const dialog = h(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    h("form", { method: "dialog" }, h("button", { class: "close", "aria-label": "Close" }, "×")),
    h("h2", { id: "help-title" }, "How to read this page"),
    h("p", {}, "It shows what articles say, each value with its words and the rule that read it. What is true it does not know."),
    h("h3", {}, "Status of what happened"),
    h("ul", { class: "meanings" }, STATUSES.map((status) => row(statusBadge(status), DATA.labels.status[status]))),
    h("h3", {}, "What a source does"),
    h("ul", { class: "meanings" }, STANCES.map((stance) => row(stanceBadge({ stance }), DATA.labels.stance[stance][1]))),
    h("h3", {}, "Kinds of happenings"),
    h("ul", { class: "meanings" }, Object.values(DATA.labels.family).map((family) => row(h("span", { class: "badge" }, shapeGlyph(family.shape), family.label), family.types.map(plain).join(", ")))),
    h("h3", {}, "Keys"),
    h("ul", { class: "meanings keys" }, keys.map(([key, meaning]) => row(h("kbd", {}, key), meaning))),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return dialog;
}

function listenToKeys(dialog) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.key === "Escape") {
      if (isEditing(event.target)) event.target.blur();
      else if (currentView === "article" && articleView.pinned) location.hash = `#/article/${articleView.article.number}`;
    }
    if (isEditing(event.target)) return;
    const view = Object.keys(VIEWS)[Number(event.key) - 1];
    if (view) location.hash = `#/${view}`;
    else if (event.key === "/") {
      event.preventDefault();
      byId("search").focus();
    } else if (event.key === "?") dialog.showModal();
    else if (currentView === "article" && (event.key === "[" || event.key === "]")) stepArticle(event.key === "]" ? 1 : -1);
  });
}

function start() {
  const dialog = helpDialog();
  const help = h("button", { type: "button", class: "quiet", onclick: () => dialog.showModal() }, "How to read this");
  document.body.append(glyphDefinitions(), dialog);
  fill(byId("tools"), help, startTheme());
  fill(byId("foot"), `Made by warextract ${DATA.version}; the page loads nothing and sends nothing.`);
  drawTabs();
  startRoutes();
  drawFilterBar();
  for (const draw of [drawLedgerView, drawTimelineView, drawMapView, drawArticleView]) draw();
  listenToKeys(dialog);
  const measure = () => document.documentElement.style.setProperty("--filters-height", getComputedStyle(byId("filters")).position === "sticky" ? `${byId("filters").offsetHeight}px` : "0px");
  new ResizeObserver(measure).observe(byId("filters"));
  refilter();
  measure();
  route();
  document.documentElement.dataset.ready = "true";
}

start();
