// What stands on the map: a sign a happening, a ring for several, names of places and of towns around them.

const NEAR = 34; // pixels: closer places share a ring
const map = { spots: [], picked: null };

/** Places with what happened there, of the rows that are shown. */
function collectSpots() {
  const spots = new Map();
  for (const row of shownRows) {
    const place = row.where === undefined ? null : DATA.places[row.where];
    if (!place || place.lat === undefined || place.lon === undefined) continue;
    const key = `${place.lat},${place.lon}`;
    if (!spots.has(key)) spots.set(key, { key, place, x: worldX(place.lon), y: worldY(place.lat), rows: [] });
    spots.get(key).rows.push(row);
  }
  map.spots = [...spots.values()].sort((a, b) => b.rows.length - a.rows.length || a.place.name.localeCompare(b.place.name));
  if (map.picked && !spots.has(map.picked)) map.picked = null;
}

function placesChanged() {
  collectSpots();
  drawPanel();
  redrawSoon();
}

function fitMap() {
  collectSpots();
  drawPanel();
  fitTo(map.spots);
}

/** Spots that would overlap on the screen, joined to the largest of them. */
function clusters() {
  const out = [];
  for (const spot of map.spots) {
    const [x, y] = [screenX(spot.x), screenY(spot.y)];
    const near = out.find((each) => Math.hypot(each.x - x, each.y - y) < NEAR);
    if (near) near.spots.push(spot);
    else out.push({ x, y, spots: [spot] });
  }
  for (const each of out) each.rows = each.spots.flatMap((spot) => spot.rows);
  return out;
}

function drawMarkers() {
  const view = mapView;
  const inView = clusters().filter(({ x, y }) => x > -40 && y > -40 && x < view.width + 40 && y < view.height + 40);
  const taken = inView.map(({ x, y, rows }) => {
    const half = markRadius(rows.length) + 2;
    return [x - half, y - half, x + half, y + half];
  });
  taken.push([view.width - 54, 0, view.width, 122], [view.width - 150, view.height - 44, view.width, view.height]); // buttons, scale
  fill(view.marks, inView.map(marker));
  const labels = inView.map(({ x, y, spots, rows }) => label(spots.length > 1 ? `${spots[0].place.name} +${spots.length - 1}` : spots[0].place.name, x, y, markRadius(rows.length) + 4, taken, "spot-name"));
  const named = new Set(map.spots.map((spot) => spot.place.name));
  const towns = [];
  for (const [name, lat, lon] of DATA.towns) {
    if (towns.length >= 45) break;
    const [x, y] = [screenX(worldX(lon)), screenY(worldY(lat))];
    if (named.has(name) || x < 0 || y < 0 || x > view.width || y > view.height) continue;
    const text = label(name, x, y, 4, taken, "town-name");
    if (text) towns.push(s("circle", { cx: x, cy: y, r: 1.8 }), text);
  }
  fill(view.towns, towns);
  view.marks.append(...labels.filter(Boolean));
}

const markRadius = (number) => (number === 1 ? 9 : Math.min(24, 10 + 2.2 * Math.sqrt(number)));

/** A name beside a point where there is room; null where there is none. */
function label(words, x, y, distance, taken, kind) {
  const width = words.length * (kind === "spot-name" ? 7.4 : 6.4); // places stand in bold
  const sides = [[x + distance, "start", x + distance], [x - distance, "end", x - distance - width]];
  for (const [at, anchor, left] of sides) {
    const box = [left, y - 7, left + width, y + 7];
    if (box[2] > mapView.width || box[0] < 0) continue;
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
    taken.push(box);
    return s("text", { x: at, y: y + 4, "text-anchor": anchor, class: kind }, words);
  }
  return null;
}

/** One happening as its sign, a link to its row; several as a ring of their statuses. */
function marker(cluster) {
  const { x, y, spots, rows } = cluster;
  const names = spots.map((spot) => spot.place.name).slice(0, 3).join(", ") + (spots.length > 3 ? " …" : "");
  const words = rows.length === 1 ? `${rows[0].what}, ${rows[0].status}, ${names}` : `${counted(rows.length, "happening")}, ${names}`;
  const isPicked = spots.some((spot) => spot.key === map.picked);
  const group = s("a", { class: `marker${isPicked ? " picked" : ""}`, tabindex: -1, "aria-label": words, transform: `translate(${x} ${y})` });
  group.addEventListener("pointerenter", () => tip(cluster, words));
  group.addEventListener("pointerleave", () => (mapView.tip.hidden = true));
  if (rows.length === 1) {
    const [row] = rows;
    group.setAttribute("href", `#/ledger/${row.number}`);
    group.classList.add(`st-${row.status}`);
    group.append(s("circle", { class: "halo", r: 10.5 }), s("g", { transform: "scale(1.15)" }, statusMarks(shapeOf(row.type), row.status)));
    return group;
  }
  group.setAttribute("href", "#/map");
  group.addEventListener("click", (event) => {
    event.preventDefault();
    openCluster(cluster);
  });
  group.append(...ring(rows), s("text", { class: "number", y: 4, "text-anchor": "middle" }, rows.length));
  return group;
}

