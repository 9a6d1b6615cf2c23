// Coasts, lakes and rivers as SVG paths in Web Mercator, one turn of the globe to 4096 units. No border is among them.

const TURN = 4096;
const STEPS_A_DEGREE = 100;

const worldX = (lon) => (lon / 360) * TURN;
const worldY = (lat) => {
  const radians = (Math.max(-84, Math.min(84, lat)) * Math.PI) / 180;
  return (-Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI)) * TURN;
};
const latitudeAt = (y) => ((2 * Math.atan(Math.exp((-y / TURN) * 2 * Math.PI)) - Math.PI / 2) * 180) / Math.PI;
const longitudeAt = (x) => (x / TURN) * 360;

/** The path of lines in the alphabet of encoded polylines (tools/build_outlines.py writes them). */
function pathOf(lines, close) {
  let path = "";
  for (const line of lines) {
    let at = 0;
    let x = 0;
    let y = 0;
    const number = () => {
      let value = 0;
      let shift = 0;
      let five = 0;
      do {
        five = line.charCodeAt(at) - 63;
        at += 1;
        value |= (five & 31) << shift;
        shift += 5;
      } while (five >= 32);
      return value & 1 ? ~(value >> 1) : value >> 1;
    };
    let command = "M";
    while (at < line.length) {
      x += number();
      y += number();
      path += `${command}${worldX(x / STEPS_A_DEGREE).toFixed(2)} ${worldY(y / STEPS_A_DEGREE).toFixed(2)}`;
      command = "L";
    }
    if (close) path += "Z";
  }
  return path;
}

/** Land, rivers and lakes, in the order in which they lie on each other. */
function outlinePaths() {
  const { land, lakes, rivers } = DATA.outlines;
  return [
    s("path", { class: "land", d: pathOf(land, true), "fill-rule": "evenodd" }),
    s("path", { class: "river", d: pathOf(rivers, false) }),
    s("path", { class: "lake", d: pathOf(lakes, true), "fill-rule": "evenodd" }),
  ];
}
