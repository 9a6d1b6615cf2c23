-- Questions that are asked often, as views. A source without an actor goes by its words, or "(unnamed)".

-- Who says what, and what that answers.
CREATE VIEW claim_ledger AS
SELECT
  claims.article,
  claims.id AS claim,
  articles.id AS article_id,
  articles.published,
  articles.url,
  coalesce(actors.name, claims.source_span_text, '(unnamed)') AS source,
  claims.stance,
  claims.negated_cue,
  claims.content_text AS content,
  claims.responds_to,
  coalesce(other.name, answered.source_span_text, CASE WHEN answered.id IS NOT NULL THEN '(unnamed)' END)
    AS answered_source,
  answered.stance AS answered_stance,
  answered.content_text AS answered_content
FROM claims
JOIN articles ON articles.article = claims.article
LEFT JOIN actors ON actors.article = claims.article AND actors.id = claims.source
LEFT JOIN claims AS answered ON answered.article = claims.article AND answered.id = claims.responds_to
LEFT JOIN actors AS other ON other.article = answered.article AND other.id = answered.source;

-- Each denial, with the event that it denies where there is one (a line for each of several).
CREATE VIEW who_denies_what AS
SELECT
  ledger.article,
  ledger.claim,
  ledger.article_id,
  ledger.published,
  ledger.url,
  ledger.source AS denier,
  ledger.content AS denied,
  ledger.answered_source,
  ledger.answered_content,
  events.id AS event,
  events.type AS event_type,
  events.status AS event_status
FROM claim_ledger AS ledger
LEFT JOIN claim_events ON claim_events.article = ledger.article AND claim_events.claim = ledger.claim
LEFT JOIN events ON events.article = claim_events.article AND events.id = claim_events.event
WHERE ledger.stance = 'denies' AND NOT ledger.negated_cue;

-- Who stands how to which event: "said" is any stance that stands behind it; a negated cue withholds.
CREATE VIEW event_voices AS
SELECT
  claim_events.article,
  claim_events.event,
  claim_events.claim,
  ledger.source,
  CASE
    WHEN ledger.negated_cue THEN 'withholds'
    WHEN ledger.stance IN ('denies', 'doubts', 'withholds') THEN ledger.stance
    ELSE 'said'
  END AS voice
FROM claim_events
JOIN claim_ledger AS ledger ON ledger.article = claim_events.article AND ledger.claim = claim_events.claim;

-- Each event with those who take part, where it is, and how many voices stand for and against it.
CREATE VIEW event_status AS
SELECT
  events.article,
  events.id AS event,
  articles.id AS article_id,
  articles.published,
  articles.url,
  events.type,
  events.status,
  events.negated,
  events.time_start,
  events.time_end,
  (SELECT group_concat(actors.name, '; ')
    FROM event_participants AS part JOIN actors ON actors.article = part.article AND actors.id = part.actor
    WHERE part.article = events.article AND part.event = events.id AND part.role = 'agent') AS agents,
  (SELECT group_concat(coalesce(actors.name, places.name), '; ')
    FROM event_participants AS part
    LEFT JOIN actors ON actors.article = part.article AND actors.id = part.actor
    LEFT JOIN places ON places.article = part.article AND places.id = part.place
    WHERE part.article = events.article AND part.event = events.id AND part.role = 'target') AS targets,
  (SELECT group_concat(places.name, '; ')
    FROM event_places AS there JOIN places ON places.article = there.article AND places.id = there.place
    WHERE there.article = events.article AND there.event = events.id) AS places,
  (SELECT count(*) FROM event_voices AS v
    WHERE v.article = events.article AND v.event = events.id AND v.voice = 'said') AS said,
  (SELECT count(*) FROM event_voices AS v
    WHERE v.article = events.article AND v.event = events.id AND v.voice = 'denies') AS denied,
  (SELECT count(*) FROM event_voices AS v
    WHERE v.article = events.article AND v.event = events.id AND v.voice = 'doubts') AS doubted,
  events.trigger_text AS trigger_words,
  events.sentence_text AS sentence
FROM events
JOIN articles ON articles.article = events.article;
