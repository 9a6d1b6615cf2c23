// The map: drag, wheel, buttons and keys move it; markers.js puts the happenings on it.

const CLOSEST = 1.2e6; // pixels a turn of the globe: some 25 km across the map
const mapView = { root: h("div", { class: "map-view" }), x: 0, y: 0, scale: 500, width: 800, height: 500, drawn: false };

function drawMapView() {
  const view = mapView;
  view.land = s("g", { class: "land-group" });
  view.lines = s("g", { class: "graticule" });
  view.towns = s("g", { class: "towns" });
  view.marks = s("g", { class: "markers" });
  view.svg = s(
    "svg",
    { class: "map-svg", tabindex: 0, role: "group", "aria-label": "Map of happenings. Arrow keys move it, plus and minus zoom, 0 shows all. The list beside it holds the same places." },
    s("rect", { class: "sea", width: "100%", height: "100%" }),
    view.land,
    view.lines,
    view.towns,
    view.marks,
  );
  const button = (label, sign, action) => h("button", { type: "button", "aria-label": label, title: label, onclick: action }, sign);
  const buttons = h("div", { class: "map-buttons" }, button("Zoom in", "+", () => zoom(1.6)), button("Zoom out", "−", () => zoom(1 / 1.6)), button("Show all", "⤢", fitMap));
  view.bar = h("div", { class: "scale-bar" });
  view.tip = h("div", { class: "tip", hidden: true });
  view.frame = h("div", { class: "map-frame" }, view.svg, buttons, view.bar, view.tip);
  view.panel = h("aside", { class: "map-panel", "aria-label": "Places" });
  fill(view.root, h("div", { class: "map-main" }, view.frame, mapLegend(), mapPolicy()), view.panel);
  listenToMap();
  listeners.push(() => view.root.isConnected && placesChanged());
  addEventListener("resize", debounced(() => view.root.isConnected && measureMap() && drawMap(), 150));
}

/** First sight of the map: the coasts are only made now. */
function showMap() {
  const view = mapView;
  measureMap();
  if (!view.drawn) {
    view.drawn = true;
    append(view.land, outlinePaths());
    collectSpots();
    fitMap();
  } else {
    placesChanged();
  }
}

function measureMap() {
  const box = mapView.svg.getBoundingClientRect();
  mapView.width = box.width || 800;
  mapView.height = box.height || 500;
  return true;
}

function mapPolicy() {
  return h(
    "p",
    { class: "hint policy" },
    "Coasts, lakes and rivers only: the map draws no borders, so that it takes no side on any. Outlines: Natural Earth, public domain. Towns and coordinates: GeoNames, CC BY 4.0. A sign stands at the middle of a place, not where a shell fell.",
  );
}

function mapLegend() {
  const families = Object.values(DATA.labels.family).map((family) => h("li", { title: family.types.map(plain).join(", ") }, shapeGlyph(family.shape), family.label));
  const statuses = STATUSES.map((status) => h("li", { title: DATA.labels.status[status] }, statusGlyph(status), status));
  return h("div", { class: "legend" }, h("ul", { "aria-label": "Shapes: kinds of happenings" }, families), h("ul", { "aria-label": "Fill and colour: status" }, statuses));
}

const screenX = (x) => (x - mapView.x) * (mapView.scale / TURN) + mapView.width / 2;
const screenY = (y) => (y - mapView.y) * (mapView.scale / TURN) + mapView.height / 2;

/** Puts everything where it belongs at this place and scale. */
function drawMap() {
  const view = mapView;
  const factor = view.scale / TURN;
  view.svg.setAttribute("viewBox", `0 0 ${view.width} ${view.height}`);
  view.land.setAttribute("transform", `translate(${view.width / 2 - view.x * factor} ${view.height / 2 - view.y * factor}) scale(${factor})`);
  drawGraticule();
  drawMarkers();
  drawScaleBar();
}

let frame = 0;
function redrawSoon() {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(drawMap);
}

