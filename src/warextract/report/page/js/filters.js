// Which rows and articles are shown. Within a facet any chosen value will do, all facets must agree.

const FACETS = {
  status: { label: "Status", values: (row) => [row.status] },
  type: { label: "Event type", values: (row) => [row.type, ...(row.types || [])] },
  place: { label: "Place", values: rowPlaces },
  actor: { label: "Actor", values: rowActors },
  weapon: { label: "Weapon", values: rowWeapons },
};

const chosen = { q: "", from: "", to: "" };
for (const name of Object.keys(FACETS)) chosen[name] = new Set();

const listeners = [];
let shownRows = ROWS;
let shownArticles = new Set();

const placeLabel = (place) => (place.country && place.kind !== "country" ? `${place.name}, ${countryName(place.country)}` : place.name);

function rowPlaces(row) {
  return [...new Set((row.places || []).map((number) => placeLabel(DATA.places[number])))];
}

function rowActors(row) {
  const numbers = (row.who || []).map((each) => each.actor);
  for (const list of [row.claimed, row.denied, row.withheld, row.evidence]) {
    for (const voice of list || []) numbers.push(voice.actor);
  }
  return [...new Set(numbers.filter((each) => each !== undefined).map(actorName))];
}

/** A class and those it is one of: "drone.fpv" is a "drone" too. */
function rowWeapons(row) {
  return [...new Set((row.weapons || []).flatMap((name) => [name.split(".")[0], name]))];
}

/** First and last day by which a row is found: its own, else those of the articles that tell it. */
function rowDays(row) {
  if (row.start) return [row.start, row.end];
  const days = row.tellings.map((each) => ARTICLES[each.article].published).filter(Boolean).sort();
  return days.length ? [days[0], days.at(-1)] : null;
}

function inDays(row) {
  if (!chosen.from && !chosen.to) return true;
  const days = rowDays(row);
  return days !== null && (!chosen.from || days[1] >= chosen.from) && (!chosen.to || days[0] <= chosen.to);
}

function inFacet(row, name) {
  const wanted = chosen[name];
  return wanted.size === 0 || FACETS[name].values(row).some((value) => wanted.has(value));
}

function rowText(row) {
  if (row.folded === undefined) {
    const parts = [row.what, typeWords(row.type), row.status, ...rowPlaces(row), ...rowActors(row)];
    for (const telling of row.tellings) {
      const article = ARTICLES[telling.article];
      const event = thing(article, telling.event);
      parts.push(article.title, article.source, event && wordsAt(article, event.sentence));
    }
    for (const voice of [...(row.claimed || []), ...(row.denied || []), ...(row.withheld || [])]) {
      const claim = thing(ARTICLES[voice.article], voice.claim);
      if (claim) parts.push(wordsAt(ARTICLES[voice.article], claim.content_at));
    }
    row.folded = folded(parts.filter(Boolean).join(" \n "));
  }
  return row.folded;
}

function articleText(article) {
  if (article.folded === undefined) {
    const texts = (article.text || []).map(([, text]) => text.replace(/\s+/g, " "));
    article.folded = folded([article.title, article.source, article.id, ...texts].filter(Boolean).join(" \n "));
  }
  return article.folded;
}

const searchWords = () => folded(chosen.q).split(/\s+/).filter(Boolean);
const holdsAll = (text, words) => words.every((word) => text.includes(word));

const isFiltered = () => hasFacet() || chosen.q.trim() !== "";
const hasFacet = () => Boolean(chosen.from || chosen.to) || Object.keys(FACETS).some((name) => chosen[name].size > 0);

/** Finds what is shown and tells all who listen. */
function refilter() {
  const words = searchWords();
  const names = Object.keys(FACETS);
  shownRows = ROWS.filter(
    (row) => inDays(row) && names.every((name) => inFacet(row, name)) && (words.length === 0 || holdsAll(rowText(row), words)),
  );
  shownArticles = new Set();
  for (const row of shownRows) for (const telling of row.tellings) shownArticles.add(telling.article);
  if (!hasFacet()) {
    for (const article of ARTICLES) if (holdsAll(articleText(article), words)) shownArticles.add(article.number);
  }
  for (const listener of listeners) listener();
}

/** How many rows each value of a facet would leave, given all other filters; the most frequent first. */
function facetCounts(name) {
  const others = Object.keys(FACETS).filter((each) => each !== name);
  const words = searchWords();
  const counts = new Map([...chosen[name]].map((value) => [value, 0]));
  for (const row of ROWS) {
    if (!inDays(row) || !others.every((each) => inFacet(row, each))) continue;
    if (words.length && !holdsAll(rowText(row), words)) continue;
    for (const value of FACETS[name].values(row)) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

function toggle(name, value) {
  if (!chosen[name].delete(value)) chosen[name].add(value);
  refilter();
}

function clearFilters() {
  Object.assign(chosen, { q: "", from: "", to: "" });
  for (const name of Object.keys(FACETS)) chosen[name].clear();
  refilter();
}

/** The filters as the query of an address, and back. */
function filtersToQuery() {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen)) {
    for (const each of typeof value === "string" ? [value] : value) if (each) query.append(name, each.toWellFormed ? each.toWellFormed() : each);
  }
  return query.toString();
}

function filtersFromQuery(text) {
  const query = new URLSearchParams(text);
  for (const name of Object.keys(chosen)) {
    if (typeof chosen[name] === "string") chosen[name] = query.get(name) || "";
    else chosen[name] = new Set(query.getAll(name));
  }
}
