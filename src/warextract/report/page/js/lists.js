// The lists beside an article: claims in threads, events, actors, places, weapons, each with a link to its words.

let openList = "claims";

function drawLists(article) {
  const lists = { claims: claimList, events: eventList, actors: nameList, places: nameList, weapons: nameList };
  const names = Object.keys(lists);
  const panel = h("div", { role: "tabpanel", id: "list-panel", tabindex: 0 });
  const tabs = names.map((name) =>
    h("button", { type: "button", role: "tab", id: `list-${name}`, "aria-controls": "list-panel", onclick: () => open(name), onkeydown: (event) => turn(event) }, typeWords(name), h("span", { class: "count" }, (article[name] || []).length)),
  );
  const open = (name) => {
    openList = name;
    for (const tab of tabs) {
      const isOpen = tab.id === `list-${name}`;
      tab.setAttribute("aria-selected", String(isOpen));
      tab.tabIndex = isOpen ? 0 : -1;
    }
    panel.setAttribute("aria-labelledby", `list-${name}`);
    const list = article[name] && article[name].length ? lists[name](article, article[name]) : h("p", { class: "hint" }, `No ${name}.`);
    fill(panel, list);
  };
  const turn = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = tabs[(tabs.indexOf(event.currentTarget) + by + tabs.length) % tabs.length];
    next.focus();
    next.click();
  };
  fill(articleView.lists, h("div", { class: "list-tabs", role: "tablist", "aria-label": "Record" }, tabs), panel);
  open(openList);
  panel.addEventListener("pointerover", (event) => {
    const item = event.target.closest("[data-id]");
    light(item ? [item.dataset.id] : articleView.pinned ? [articleView.pinned] : []);
  });
  panel.addEventListener("pointerleave", () => light(articleView.pinned ? [articleView.pinned] : []));
}

/** Claims, those that answer another below it. */
function claimList(article, claims) {
  const known = new Set(claims.map((claim) => claim.id));
  const done = new Set();
  const thread = (claim) => {
    if (done.has(claim.id)) return null;
    done.add(claim.id);
    const answers = claims.filter((each) => each.responds_to === claim.id).map(thread).filter(Boolean);
    return h("li", {}, claimItem(article, claim), answers.length ? h("ul", { class: "answers" }, answers) : null);
  };
  const first = claims.filter((claim) => !known.has(claim.responds_to)).map(thread);
  return h("ul", { class: "things" }, first, claims.map(thread)); // claims that answer each other in a ring have no first
}

function claimItem(article, claim) {
  return h(
    "a",
    { class: "thing", href: thingHref(article, claim.id), "data-id": claim.id },
    h("span", { class: "head" }, stanceBadge(claim), h("bdi", { class: "name" }, sourceName(article, claim))),
    claim.content_at ? h("span", { class: "words", dir: "auto" }, claim.quote === "direct" ? `“${wordsAt(article, claim.content_at)}”` : wordsAt(article, claim.content_at)) : null,
  );
}

function eventList(article, events) {
  return h("ul", { class: "things" }, events.map((event) => h("li", {}, eventItem(article, event))));
}

function eventItem(article, event) {
  const names = [...(event.where || []), ...(event.who || [])].map((each) => thingName(article, each.is));
  const when = event.time && spanWords(event.time.start, event.time.end, event.time.precision);
  return h(
    "a",
    { class: "thing", href: thingHref(article, event.id), "data-id": event.id },
    h("span", { class: "head" }, statusBadge(event.status), h("bdi", { class: "name" }, `${typeWords(event.type)}: “${wordsAt(article, event.at)}”`)),
    h("span", { class: "words", dir: "auto" }, [...new Set(names), when].filter(Boolean).join(" · ")),
  );
}

function nameList(article, things) {
  const item = (each) =>
    h(
      "a",
      { class: "thing", href: thingHref(article, each.id), "data-id": each.id },
      h("span", { class: "head" }, h("bdi", { class: "name" }, thingName(article, each.id)), h("span", { class: "kind" }, [plain(each.kind || each.class), each.country && countryName(each.country)].filter(Boolean).join(", "))),
      each.role ? h("span", { class: "words", dir: "auto" }, each.role) : null,
    );
  return h("ul", { class: "things" }, things.map((each) => h("li", {}, item(each))));
}