function drawGraticule() {
  const view = mapView;
  const across = (view.width / view.scale) * 360;
  const step = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1].find((each) => across / each >= 4) || 0.1;
  const half = view.width / view.scale / 2;
  const west = longitudeAt(view.x) - half * 360;
  const lines = [];
  const label = (value, plus, minus) => `${Math.abs(Number(value.toFixed(1)))}°${value < -1e-9 ? minus : value > 1e-9 ? plus : ""}`;
  for (let lon = Math.ceil(west / step) * step; lon < west + half * 720; lon += step) {
    const x = screenX(worldX(lon));
    lines.push(s("line", { x1: x, x2: x, y1: 0, y2: view.height }), s("text", { x: x + 3, y: view.height - 5 }, label(lon, "E", "W")));
  }
  const factor = TURN / view.scale / 2;
  const south = latitudeAt(view.y + view.height * factor);
  const north = latitudeAt(view.y - view.height * factor);
  for (let lat = Math.ceil(south / step) * step; lat < north; lat += step) {
    const y = screenY(worldY(lat));
    lines.push(s("line", { x1: 0, x2: view.width, y1: y, y2: y }), s("text", { x: 4, y: y - 3 }, label(lat, "N", "S")));
  }
  fill(view.lines, lines);
}

function drawScaleBar() {
  const view = mapView;
  const kilometresAPixel = (40075 * Math.cos((latitudeAt(view.y) * Math.PI) / 180)) / view.scale;
  const length = [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].find((each) => each / kilometresAPixel < 130) || 1;
  const rule = h("span", { class: "ruler" });
  rule.style.width = `${length / kilometresAPixel}px`;
  fill(view.bar, rule, `${length.toLocaleString("en")} km`);
}

/** Zooms around a point of the screen, by default the middle. */
function zoom(by, atX = mapView.width / 2, atY = mapView.height / 2) {
  const view = mapView;
  const scale = Math.max(view.width / 1.1, Math.min(CLOSEST, view.scale * by));
  const shift = TURN / view.scale - TURN / scale;
  view.x += (atX - view.width / 2) * shift;
  view.y += (atY - view.height / 2) * shift;
  view.scale = scale;
  keepInside();
  redrawSoon();
}

function moveMap(dx, dy) {
  const factor = TURN / mapView.scale;
  mapView.x += dx * factor;
  mapView.y += dy * factor;
  keepInside();
  redrawSoon();
}

function keepInside() {
  mapView.x = Math.max(-TURN / 2, Math.min(TURN / 2, mapView.x));
  mapView.y = Math.max(worldY(80), Math.min(worldY(-60), mapView.y));
}

/** Shows points of the world with some room around them. */
function fitTo(points, closest = 60000) {
  const view = mapView;
  if (!points.length) Object.assign(view, { x: worldX(15), y: worldY(25), scale: view.width });
  else {
    const xs = points.map((point) => point.x);
    const ys = points.map((point) => point.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const scale = Math.min((view.width - 120) / Math.max(right - left, 1e-6), (view.height - 110) / Math.max(bottom - top, 1e-6)) * TURN;
    Object.assign(view, { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(view.width / 1.1, Math.min(closest, scale)) });
  }
  keepInside();
  redrawSoon();
}

function listenToMap() {
  const { svg } = mapView;
  let from = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && !event.target.closest(".marker")) from = [event.clientX, event.clientY, event.pointerId];
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from || event.pointerId !== from[2]) return;
    svg.setPointerCapture(event.pointerId);
    svg.classList.add("dragging");
    moveMap(from[0] - event.clientX, from[1] - event.clientY);
    from = [event.clientX, event.clientY, event.pointerId];
  });
  for (const name of ["pointerup", "pointercancel"]) {
    svg.addEventListener(name, () => {
      from = null;
      svg.classList.remove("dragging");
    });
  }
  const wheel = (event) => {
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0018)), event.clientX - box.left, event.clientY - box.top);
  };
  svg.addEventListener("wheel", wheel, { passive: false });
  svg.addEventListener("dblclick", (event) => zoom(2, event.offsetX, event.offsetY));
  svg.addEventListener("keydown", (event) => {
    const moves = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] };
    if (moves[event.key]) moveMap(...moves[event.key]);
    else if (event.key === "+" || event.key === "=") zoom(1.6);
    else if (event.key === "-") zoom(1 / 1.6);
    else if (event.key === "0") fitMap();
    else return;
    event.preventDefault();
  });
}
