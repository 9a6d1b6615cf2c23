// What the page shows: articles, ledger rows, and tables they refer to by number.

const DATA = JSON.parse(byId("data").textContent);
const ARTICLES = DATA.articles;
const ROWS = DATA.rows;
const STATUSES = Object.keys(DATA.labels.status);
const STANCES = Object.keys(DATA.labels.stance);

ARTICLES.forEach((article, number) => {
  article.number = number;
  article.rows = new Set();
});
ROWS.forEach((row, number) => {
  row.number = number;
  for (const telling of row.tellings || []) {
    ARTICLES[telling.article].rows.add(number);
  }
});

/** Parts of an article by id: things.get("e3") is {layer: "event", value}. Built when the article is first shown. */
function thingsOf(article) {
  if (!article.things) {
    article.things = new Map();
    const layers = { actor: "actors", place: "places", weapon: "weapons", claim: "claims", event: "events" };
    for (const [layer, list] of Object.entries(layers)) {
      for (const value of article[list] || []) article.things.set(value.id, { layer, value });
    }
  }
  return article.things;
}

const thing = (article, id) => (thingsOf(article).get(id) || {}).value;

/** The words between two offsets, on one line; "…" for what the report does not have. */
function wordsAt(article, at) {
  if (!at) return "";
  const [start, end] = at;
  for (const [offset, text] of article.text || []) {
    if (offset <= start && start < offset + text.length) {
      return text.slice(start - offset, end - offset).replace(/\s+/g, " ").trim();
    }
  }
  return "…";
}

/** The offsets of a flat list as pairs. */
function pairs(flat) {
  const out = [];
  for (let i = 0; flat && i + 1 < flat.length; i += 2) out.push([flat[i], flat[i + 1]]);
  return out;
}

/** The ledger row that an article's event belongs to. */
function rowOf(article, event) {
  for (const number of article.rows) {
    const row = ROWS[number];
    if (row.tellings.some((each) => each.article === article.number && each.event === event)) return row;
  }
  return null;
}

const actorName = (number) => (number === undefined ? "an unnamed source" : DATA.actors[number].name);

function articleTitle(article) {
  return article.title || firstWords(article) || article.id;
}

function firstWords(article) {
  const [piece] = article.text || [];
  const words = piece ? piece[1].replace(/\s+/g, " ").trim() : "";
  return words.length > 90 ? `${words.slice(0, 88).replace(/\s\S*$/, "")} …` : words;
}

/** Lower case without accents, so that a search finds what it looks like. */
function folded(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}
