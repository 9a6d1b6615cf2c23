// The timeline: a lane a status, a column a day (week, month, year), a sign a happening. Long empty stretches are cut.

const DAY = 86400000;
const LONGEST_GAP = 4; // empty columns in a row before they are cut out
const MOST_COLUMNS = 90; // before the next longer unit is taken
const PAPER = { room: 500, columns: 24 }; // what fits on a printed page
const GAP = 28; // pixels for columns that are cut out
const LETTER = 7.2; // pixels of a letter of the axis, at most
const LANE = 120; // pixels that the tallest stack may take
const timelineView = { root: h("div", { class: "timeline-view" }), unit: "auto", selected: null };

const dayNumber = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const monthNumber = (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

/** How a day falls into columns, and what a column is called. */
const UNITS = {
  day: { of: dayNumber, name: (n) => dayWords(isoDay(n)), tick: (n) => String(Number(isoDay(n).slice(8))), era: (n) => monthName(isoDay(n)) },
  week: { of: (iso) => Math.floor((dayNumber(iso) + 3) / 7), name: (n) => `week of ${dayWords(isoDay(n * 7 - 3))}`, tick: (n) => String(Number(isoDay(n * 7 - 3).slice(8))), era: (n) => monthName(isoDay(n * 7 - 3)) },
  month: { of: monthNumber, name: (n) => `${MONTHS[n % 12]} ${Math.floor(n / 12)}`, tick: (n) => MONTHS[n % 12].slice(0, 1), era: (n) => String(Math.floor(n / 12)) },
  year: { of: (iso) => Number(iso.slice(0, 4)), name: String, tick: (n) => String(n).slice(2), era: (n) => `${Math.floor(n / 10) * 10}s` },
};
const monthName = (iso) => `${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

function drawTimelineView() {
  const view = timelineView;
  const select = h(
    "select",
    { onchange: () => ((view.unit = select.value), (view.selected = null), drawTimeline()) },
    ["auto", ...Object.keys(UNITS)].map((unit) => h("option", { value: unit }, unit === "auto" ? "automatic" : unit)),
  );
  view.note = h("p", { class: "hint" });
  view.chart = h("div", { class: "tl" });
  view.list = h("div", { class: "picked", "aria-live": "polite" });
  view.loose = h("details", { class: "loose" });
  fill(view.root, h("div", { class: "view-head" }, h("label", {}, "Columns ", select), view.note), view.chart, view.list, view.loose);
  listeners.push(() => ((view.selected = null), view.root.isConnected && drawTimeline()));
  for (const [name, isPrinting] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(name, () => ((view.isPrinting = isPrinting), view.root.isConnected && drawTimeline()));
  }
  addEventListener("resize", debounced(() => view.root.isConnected && drawTimeline(), 200));
}

/** The column of a row, or null when it is told by a longer stretch than a column. */
function columnOf(row, unit) {
  if (!row.start) return null;
  const { of } = UNITS[unit];
  const isExact = of(row.start) === of(row.end) || dayNumber(row.end) - dayNumber(row.start) <= 3;
  return isExact ? of(row.start) : null;
}

function fittingUnit() {
  const most = timelineView.isPrinting ? PAPER.columns : MOST_COLUMNS;
  return Object.keys(UNITS).find((unit) => columnsOf(cellsOf(unit).keys()).length <= most) || "year";
}

/** Rows by column and status: cells.get(column).get(status). */
function cellsOf(unit) {
  const cells = new Map();
  for (const row of shownRows) {
    const column = columnOf(row, unit);
    if (column === null) continue;
    if (!cells.has(column)) cells.set(column, new Map());
    const statuses = cells.get(column);
    if (!statuses.has(row.status)) statuses.set(row.status, []);
    statuses.get(row.status).push(row);
  }
  return cells;
}

/** The columns with the empty ones between, and {gap} where many are cut out. */
function columnsOf(keys) {
  const out = [];
  for (const key of [...keys].sort((a, b) => a - b)) {
    const last = out.at(-1);
    if (last !== undefined && key - last > LONGEST_GAP + 1) out.push({ gap: key - last - 1 });
    else for (let empty = last + 1; last !== undefined && empty < key; empty += 1) out.push(empty);
    out.push(key);
  }
  return out;
}

function drawTimeline() {
  const view = timelineView;
  const unit = view.unit === "auto" ? fittingUnit() : view.unit;
  const cells = cellsOf(unit);
  const columns = columnsOf(cells.keys());
  const lanes = STATUSES.filter((status) => [...cells.values()].some((each) => each.has(status)));
  const loose = shownRows.filter((row) => columnOf(row, unit) === null);
  view.note.textContent = `One sign a happening, by ${unit}.`;
  drawLoose(loose, unit);
  if (!columns.length) fill(view.chart, h("p", { class: "empty" }, "No happening that is shown has a day."));
  else drawLanes(unit, cells, columns, lanes);
  drawPicked(unit, cells);
}

function drawLanes(unit, cells, columns, lanes) {
  const view = timelineView;
  const most = Math.max(...[...cells.values()].flatMap((each) => [...each.values()].map((rows) => rows.length)));
  const side = Math.max(2, Math.min(15, (LANE - 10) / most));
  const heights = lanes.map((status) => 14 + side * Math.max(1, ...[...cells.values()].map((each) => (each.get(status) || []).length)));
  const room = view.isPrinting ? PAPER.room : view.chart.clientWidth - 152;
  const gaps = columns.filter((each) => each.gap).length;
  const width = Math.max(view.isPrinting ? 5 : 17, Math.min(40, (room - gaps * GAP) / (columns.length - gaps)));
  const lefts = [];
  let total = 6;
  for (const column of columns) {
    lefts.push(total);
    total += column.gap ? GAP : width;
  }
  const tall = heights.reduce((sum, each) => sum + each, 0);
  const svg = s("svg", { class: "tl-svg", width: total + 6, height: tall + 40, role: "group", "aria-label": `Happenings by ${unit} and status; arrow keys go from one to the next` });
  let top = 0;
  lanes.forEach((status, lane) => {
    svg.append(s("rect", { class: "lane", x: 0, y: top, width: total + 6, height: heights[lane] - 4, rx: 3 }));
    columns.forEach((column, at) => {
      const rows = column.gap ? null : (cells.get(column) || new Map()).get(status);
      if (rows) svg.append(timelineCell({ unit, column, status, rows, x: lefts[at], base: top + heights[lane] - 8, width, side, lane }));
    });
    top += heights[lane];
  });
  const [axis, axisEnd] = timelineAxis(unit, columns, lefts, width, tall, cells);
  svg.append(axis);
  svg.setAttribute("width", Math.max(total + 6, axisEnd));
  const labels = lanes.map((status, lane) => {
    const label = h("div", { class: "tl-label" }, statusBadge(status));
    label.style.height = `${heights[lane]}px`;
    return label;
  });
  fill(view.chart, h("div", { class: "tl-labels" }, labels), h("div", { class: "tl-scroll" }, svg));
  const [first] = svg.querySelectorAll(".cell");
  if (first) first.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", walkCells);
  const scroll = view.chart.querySelector(".tl-scroll");
  scroll.scrollLeft = scroll.scrollWidth;
}

/** The signs of one column in one lane: stacked, or one bar when they would be too small to tell apart. */
function timelineCell({ unit, column, status, rows, x, base, width, side, lane }) {
  const words = `${counted(rows.length, "happening")} ${status}, ${UNITS[unit].name(column)}`;
  const pick = () => pickCell(unit, column, status);
  const cell = s("g", { class: `cell st-${status}`, role: "button", tabindex: -1, "aria-label": words, "data-column": column, "data-lane": lane, onclick: pick });
  cell.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), pick()));
  const tall = Math.max(rows.length * side, 14);
  cell.append(s("title", {}, words), s("rect", { class: "hit", x, y: base - tall - 2, width, height: tall + 4 }));
  const middle = x + width / 2;
  if (side < 7) {
    cell.append(s("rect", { class: `bar g-${status}`, x: middle - 5, y: base - rows.length * side, width: 10, height: rows.length * side }));
  } else {
    rows.forEach((row, number) => {
      const sign = s("g", { transform: `translate(${middle} ${base - side * (number + 0.5)}) scale(${(side - 1.5) / 13})` }, statusMarks(shapeOf(row.type), status));
      cell.append(sign);
    });
  }
  return cell;
}

function timelineAxis(unit, columns, lefts, width, top, cells) {
  const axis = s("g", { class: "axis" });
  let era = null;
  let free = 0; // where the last name of an era ends
  columns.forEach((column, at) => {
    const middle = lefts[at] + (column.gap ? GAP / 2 : width / 2);
    if (column.gap) {
      axis.append(s("text", { x: middle, y: top + 13, class: "gap" }, "⋯"), s("title", {}, `${counted(column.gap, unit)} without a happening`));
      era = null;
      return;
    }
    const day = (cells.has(column) || width > 19) && s("text", { class: "day", x: middle, y: top + 13, onclick: () => pickCell(unit, column, null) }, UNITS[unit].tick(column));
    if (day) {
      day.append(s("title", {}, UNITS[unit].name(column)));
      axis.append(day);
    }
    if (UNITS[unit].era(column) === era) return;
    era = UNITS[unit].era(column);
    const short = era.replace(/ \d\d(\d\d)$/, " ’$1");
    const next = columns.slice(at + 1).findIndex((each) => each.gap || UNITS[unit].era(each) !== era);
    const room = (next < 0 ? columns.length - at : next + 1) * width + GAP;
    const words = room > era.length * LETTER + 5 ? era : short;
    if (lefts[at] < free) return;
    free = lefts[at] + words.length * LETTER + 5;
    axis.append(s("text", { x: lefts[at] + 1, y: top + 31, class: "era" }, words));
  });
  return [axis, free];
}

/** Arrow keys: the next cell in the lane, or the nearest in the next lane. */
function walkCells(event) {
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
  const from = event.target.closest(".cell");
  if (!step || !from) return;
  event.preventDefault();
  const at = (cell) => [Number(cell.dataset.column), Number(cell.dataset.lane)];
  const [column, lane] = at(from);
  const ahead = [...event.currentTarget.querySelectorAll(".cell")].filter((cell) => {
    const [x, y] = at(cell);
    return step[0] ? y === lane && (x - column) * step[0] > 0 : (y - lane) * step[1] > 0;
  });
  const far = (cell) => Math.abs(at(cell)[0] - column) + 1e6 * Math.abs(at(cell)[1] - lane);
  const next = ahead.sort((a, b) => far(a) - far(b))[0];
  if (!next) return;
  from.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

/** Lists what one cell stands for, or without a status what its column does. */
function pickCell(unit, column, status) {
  timelineView.selected = { column, status };
  drawPicked(unit, cellsOf(unit));
}

function drawPicked(unit, cells) {
  const view = timelineView;
  const { column, status } = view.selected || { column: Math.max(...cells.keys()), status: null };
  for (const cell of view.chart.querySelectorAll(".cell")) {
    const isPicked = cell.dataset.column === String(column) && (status === null || cell.classList.contains(`st-${status}`));
    cell.classList.toggle("picked", isPicked);
  }
  const statuses = cells.get(column) || new Map();
  const rows = STATUSES.filter((each) => status === null || each === status).flatMap((each) => statuses.get(each) || []);
  fill(view.list, rows.length ? [h("h3", {}, status ? statusBadge(status) : null, UNITS[unit].name(column).replace(/^w/, "W")), rowLinks(rows)] : null);
}

/** Links to rows of the ledger. */
function rowLinks(rows) {
  const item = (row) =>
    h(
      "li",
      {},
      h(
        "a",
        { class: "row-link", href: `#/ledger/${row.number}` },
        statusGlyph(row.status, shapeOf(row.type)),
        h("span", {}, h("span", { class: "what", dir: "auto" }, happening(row)), whoLine(row), h("span", { class: "who" }, [spanWords(row.start, row.end, row.precision), row.where === undefined ? "" : DATA.places[row.where].name, row.status].filter(Boolean).join(" · "))),
      ),
    );
  return h("ul", { class: "row-links" }, rows.map(item));
}

function drawLoose(rows, unit) {
  const view = timelineView;
  view.loose.hidden = rows.length === 0;
  const list = h("div", {});
  fill(view.loose, h("summary", {}, `${counted(rows.length, "happening")} told without a day, or by a longer stretch than a ${unit}`), list);
  view.loose.ontoggle = () => view.loose.open && !list.firstChild && fill(list, rowLinks(rows));
  if (view.loose.open) fill(list, rowLinks(rows));
}
