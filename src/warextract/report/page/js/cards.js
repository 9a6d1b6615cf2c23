// The record of a thing on a card: what is known of it, and the rule that read it.

const thingHref = (article, id) => `#/article/${article.number}/${id}`;

/** A thing's name in a few words. */
function thingName(article, id) {
  const found = thingsOf(article).get(id);
  if (!found) return id;
  const { layer, value } = found;
  if (layer === "weapon") return value.designation || wordsAt(article, value.at) || plain(value.class);
  if (layer === "claim") return `${sourceName(article, value)} ${stanceWords(value)}`;
  if (layer === "event") return `${typeWords(value.type)}: “${wordsAt(article, value.at)}”`;
  return value.name;
}

function sourceName(article, claim) {
  return claim.source ? thingName(article, claim.source) : "An unnamed source";
}

const thingLink = (article, id, words) =>
  h("a", { href: thingHref(article, id), "data-id": id }, h("bdi", {}, words || thingName(article, id)));

function listed(items) {
  return items.flatMap((item, number) => (number ? [", ", item] : [item]));
}

/** The facts that are told, as a list of terms. */
function facts(entries) {
  const told = entries.filter(([, value]) => value !== undefined && value !== null && value !== "" && value.length !== 0);
  return h("dl", { class: "facts" }, told.map(([term, value]) => [h("dt", {}, term), h("dd", {}, value)]));
}

const quoted = (words, lang) => h("q", { dir: "auto", lang }, words);

/** The card of a thing. */
function thingCard(article, id) {
  const found = thingsOf(article).get(id);
  if (!found) return h("p", { class: "hint" }, "This report does not hold that any more.");
  const { layer, value } = found;
  const rows = { actor: actorFacts, place: placeFacts, weapon: weaponFacts, claim: claimFacts, event: eventFacts }[layer];
  const rule = h("p", { class: "rule" }, "read by ", h("code", {}, value.rule));
  for (const [start, end, other] of value.evidence || []) {
    rule.append(h("br"), "“", wordsAt(article, [start, end]), "” by ", h("code", {}, other));
  }
  if (layer === "event") rule.append(`, confidence ${value.confidence.toFixed(2)}`);
  return h(
    "article",
    { class: `card l-${layer}`, "data-id": id, "aria-label": `${layer} ${thingName(article, id)}` },
    h("p", { class: "kind" }, cardKind(layer, value)),
    h("h4", {}, h("bdi", {}, layer === "claim" ? sourceName(article, value) : thingName(article, id))),
    layer === "claim" && value.content_at ? quoteOf(article, value) : null,
    facts(rows(article, value)),
    rule,
  );
}

function cardKind(layer, value) {
  if (layer === "claim") return [h("span", { class: "layer" }, "claim"), stanceBadge(value)];
  if (layer === "event") return [h("span", { class: "layer" }, "event"), statusBadge(value.status)];
  return [h("span", { class: "layer" }, layer), h("span", { class: "badge" }, plain(value.kind || value.class))];
}

function quoteOf(article, claim) {
  const words = wordsAt(article, claim.content_at);
  return h("p", { class: "content" }, claim.quote === "direct" ? quoted(words) : h("bdi", {}, words));
}

const eventsWith = (article, test) => (article.events || []).filter(test).map((each) => thingLink(article, each.id));

function actorFacts(article, actor) {
  const said = (article.claims || []).filter((claim) => claim.source === actor.id);
  const parts = eventsWith(article, (event) => (event.who || []).some((each) => each.is === actor.id));
  return [
    ["Role", actor.role],
    ["Country", actor.country && countryName(actor.country)],
    ["Of", actor.affiliation && thingLink(article, actor.affiliation)],
    ["Part of", actor.part_of && thingLink(article, actor.part_of)],
    ["CAMEO", actor.cameo],
    ["Wikidata", actor.wikidata],
    ["Claims", listed(said.map((claim) => thingLink(article, claim.id, stanceWords(claim))))],
    ["Takes part in", listed(parts)],
  ];
}