/** A ring with an arc for each status, in their order. */
function ring(rows) {
  const radius = markRadius(rows.length);
  const out = [s("circle", { class: "halo", r: radius + 1.5 })];
  let from = 0;
  for (const status of STATUSES) {
    const share = rows.filter((row) => row.status === status).length / rows.length;
    if (!share) continue;
    out.push(s("path", { class: `arc st-${status}`, d: arc(radius - 2, from, from + share) }));
    from += share;
  }
  return out;
}

function arc(radius, from, to) {
  const at = (share) => [radius * Math.sin(2 * Math.PI * share), -radius * Math.cos(2 * Math.PI * share)].map((each) => each.toFixed(2)).join(" ");
  const end = to - from > 0.999 ? from + 0.9995 : to;
  return `M${at(from)}A${radius} ${radius} 0 ${end - from > 0.5 ? 1 : 0} 1 ${at(end)}`;
}

function tip({ x, y, rows }, words) {
  const { tip: box } = mapView;
  const statuses = STATUSES.map((status) => [status, rows.filter((row) => row.status === status).length]).filter(([, n]) => n);
  fill(box, h("p", { dir: "auto" }, words), rows.length > 1 ? h("p", {}, statuses.map(([status, n]) => h("span", { class: "mini" }, statusGlyph(status), `${n} ${status}`))) : null);
  box.hidden = false;
  box.style.left = `${Math.max(4, Math.min(x + 14, mapView.width - 250))}px`;
  box.style.top = `${y > mapView.height - 90 ? y - 70 : y + 14}px`;
}

/** Several places: closer; one place: its list. */
function openCluster({ spots }) {
  const isSpread = spots.some((spot) => Math.hypot(spot.x - spots[0].x, spot.y - spots[0].y) * (CLOSEST / TURN) > NEAR);
  if (spots.length > 1 && isSpread) fitTo(spots, CLOSEST);
  else pickSpot(spots[0].key);
}

function pickSpot(key) {
  map.picked = map.picked === key ? null : key;
  drawPanel();
  redrawSoon();
  const chosenSpot = map.spots.find((spot) => spot.key === map.picked);
  if (!chosenSpot) return;
  const [x, y] = [screenX(chosenSpot.x), screenY(chosenSpot.y)];
  if (x < 30 || y < 30 || x > mapView.width - 30 || y > mapView.height - 30) fitTo([chosenSpot], mapView.scale);
  const open = mapView.panel.querySelector("[aria-expanded=true]");
  if (open) open.scrollIntoView({ block: "nearest" });
}

/** The list of places beside the map: what the signs say, for those who do not see them. */
function drawPanel() {
  const items = map.spots.map((spot) => {
    const isOpen = spot.key === map.picked;
    const statuses = STATUSES.map((status) => [status, spot.rows.filter((row) => row.status === status).length]).filter(([, n]) => n);
    const button = h(
      "button",
      { type: "button", "aria-expanded": String(isOpen), onclick: () => pickSpot(spot.key) },
      h("span", { class: "name" }, placeCell(spot.place)),
      h("span", { class: "minis" }, statuses.map(([status, n]) => h("span", { class: "mini", title: `${n} ${status}` }, statusGlyph(status), n, h("span", { class: "visually-hidden" }, ` ${status}`)))),
    );
    return h("li", { class: isOpen ? "open" : null }, button, isOpen ? rowLinks(spot.rows) : null);
  });
  const lost = shownRows.filter((row) => row.where === undefined || DATA.places[row.where].lat === undefined);
  const list = h("div", {});
  const loose = h("details", { class: "loose", ontoggle: () => loose.open && !list.firstChild && fill(list, rowLinks(lost)) }, h("summary", {}, `${counted(lost.length, "happening")} without coordinates`), list);
  const panel = mapView.panel;
  fill(panel, h("h2", {}, counted(map.spots.length, "place")), h("ul", { class: "spots" }, items), lost.length ? loose : null);
}
