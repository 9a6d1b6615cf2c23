// The ledger: one row a happening, sorted and unfolded by the reader. Rows are made as they are scrolled to.

const CHUNK = 120;
const AROUND = 45; // characters before and after the words that tell a happening
const MOST_NAMES = 3; // of actors on each side of a row's arrow
const BY_WORDS = new Intl.Collator("en", { numeric: true });
const ledgerView = { root: h("div", { class: "ledger-view" }), sort: "day", down: true, open: new Set(), rows: [], made: 0 };

const COLUMNS = [
  { key: "day", label: "Day", value: (row) => row.start || "" },
  { key: "what", label: "Happening", value: (row) => `${row.type} ${row.what}` },
  { key: "where", label: "Where", value: (row) => (row.where === undefined ? "" : DATA.places[row.where].name) },
  { key: "status", label: "Status", value: (row) => STATUSES.indexOf(row.status) },
  { key: "claimed", label: "For", title: "Sources that stand behind it", value: (row) => voiceCount(row.claimed) },
  { key: "denied", label: "Against", title: "Sources that deny or doubt it", value: (row) => voiceCount(row.denied) },
  { key: "withheld", label: "Silent", title: "Sources that would not say, or could not verify it", value: (row) => voiceCount(row.withheld) },
  { key: "articles", label: "Articles", title: "Articles that tell it, without copies", value: (row) => row.articles },
];

const voiceCount = (voices) => (voices || []).filter((voice) => !voice.copy && !voice.replaced).length;

function drawLedgerView() {
  const view = ledgerView;
  view.body = h("tbody", { role: "rowgroup" });
  view.head = h("thead", { role: "rowgroup" });
  view.more = h("button", { type: "button", class: "more", onclick: () => makeRows(view.rows.length) }, "Show all");
  const caption = h("caption", { class: "visually-hidden" }, "Happenings across all articles; each row unfolds to who says what of it.");
  fill(view.root, h("div", { class: "table-wrap" }, h("table", { class: "ledger", role: "table" }, caption, view.head, view.body)), view.more);
  new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && makeRows(view.made + CHUNK), { rootMargin: "600px" }).observe(view.more);
  addEventListener("beforeprint", () => view.root.isConnected && makeRows(view.rows.length));
  listeners.push(sortLedger);
  sortLedger();
}

function drawLedgerHead() {
  const view = ledgerView;
  const cells = COLUMNS.map((column) => {
    const sorted = view.sort === column.key ? (view.down ? "descending" : "ascending") : null;
    const arrow = h("span", { class: "arrow", "aria-hidden": "true" }, sorted ? (view.down ? "▼" : "▲") : "");
    const button = h("button", { type: "button", title: column.title, onclick: () => sortBy(column.key) }, column.label, arrow);
    return h("th", { role: "columnheader", scope: "col", class: `c-${column.key}`, "aria-sort": sorted }, button);
  });
  fill(view.head, h("tr", { role: "row" }, cells));
}

function sortBy(key) {
  const view = ledgerView;
  view.down = view.sort === key ? !view.down : !["what", "where", "status"].includes(key);
  view.sort = key;
  sortLedger();
  view.head.querySelector(`.c-${key} button`).focus();
  announce(`Sorted by ${COLUMNS.find((column) => column.key === key).label}, ${view.down ? "descending" : "ascending"}`);
}

/** Sorts what is shown; rows without a value stand last either way. */
function sortLedger() {
  const view = ledgerView;
  const { value } = COLUMNS.find((column) => column.key === view.sort);
  const turn = view.down ? -1 : 1;
  const keyed = shownRows.map((row) => [value(row), row]);
  keyed.sort(([a, one], [b, other]) => {
    if ((a === "") !== (b === "")) return a === "" ? 1 : -1;
    const order = typeof a === "number" ? a - b : BY_WORDS.compare(a, b);
    return order * turn || one.number - other.number;
  });
  view.rows = keyed.map(([, row]) => row);
  view.made = 0;
  drawLedgerHead();
  fill(view.body);
  makeRows(CHUNK);
}

function makeRows(upTo) {
  const view = ledgerView;
  const until = Math.min(upTo, view.rows.length);
  const fresh = document.createDocumentFragment();
  for (; view.made < until; view.made += 1) fresh.append(...ledgerRow(view.rows[view.made]));
  view.body.append(fresh);
  if (!view.rows.length) fill(view.body, h("tr", { class: "detail", role: "row" }, h("td", { role: "cell", class: "empty" }, "No happening fits the filters.")));
  view.more.hidden = view.made >= view.rows.length;
  view.more.textContent = `Show all ${view.rows.length.toLocaleString("en")}`;
}