function placeFacts(article, place) {
  const here = (event) => [...(event.where || []), ...(event.who || [])].some((each) => each.is === place.id);
  return [
    ["Region", place.admin1],
    ["Country", place.country && countryName(place.country)],
    ["Within", place.within && thingLink(article, place.within)],
    ["Coordinates", place.lat !== undefined && place.lon !== undefined ? `${place.lat.toFixed(3)}, ${place.lon.toFixed(3)}` : null],
    ["GeoNames", place.geonames && String(place.geonames)],
    ["Events", listed(eventsWith(article, here))],
  ];
}

function weaponFacts(article, weapon) {
  const { mass_kg, calibre_mm, range_km } = weapon.attributes || {};
  return [
    ["Number", weapon.quantity && rangeWords(weapon.quantity)],
    ["Mass", mass_kg && `${mass_kg.toLocaleString("en")} kg`],
    ["Calibre", calibre_mm && `${calibre_mm} mm`],
    ["Range", range_km && `${range_km.toLocaleString("en")} km`],
    ["Operator", weapon.operator && thingLink(article, weapon.operator)],
    ["Made in", weapon.origin && countryName(weapon.origin)],
    ["Events", listed(eventsWith(article, (event) => (event.weapons || []).includes(weapon.id)))],
  ];
}

function claimFacts(article, claim) {
  const answers = (article.claims || []).filter((each) => each.responds_to === claim.id);
  return [
    ["Source", claim.source && thingLink(article, claim.source)],
    ["In the words", claim.source_at && `“${wordsAt(article, claim.source_at)}”`],
    ["Cue", claim.cue_at && `“${wordsAt(article, claim.cue_at)}”`],
    ["Quoted", claim.quote],
    ["Via", (claim.via || []).join(", ")],
    ["Channel", claim.channel],
    ["Said on", claim.date && spanWords(claim.date.start, claim.date.end, claim.date.precision)],
    ["Certainty", claim.certainty],
    ["Hedges", pairs(claim.hedges).map((at) => `“${wordsAt(article, at)}”`).join(", ")],
    ["Answers", claim.responds_to && thingLink(article, claim.responds_to)],
    ["Answered by", listed(answers.map((each) => thingLink(article, each.id)))],
    ["Told inside", claim.parent && thingLink(article, claim.parent)],
    ["About", listed((claim.events || []).map((id) => thingLink(article, id)))],
    ["CAMEO", claim.cameo],
  ];
}

function eventFacts(article, event) {
  const role = (name) => listed((event.who || []).filter((each) => each.role === name).map((each) => thingLink(article, each.is)));
  const place = (name) => listed((event.where || []).filter((each) => each.role === name).map((each) => thingLink(article, each.is)));
  const row = rowOf(article, event.id);
  const codes = event.codes || {};
  return [
    ["By", role("agent")],
    ["Against", role("target")],
    ["To", role("recipient")],
    ["At", place("location")],
    ["From", place("origin")],
    ["Towards", place("destination")],
    ["When", event.time && spanWords(event.time.start, event.time.end, event.time.precision)],
    ["With", listed((event.weapons || []).map((id) => thingLink(article, id)))],
    ["Casualties", event.toll && tollWords(event.toll)],
    ["Did not happen", event.negated && "as the article tells it"],
    ["Claims", listed((event.claims || []).map((id) => thingLink(article, id)))],
    ["Told again", (event.also || []).length ? pairs(event.also).map((at) => `“${wordsAt(article, at)}”`).join(", ") : null],
    ["Codes", Object.entries(codes).map(([scheme, code]) => `${scheme.toUpperCase()} ${code}`).join("; ")],
    ["Ledger", row && h("a", { href: `#/ledger/${row.number}` }, row.articles > 1 ? `told by ${row.articles} articles` : "its row")],
  ];
}
