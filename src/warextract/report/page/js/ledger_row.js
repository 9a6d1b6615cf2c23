// What a row of the ledger unfolds to: who says what in which words, how it was told, and how its status changed.

function detailRow(row) {
  return h(
    "tr",
    { class: "detail", role: "row", id: `row-${row.number}-more` },
    h("td", { role: "cell" }, h("div", { class: "detail-grid" }, voicesColumn(row), tellingsColumn(row))),
  );
}

function voicesColumn(row) {
  const shown = new Set();
  const key = (voice) => `${voice.article}/${voice.claim}`;
  const independent = new Set((row.evidence || []).map(key));
  const group = (title, voices, stance) => {
    if (!voices || !voices.length) return null;
    voices.forEach((voice) => shown.add(key(voice)));
    return h("section", { class: "voices-group" }, h("h4", {}, stanceGlyph(stance), title), h("ul", {}, voices.map((voice) => voiceItem(voice, independent.has(key(voice)), stance))));
  };
  const groups = [
    group("Says so", row.claimed, "asserts"),
    group("Denies or doubts it", row.denied, "denies"),
    group("Would not say, or could not verify", row.withheld, "withholds"),
  ];
  const left = (row.evidence || []).filter((voice) => !shown.has(key(voice)));
  groups.push(group("Independent evidence", left, "confirms"));
  const none = groups.some(Boolean) ? null : h("p", { class: "hint" }, "Told in the articles' own voice; no source is named for or against it.");
  return h("div", { class: "voices-column" }, groups, none, evidenceNote(row));
}

function evidenceNote(row) {
  if (!(row.claimed || row.denied || row.withheld)) return null;
  const number = (row.evidence || []).length;
  return h("p", { class: "hint" }, number ? `${counted(number, "voice")} of no party to it, marked “independent”.` : "No voice is independent of the parties.");
}

function voiceItem(voice, isIndependent, kind) {
  const article = ARTICLES[voice.article];
  const claim = thing(article, voice.claim);
  if (!claim) return null;
  const name = voice.actor === undefined ? "An unnamed source" : actorName(voice.actor);
  const words = claim.content_at ? wordsAt(article, claim.content_at) : "";
  const isContrary = kind === "denies" && stanceGroup(claim.stance) === "for"; // "no children were killed, he said"
  return h(
    "li",
    { class: standingClass(voice) },
    h("span", { class: "head" }, isContrary ? contraryBadge() : stanceBadge(claim), h("bdi", { class: "name" }, name), isIndependent ? h("span", { class: "tag" }, "independent") : null, voice.withdrawn ? h("span", { class: "tag warn" }, "later said the opposite") : null, standingTag(voice)),
    words ? h("a", { class: "words", dir: "auto", href: thingHref(article, claim.id) }, claim.quote === "direct" ? `“${words}”` : words) : null,
    h("span", { class: "cite" }, words ? null : [h("a", { href: thingHref(article, claim.id) }, "its words"), " · "], h("bdi", {}, articleWords(article))),
  );
}

function contraryBadge() {
  return h("span", { class: "badge sg-against", title: "says that something else is so, which leaves no room for it" }, stanceGlyph("denies"), "says the contrary");
}

const standingClass = (each) => (each.copy || each.replaced ? "lesser" : null);

function standingTag(each) {
  if (each.copy) return h("span", { class: "tag", title: "A copy of another article: not counted" }, "copy");
  return each.replaced ? h("span", { class: "tag", title: "A later version of this article replaced it" }, "replaced") : null;
}

function tellingsColumn(row) {
  return h(
    "div",
    { class: "tellings-column" },
    h("section", {}, h("h4", {}, "How it is told"), h("ul", { class: "tellings" }, row.tellings.map(tellingItem))),
    tollSection(row),
    historySection(row),
  );
}

function tellingItem(telling) {
  const article = ARTICLES[telling.article];
  const event = thing(article, telling.event);
  if (!event) return null;
  return h(
    "li",
    { class: standingClass(telling) },
    h("a", { class: "sentence", dir: "auto", href: thingHref(article, event.id) }, sentenceWithTrigger(article, event)),
    h("span", { class: "cite" }, statusBadge(event.status), h("bdi", {}, articleWords(article)), standingTag(telling), h("code", { class: "rule-name", title: "the rule that read it" }, event.rule)),
  );
}

/** The sentence of an event with its trigger marked. */
function sentenceWithTrigger(article, event) {
  const [start, end] = event.sentence;
  const [from, to] = event.at;
  if (from < start || to > end) return wordsAt(article, event.sentence);
  const part = (a, b) => {
    const words = a < b ? rawWords(article, a, b).replace(/\s+/g, " ") : "";
    return words;
  };
  return [part(start, from).trimStart(), h("mark", {}, part(from, to)), part(to, end).trimEnd()];
}

function rawWords(article, start, end) {
  for (const [offset, text] of article.text || []) {
    if (offset <= start && start < offset + text.length) return text.slice(start - offset, end - offset);
  }
  return "…";
}

function tollSection(row) {
  if (!row.tolls) return null;
  const lines = row.tolls.map((toll) => {
    const article = ARTICLES[toll.article];
    const by = (toll.by || []).map(actorName);
    const source = by.length ? `by the word of ${by.join(", ")}` : "in the article's own voice";
    return h(
      "li",
      { class: standingClass(toll) },
      h("a", { href: thingHref(article, toll.event) }, tollWords(toll)),
      h("span", { class: "cite" }, h("bdi", {}, source), " · ", h("bdi", {}, articleWords(article)), standingTag(toll)),
    );
  });
  return h("section", {}, h("h4", {}, "Casualties, as told"), h("ul", { class: "tolls" }, lines));
}

function historySection(row) {
  const steps = (row.history || []).map((step) => {
    const article = ARTICLES[step.article];
    return h(
      "tr",
      { class: standingClass(step) },
      h("td", {}, dayWords(article.published) || "no day"),
      h("td", {}, h("a", { href: `#/article/${article.number}` }, h("bdi", {}, article.source || article.id)), standingTag(step)),
      h("td", {}, step.told ? statusBadge(step.told) : h("span", { class: "unknown" }, "no longer told")),
      h("td", {}, statusBadge(step.overall)),
    );
  });
  if (steps.length < 2) return null;
  const head = h("tr", {}, ["Day", "Article", "Told there as", "So far in all"].map((each) => h("th", { scope: "col" }, each)));
  return h("section", {}, h("h4", {}, "How its status changed"), h("table", { class: "history" }, h("thead", {}, head), h("tbody", {}, steps)));
}
