// Signs that say with their shape what colour says too.

const SHAPES = {
  disc: "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1-6 0Z",
  square: "M-5.4-5.4H5.4V5.4H-5.4Z",
  triangle: "M0-6.6L6.6 5.2H-6.6Z",
  diamond: "M0-7L7 0L0 7L-7 0Z",
  pentagon: "M0-6.8L6.6-1.8L4.1 5.9H-4.1L-6.6-1.8Z",
  hexagon: "M-3.4-6H3.4L6.8 0L3.4 6H-3.4L-6.8 0Z",
};

const STANCE_PATHS = {
  asserts: "M-6-5.5H6V2.5H-.5L-4 6V2.5H-6Z",
  confirms: "M-6 0L-2 4.5L6-4.5",
  accuses: "M-6 0H4M0-4.5L5 0L0 4.5",
  denies: "M-5-5L5 5M5-5L-5 5",
  doubts: "M-3.5-3.2C-3.5-7 3.8-7 3.8-2.8C3.8 0 0-.4 0 2.4M0 5.2V6",
  withholds: "M-5.5 0V.1M0 0V.1M5.5 0V.1",
  warns: "M0-6L6.5 5.5H-6.5ZM0-2V1.6M0 3.4V3.6",
  urges: "M-5 1L0-4L5 1M-5 6L0 1L5 6",
};

/** What a status looks like on a shape, as children of an SVG element of -8…8. */
function statusMarks(shape, status) {
  const d = SHAPES[shape];
  const filled = status === "reported" || status === "confirmed";
  const marks = [s("path", { d, class: filled ? "g-full" : `g-line g-${status}` })];
  if (status === "confirmed") marks.push(s("path", { d: "M-3 .4L-.8 2.6L3.2-2.2", class: "g-knock" }));
  if (status === "disputed") marks.push(s("path", { d, class: "g-full", "clip-path": "url(#left-half)" }));
  if (status === "denied") marks.push(s("path", { d: "M-2.6-2.2L2.6 3M2.6-2.2L-2.6 3", class: "g-line" }));
  if (status === "planned") marks.push(s("circle", { r: 1.8, cy: 0.4, class: "g-full" }));
  return marks;
}

/** The sign of a status, on the shape of a family of event types or on a disc. */
function statusGlyph(status, shape = "disc") {
  return s("svg", { class: `glyph st-${status}`, viewBox: "-8 -8 16 16", "aria-hidden": "true" }, statusMarks(shape, status));
}

function stanceGroup(stance) {
  return DATA.labels.stance[stance][0];
}

function stanceGlyph(stance) {
  const glyph = s("svg", { class: `glyph sg-${stanceGroup(stance)}`, viewBox: "-8 -8 16 16", "aria-hidden": "true" });
  glyph.append(s("path", { d: STANCE_PATHS[stance], class: "g-line" }));
  return glyph;
}

function shapeOf(type) {
  return DATA.labels.family[DATA.labels.type[type]].shape;
}

function shapeGlyph(shape) {
  return s("svg", { class: "glyph shape", viewBox: "-8 -8 16 16", "aria-hidden": "true" }, s("path", { d: SHAPES[shape], class: "g-line" }));
}

function statusBadge(status) {
  return h("span", { class: `badge st-${status}`, title: DATA.labels.status[status] }, statusGlyph(status), status);
}

function stanceBadge(claim) {
  const meaning = DATA.labels.stance[claim.stance][1];
  return h("span", { class: `badge sg-${stanceGroup(claim.stance)}`, title: meaning }, stanceGlyph(claim.stance), stanceWords(claim));
}

/** Definitions that the signs refer to; once in the page. */
function glyphDefinitions() {
  const half = s("clipPath", { id: "left-half" }, s("rect", { x: -8, y: -8, width: 8, height: 16 }));
  return s("svg", { class: "definitions", width: 0, height: 0, "aria-hidden": "true" }, s("defs", {}, half));
}
