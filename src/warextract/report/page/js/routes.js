// Addresses within the page: #/ledger/12, #/article/3/e1, … with the filters as a query, so that views can be linked.

const VIEWS = {
  ledger: { label: "Ledger", view: () => ledgerView, show: ([row]) => row !== undefined && showRow(Number(row)) },
  timeline: { label: "Timeline", view: () => timelineView, show: () => drawTimeline() },
  map: { label: "Map", view: () => mapView, show: () => showMap() },
  article: { label: "Articles", view: () => articleView, show: ([number, id]) => showArticle(number === undefined ? currentArticle() : Number(number), id) },
};

let currentView = null;

const currentArticle = () => (articleView.article ? articleView.article.number : undefined);

function drawTabs() {
  const tabs = Object.entries(VIEWS).map(([name, { label: words }]) => h("a", { href: `#/${name}`, "data-view": name }, words));
  fill(byId("tabs"), tabs);
}

/** The view and what to show in it, of the address. */
function readAddress() {
  const [path] = location.hash.replace(/^#\/?/, "").split("?");
  const [name, ...rest] = path.split("/").filter(Boolean);
  return Object.hasOwn(VIEWS, name || "") ? [name, rest] : [ARTICLES.length === 1 ? "article" : "ledger", []];
}

function route() {
  const [name, rest] = readAddress();
  const { label: words, view, show } = VIEWS[name];
  if (currentView !== name) {
    currentView = name;
    fill(byId("main"), view().root);
    document.body.dataset.view = name;
    for (const tab of byId("tabs").children) tab.setAttribute("aria-current", tab.dataset.view === name ? "page" : "false");
    scrollTo(0, 0);
  }
  document.title = `${words} · ${DATA.title}`;
  show(rest);
  keepAddress();
}

/** Writes the filters into the address, without a step in the history. */
function keepAddress() {
  if (currentView === null) return;
  const [path] = location.hash.split("?");
  const query = filtersToQuery();
  try {
    history.replaceState(null, "", `${path || `#/${currentView}`}${query ? `?${query}` : ""}`);
  } catch {
    // a browser that keeps no history for files still shows the page
  }
}

function startRoutes() {
  const [, query] = location.hash.split("?");
  if (query) filtersFromQuery(query);
  addEventListener("hashchange", route);
  listeners.push(keepAddress);
}
