// Days, numbers and kinds in a reader's words.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "4 Mar 2025" of "2025-03-04". */
function dayWords(iso) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso || "")) return iso || "";
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** The days of a happening: "4 Mar 2025", "3–4 Mar 2025", "Mar 2025", "2025". */
function spanWords(start, end, precision) {
  if (!start) return "";
  if (precision === "year" && start.slice(5) === "01-01" && end.slice(5) === "12-31") return start.slice(0, 4);
  if (precision === "month") return `${MONTHS[Number(start.slice(5, 7)) - 1]} ${start.slice(0, 4)}`;
  if (start === end) return dayWords(start);
  if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}–${dayWords(end)}`;
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  return `${sameYear ? dayWords(start).slice(0, -5) : dayWords(start)} – ${dayWords(end)}`;
}

/** "about 20–30". */
function rangeWords([least, most, about]) {
  const number = (each) => each.toLocaleString("en");
  return `${about ? "about " : ""}${least === most ? number(least) : `${number(least)}–${number(most)}`}`;
}

function tollWords(toll) {
  return ["killed", "wounded", "captured"]
    .filter((kind) => toll[kind])
    .map((kind) => `${rangeWords(toll[kind])} ${kind}`)
    .join(", ");
}

const countryName = (code) => DATA.countries[code] || code;
const plain = (word) => word.replaceAll("_", " ");
const classWords = (name) => plain(name).split(".").reverse().join(" ");
const typeWords = (type) => plain(type).replace(/^./, (letter) => letter.toUpperCase());

/** "1 article", "12 articles". */
const counted = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;

const stanceWords = (claim) => (claim.not ? `not ${claim.stance}` : claim.stance);

/** Outlet and day of an article. */
function articleWords(article) {
  return [article.source, dayWords(article.published)].filter(Boolean).join(", ") || article.id;
}
