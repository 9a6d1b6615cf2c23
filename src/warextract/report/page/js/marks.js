// An article's text with its layers marked. Spans overlap, so they are cut where they cross and nested where they can.

const LAYERS = {
  actor: "Actors",
  place: "Places",
  weapon: "Weapons",
  claim: "Claims",
  event: "Events",
};
// Which of two marks over the same words goes around the other.
const RANKS = ["content", "source", "trigger", "also", "cue", "hedge", "actor", "place", "weapon"];

const LONGEST_UNBROKEN = 24;

/** Every mark of an article: {start, end, layer, part, id}, outer ones first. */
function marksOf(article) {
  const marks = [];
  const add = (layer, part, id, spans) => {
    for (const [start, end] of spans) if (start < end) marks.push({ start, end, layer, part, id });
  };
  for (const [layer, list] of [["actor", article.actors], ["place", article.places], ["weapon", article.weapons]]) {
    for (const each of list || []) add(layer, layer, each.id, pairs([...(each.at || []), ...(each.pronouns || [])]));
  }
  for (const claim of article.claims || []) {
    const one = (at) => (at ? [at] : []);
    add("claim", "content", claim.id, one(claim.content_at));
    add("claim", "source", claim.id, one(claim.source_at));
    add("claim", "cue", claim.id, one(claim.cue_at));
    add("claim", "hedge", claim.id, pairs(claim.hedges));
  }
  for (const event of article.events || []) {
    add("event", "trigger", event.id, pairs(event.at));
    add("event", "also", event.id, pairs(event.also));
  }
  marks.sort(outerFirst);
  marks.forEach((mark, at) => {
    const before = at ? marks[at - 1] : null;
    mark.isAgain = before !== null && mark.layer === "event" && before.layer === "event" && before.start === mark.start && before.end === mark.end;
  });
  return marks;
}

function outerFirst(a, b) {
  return a.start - b.start || b.end - a.end || RANKS.indexOf(a.part) - RANKS.indexOf(b.part);
}

/** Puts a stretch of text, from `offset` on, into an element with the marks that touch it. */
function layMarked(root, text, offset, marks, dress) {
  const stop = offset + text.length;
  const touching = marks.filter((mark) => mark.start < stop && mark.end > offset);
  const points = new Set([stop]);
  for (const { start, end } of touching) {
    points.add(Math.max(start, offset));
    points.add(Math.min(end, stop));
  }
  const opening = grouped(touching, offset);
  let open = []; // from the outermost to the innermost: [mark, element]
  let at = offset;
  const inner = () => (open.length ? open.at(-1)[1] : root);
  for (const point of [...points].sort((a, b) => a - b)) {
    if (point > at) inner().append(text.slice(at - offset, point - offset));
    at = point;
    const first = open.findIndex(([mark]) => mark.end <= point);
    const cut = first < 0 ? [] : open.slice(first).map(([mark]) => mark).filter((mark) => mark.end > point);
    if (first >= 0) open = open.slice(0, first);
    if (point === stop) break;
    const next = [...cut, ...(opening.get(point) || [])];
    for (const mark of next.sort((a, b) => b.end - a.end || RANKS.indexOf(a.part) - RANKS.indexOf(b.part))) {
      const element = dress(mark, mark.start === point);
      inner().append(element);
      open.push([mark, element]);
    }
  }
}

function grouped(marks, offset) {
  const groups = new Map();
  for (const mark of marks) {
    const start = Math.max(mark.start, offset);
    groups.set(start, [...(groups.get(start) || []), mark]);
  }
  return groups;
}

/** The element of a mark; its sign stands before the first piece. */
function dressMark(article, mark, isFirst) {
  const value = thing(article, mark.id);
  const classes = ["m", `l-${mark.layer}`, `p-${mark.part}`];
  if (mark.layer === "claim") classes.push(`sg-${stanceGroup(value.stance)}`);
  if (mark.layer === "event") classes.push(`st-${value.status}`);
  if (isFirst) classes.push("first");
  if (mark.isAgain) classes.push("again");
  const element = h("span", { "data-id": mark.id, "data-part": mark.part });
  if (mark.end - mark.start <= LONGEST_UNBROKEN) classes.push("short"); // the sign stays on the line of its word
  element.className = classes.join(" ");
  if (isFirst && mark.part === "cue") element.append(stanceGlyph(value.stance));
  if (isFirst && (mark.part === "trigger" || mark.part === "also")) element.append(statusGlyph(value.status));
  return element;
}

/** The text of an article as paragraphs with marks; stretches of a lost text stand apart. */
function markedText(article) {
  const marks = marksOf(article);
  const dress = (mark, isFirst) => dressMark(article, mark, isFirst);
  const blocks = [];
  for (const [offset, text] of article.text || []) {
    if (!article.whole && blocks.length) blocks.push(h("p", { class: "gap", "aria-label": "words left out" }, "[…]"));
    for (const [start, block] of paragraphs(text)) {
      const paragraph = h("p", { dir: "auto" });
      layMarked(paragraph, block, offset + start, marks, dress);
      blocks.push(paragraph);
    }
  }
  return blocks;
}

/** Paragraphs of a text with where they start. */
function* paragraphs(text) {
  const gap = /(?:\r?\n|\r)[ \t]*(?:\r?\n|\r)\s*/g;
  let start = 0;
  for (const found of text.matchAll(gap)) {
    if (found.index > start) yield [start, text.slice(start, found.index)];
    start = found.index + found[0].length;
  }
  if (start < text.length) yield [start, text.slice(start)];
}
