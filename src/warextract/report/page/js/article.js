// The article view: list of articles, text with its layers, and the record of what is pointed at.

const articleView = { root: h("div", { class: "article-view" }), article: null, pinned: null, off: new Set() };

function drawArticleView() {
  const view = articleView;
  view.list = h("nav", { class: "article-list", "aria-label": "Articles" });
  view.paper = h("section", { class: "paper", "aria-label": "Article" });
  view.card = h("div", { class: "inspector", role: "region", "aria-label": "What is pointed at", "aria-live": "polite" });
  view.lists = h("div", { class: "lists" });
  view.side = h("aside", { class: "side", "aria-label": "Record" }, view.card, view.lists);
  fill(view.root, view.list, view.paper, view.side);
  listeners.push(drawArticleList);
  drawArticleList();
}

function articlesInOrder() {
  const day = (article) => article.published || "";
  return ARTICLES.filter((article) => shownArticles.has(article.number)).sort(
    (a, b) => day(b).localeCompare(day(a)) || a.number - b.number,
  );
}

function drawArticleList() {
  const shown = articlesInOrder();
  const items = shown.map((article) => {
    const statuses = ["disputed", "denied"].map((status) => [status, (article.events || []).filter((event) => event.status === status).length]);
    return h(
      "a",
      { href: `#/article/${article.number}`, class: "article-item", "aria-current": article === articleView.article ? "page" : null },
      h("span", { class: "title", dir: "auto" }, articleTitle(article)),
      h("span", { class: "about" }, h("bdi", {}, articleWords(article))),
      h("span", { class: "about" }, counted((article.claims || []).length, "claim"), statuses.filter(([, n]) => n).map(([status, n]) => h("span", { class: `mini st-${status}` }, statusGlyph(status), `${n} ${status}`))),
    );
  });
  fill(articleView.list, h("h2", {}, counted(shown.length, "article")), h("div", { class: "scroll" }, items.length ? items : h("p", { class: "hint" }, "No article fits the filters.")));
}

/** Shows an article, and in it the words of a thing. */
function showArticle(number, id) {
  const article = ARTICLES[number] || articlesInOrder()[0] || ARTICLES[0];
  const view = articleView;
  if (!article) return fill(view.paper, h("p", { class: "empty" }, "There is no article in this report."));
  if (view.article !== article) {
    view.article = article;
    view.pinned = null;
    drawPaper(article);
    drawLists(article);
    drawArticleList();
  }
  document.title = `${articleTitle(article)} · ${DATA.title}`;
  pin(id && thingsOf(article).has(id) ? id : null, true);
  return undefined;
}

function drawPaper(article) {
  const view = articleView;
  view.text = h("div", {
    class: "text",
    tabindex: 0,
    role: "group",
    "aria-label": "Text. Left and right arrow go from mark to mark, Enter holds its record, Escape lets it go.",
    onkeydown: walkMarks,
    onpointerover: (event) => view.isStill || pointAt(event.target),
    onpointermove: (event) => {
      if (!view.isStill || !(event.movementX || event.movementY)) return;
      view.isStill = false;
      pointAt(event.target);
    },
    onpointerleave: () => showCards(view.pinned ? [view.pinned] : []),
    onclick: pinTarget,
    onfocusin: (event) => event.target !== view.text && pointAt(event.target),
  });
  append(view.text, markedText(article));
  for (const layer of view.off) view.text.classList.add(`off-${layer}`);
  fill(view.paper, paperHead(article), layerSwitches(article), paperNotes(article), view.text, paperFoot(article));
  view.paper.scrollTop = 0;
}

function paperHead(article) {
  const other = (id, words) => {
    const found = ARTICLES.find((each) => each.id === id);
    return [words, found ? h("a", { href: `#/article/${found.number}` }, h("bdi", {}, id)) : h("bdi", {}, id)];
  };
  const about = [
    article.source && h("bdi", {}, article.source),
    article.published && h("time", { datetime: article.published }, dayWords(article.published)),
    article.revision && plain(article.revision),
    article.url && webLink(article.url, "original"),
    article.duplicate_of && other(article.duplicate_of, "copy of "),
    article.supersedes && other(article.supersedes, "replaces "),
  ].filter(Boolean);
  return h(
    "header",
    {},
    article.title ? h("h2", { dir: "auto" }, article.title) : h("h2", { class: "untitled" }, h("bdi", {}, article.id)),
    h("p", { class: "about" }, about.flatMap((each, number) => (number ? [" · ", each] : [each]))),
  );
}

function layerSwitches(article) {
  const lists = { actor: article.actors, place: article.places, weapon: article.weapons, claim: article.claims, event: article.events };
  const switches = Object.entries(LAYERS).map(([layer, label]) => {
    const box = h("input", {
      type: "checkbox",
      role: "switch",
      checked: !articleView.off.has(layer),
      "data-layer": layer,
      onchange: () => {
        articleView.off[box.checked ? "delete" : "add"](layer);
        articleView.text.classList.toggle(`off-${layer}`, !box.checked);
      },
    });
    return h("label", { class: `switch l-${layer}` }, box, h("span", { class: `sample l-${layer}` }, label), h("span", { class: "count" }, (lists[layer] || []).length));
  });
  return h("div", { class: "switches", role: "group", "aria-label": "Layers" }, switches);
}

