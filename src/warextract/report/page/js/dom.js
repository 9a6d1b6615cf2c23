// Elements without markup: every text from an article becomes a text node, never HTML.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element. Attributes whose value is null or false are left out; "on…" functions become listeners. */
function h(name, attributes, ...children) {
  return build(document.createElement(name), attributes, children);
}

/** An SVG element. */
function s(name, attributes, ...children) {
  return build(document.createElementNS(SVG, name), attributes, children);
}

function build(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : String(child));
    }
  }
}

/** Puts new children in the place of the old ones. */
function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

const byId = (id) => document.getElementById(id);

/** Says a sentence to screen readers. */
function announce(sentence) {
  byId("announce").textContent = sentence;
}

/** A link to a page of the web; text alone when the address is anything else. */
function webLink(url, ...children) {
  let parsed = null;
  try {
    parsed = new URL(url);
  } catch {
    return h("span", {}, children);
  }
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return h("span", {}, children);
  return h("a", { href: parsed.href, target: "_blank", rel: "noopener noreferrer nofollow" }, children);
}

function isEditing(target) {
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;
}

/** Calls back once things have been quiet for a while. */
function debounced(call, milliseconds) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...values), milliseconds);
  };
}