/** The row and, if it is open, what it unfolds to. */
function ledgerRow(row) {
  const isOpen = ledgerView.open.has(row.number);
  const button = h(
    "button",
    { type: "button", class: "unfold", "aria-expanded": String(isOpen), "aria-controls": `row-${row.number}-more` },
    shapeGlyph(shapeOf(row.type)),
    h("span", {}, h("span", { class: "what", dir: "auto" }, happening(row)), whoLine(row)),
  );
  const line = h(
    "tr",
    { class: "row", role: "row", id: `row-${row.number}`, "data-status": row.status, onclick: (event) => event.target.closest("a") || String(getSelection()).length || unfold(row, line) },
    h("td", { role: "cell", class: "c-day" }, spanWords(row.start, row.end, row.precision) || h("span", { class: "unknown" }, "no day")),
    h("th", { role: "rowheader", scope: "row", class: "c-what" }, button),
    h("td", { role: "cell", class: "c-where" }, row.where === undefined ? h("span", { class: "unknown" }, "no place") : placeCell(DATA.places[row.where])),
    h("td", { role: "cell", class: "c-status" }, statusBadge(row.status)),
    ["claimed", "denied", "withheld"].map((kind) => h("td", { role: "cell", class: `c-${kind} number` }, voiceCell(kind, row[kind]))),
    h("td", { role: "cell", class: "c-articles number" }, row.articles, row.copies ? h("span", { class: "unknown", title: counted(row.copies, "copy").replace("copys", "copies") }, ` +${row.copies}`) : null),
  );
  return isOpen ? [line, detailRow(row)] : [line];
}

/** "“shelled” army posts in Kalbajar": the row's phrase without its type, which stands before it. */
function happening(row) {
  const [type, ...words] = row.what.split(": ");
  return [h("b", {}, typeWords(row.type)), " ", words.join(": ") || type];
}

function whoLine(row) {
  const name = (each) => (each.actor === undefined ? (DATA.places[each.place] || {}).name : actorName(each.actor));
  const names = (role) => [...new Set((row.who || []).filter((each) => each.role === role).map(name))];
  const [agents, targets] = [names("agent"), names("target")];
  if (!agents.length && !targets.length) return contextLine(row);
  const words = targets.length ? `${firstNames(agents) || "?"} → ${firstNames(targets)}` : firstNames(agents);
  return h("span", { class: "who", dir: "auto" }, words);
}

/** Of a happening without actors, the words around those that tell it. */
function contextLine(row) {
  const [{ article: number, event: id }] = row.tellings;
  const article = ARTICLES[number];
  const event = thing(article, id);
  if (!event) return null;
  const [start, end] = [Math.max(event.sentence[0], event.at[0] - AROUND), Math.min(event.sentence[1], event.at[1] + AROUND)];
  const words = wordsAt(article, [start, end]);
  const before = start > event.sentence[0] ? words.replace(/^\S*\s/, "… ") : words;
  return h("span", { class: "who", dir: "auto" }, end < event.sentence[1] ? before.replace(/\s\S*$/, " …") : before);
}

/** The first names and how many more there are. */
function firstNames(names) {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function placeCell(place) {
  return [h("bdi", {}, place.name), place.kind !== "country" && (place.admin1 || place.country) ? h("span", { class: "unknown" }, ` ${[place.admin1, place.country && countryName(place.country)].filter((each) => each && each !== place.name).join(", ")}`) : null];
}

const STANCE_OF_KIND = { claimed: "asserts", denied: "denies", withheld: "withholds" };

function voiceCell(kind, voices) {
  const number = voiceCount(voices);
  return number ? h("span", { class: "voices" }, stanceGlyph(STANCE_OF_KIND[kind]), number) : h("span", { class: "unknown" }, "–");
}

function unfold(row, line) {
  const isOpen = !ledgerView.open.delete(row.number);
  if (isOpen) ledgerView.open.add(row.number);
  line.querySelector(".unfold").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) line.after(detailRow(row));
  else line.nextElementSibling.remove();
}

/** Goes to a row, unfolded; filters that hide it are taken away. */
function showRow(number) {
  const row = ROWS[number];
  if (!row) return;
  if (!shownRows.includes(row)) {
    clearFilters();
    announce("Filters cleared to show this row.");
  }
  const view = ledgerView;
  makeRows(Math.max(view.made, view.rows.indexOf(row) + CHUNK));
  const line = byId(`row-${number}`);
  if (!view.open.has(number)) unfold(row, line);
  for (const other of view.body.querySelectorAll(".row.target")) other.classList.remove("target");
  line.classList.add("target");
  line.scrollIntoView({ block: "start" });
  line.querySelector(".unfold").focus({ preventScroll: true });
}