function paperNotes(article) {
  const notes = [...(article.warnings || [])];
  if (!article.whole) notes.unshift("The text of this article was not found; below are the stretches that its record holds.");
  return notes.map((note) => h("p", { class: "note", dir: "auto" }, note));
}

function paperFoot(article) {
  const all = articlesInOrder();
  const at = all.indexOf(article);
  const step = (other, words) => other && h("a", { href: `#/article/${other.number}` }, words, " ", h("bdi", {}, articleTitle(other)));
  return h("footer", { class: "paper-foot" }, step(all[at - 1], "←"), at >= 0 ? step(all[at + 1], "→") : null);
}

/** The next or previous article of the list. */
function stepArticle(by) {
  const all = articlesInOrder();
  const other = all[all.indexOf(articleView.article) + by];
  if (other) location.hash = `#/article/${other.number}`;
}

/** The things whose marks lie over an element, the innermost first. */
function idsAt(target) {
  const ids = [];
  for (let element = target.closest(".m"); element; element = element.parentElement.closest(".m")) {
    const layer = [...element.classList].find((name) => name.startsWith("l-")).slice(2);
    if (!articleView.off.has(layer) && !ids.includes(element.dataset.id)) ids.push(element.dataset.id);
  }
  return ids;
}

function pointAt(target) {
  const ids = idsAt(target);
  if (ids.length) showCards(ids);
  else if (!articleView.pinned) light([]);
}

function pinTarget(event) {
  if (String(getSelection()).length) return; // words are being selected, to be copied
  const [id] = idsAt(event.target);
  location.hash = id ? thingHref(articleView.article, id) : `#/article/${articleView.article.number}`;
}

/** Holds the record of a thing; on request goes to its words. */
function pin(id, go) {
  articleView.pinned = id;
  showCards(id ? [id] : []);
  articleView.isStill = Boolean(id); // words that come to lie under a pointer at rest are not pointed at
  if (!id || !go) return;
  const marks = marksFor(id);
  if (marks.length && !isInSight(marks[0])) marks[0].scrollIntoView({ block: "center" });
  for (const mark of marks) mark.classList.add("arrived");
  setTimeout(() => marks.forEach((mark) => mark.classList.remove("arrived")), 1600);
}

function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top > byId("filters").getBoundingClientRect().bottom && bottom < innerHeight;
}

/** Marks of a thing, the most telling part first: trigger, cue, content, names. */
function marksFor(id) {
  const order = ["trigger", "cue", "content", "source"];
  const rank = (mark) => (order.includes(mark.dataset.part) ? order.indexOf(mark.dataset.part) : order.length);
  return [...articleView.text.querySelectorAll(".m.first")].filter((mark) => mark.dataset.id === id).sort((a, b) => rank(a) - rank(b));
}

function showCards(ids) {
  const view = articleView;
  const key = ids.join(" ");
  light(ids);
  if (view.shown === key && view.card.dataset.article === String(view.article.number)) return;
  view.shown = key;
  view.card.dataset.article = view.article.number;
  view.root.classList.toggle("pointing", ids.length > 0);
  view.card.classList.toggle("held", view.pinned !== null && ids[0] === view.pinned);
  const hint = h("p", { class: "hint" }, "Point at marked words to see their record; click to hold it.");
  const close = h("a", { class: "close", href: `#/article/${view.article.number}`, "aria-label": "Let go" }, "×");
  fill(view.card, ids.length ? [view.pinned ? close : null, ids.slice(0, 4).map((id) => thingCard(view.article, id))] : hint);
}

/** Lights up the words of things and, fainter, of what they are tied to. */
function light(ids) {
  const near = new Set();
  for (const id of ids.slice(0, 1)) for (const each of tiedTo(articleView.article, id)) near.add(each);
  for (const mark of articleView.text.querySelectorAll(".m")) {
    mark.classList.toggle("lit", ids[0] === mark.dataset.id);
    mark.classList.toggle("tied", near.has(mark.dataset.id) && ids[0] !== mark.dataset.id);
  }
}

function tiedTo(article, id) {
  const found = thingsOf(article).get(id);
  if (!found) return [];
  const { layer, value } = found;
  if (layer === "event") return [...(value.who || []), ...(value.where || [])].map((each) => each.is).concat(value.weapons || [], value.claims || []);
  if (layer === "claim") return [value.source, value.responds_to, ...(value.events || [])];
  return [];
}

function walkMarks(event) {
  const view = articleView;
  if (event.key === "Enter" && event.target !== view.text) {
    location.hash = thingHref(view.article, event.target.dataset.id);
    event.preventDefault();
  }
  if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
  event.preventDefault();
  const stops = [...view.text.querySelectorAll(".m.first")].filter((mark) => idsAt(mark)[0] === mark.dataset.id);
  const by = event.key === "ArrowRight" ? 1 : -1;
  const from = stops.indexOf(event.target);
  const next = stops[from < 0 ? (by > 0 ? 0 : stops.length - 1) : from + by];
  if (!next) return;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  const id = next.dataset.id;
  announce(`${thingsOf(view.article).get(id).layer}: ${thingName(view.article, id)}`);
}
