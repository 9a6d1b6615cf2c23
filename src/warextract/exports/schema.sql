-- The database of records, for SQLite and DuckDB alike.
--
-- article is the place of a record in the file of records, counted from 1; with it, an id of a record (a1, c1, e1) is
-- unique. Every column but those keys has the name that the value has in the record, containers joined by "_".
-- Foreign keys that point at a table filled later, or at their own, are deferred; DuckDB has no such keys and goes
-- without these.

CREATE TABLE articles (
  article          BIGINT NOT NULL PRIMARY KEY,
  id               VARCHAR NOT NULL,
  source           VARCHAR,
  title            VARCHAR,
  url              VARCHAR,
  published        VARCHAR,
  language         VARCHAR,
  sha256           VARCHAR NOT NULL,
  path             VARCHAR,
  retrieved        VARCHAR,
  dateline_place   VARCHAR,
  dateline_date    VARCHAR,
  dateline_agency  VARCHAR,
  dateline_span_start BIGINT,
  dateline_span_end   BIGINT,
  dateline_span_text  VARCHAR,
  revision_kind    VARCHAR,
  revision_number  BIGINT,
  duplicate_of     VARCHAR,
  supersedes       VARCHAR,
  schema_version   VARCHAR NOT NULL,
  FOREIGN KEY (article, dateline_place) REFERENCES places (article, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE warnings (
  article   BIGINT NOT NULL REFERENCES articles (article),
  position  BIGINT NOT NULL,
  warning   VARCHAR NOT NULL,
  PRIMARY KEY (article, position)
);

CREATE TABLE actors (
  article      BIGINT NOT NULL REFERENCES articles (article),
  id           VARCHAR NOT NULL,
  name         VARCHAR NOT NULL,
  kind         VARCHAR NOT NULL,
  country      VARCHAR,
  role         VARCHAR,
  affiliation  VARCHAR,
  part_of      VARCHAR,
  wikidata     VARCHAR,
  cameo        VARCHAR,
  rule         VARCHAR NOT NULL,
  PRIMARY KEY (article, id),
  FOREIGN KEY (article, affiliation) REFERENCES actors (article, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (article, part_of) REFERENCES actors (article, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE places (
  article   BIGINT NOT NULL REFERENCES articles (article),
  id        VARCHAR NOT NULL,
  name      VARCHAR NOT NULL,
  kind      VARCHAR NOT NULL,
  country   VARCHAR,
  admin1    VARCHAR,
  lat       DOUBLE,
  lon       DOUBLE,
  geonames  BIGINT,
  "within"  VARCHAR,
  rule      VARCHAR NOT NULL,
  PRIMARY KEY (article, id),
  FOREIGN KEY (article, "within") REFERENCES places (article, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE weapons (
  article               BIGINT NOT NULL REFERENCES articles (article),
  id                    VARCHAR NOT NULL,
  class                 VARCHAR NOT NULL,
  designation           VARCHAR,
  quantity_min          BIGINT,
  quantity_max          BIGINT,
  quantity_approximate  BOOLEAN,
  attributes_mass_kg    BIGINT,
  attributes_calibre_mm DOUBLE,
  attributes_range_km   BIGINT,
  operator              VARCHAR,
  origin                VARCHAR,
  rule                  VARCHAR NOT NULL,
  PRIMARY KEY (article, id),
  FOREIGN KEY (article, operator) REFERENCES actors (article, id)
);

CREATE TABLE claims (
  article            BIGINT NOT NULL REFERENCES articles (article),
  id                 VARCHAR NOT NULL,
  source             VARCHAR,
  source_span_start  BIGINT,
  source_span_end    BIGINT,
  source_span_text   VARCHAR,
  cue_start          BIGINT,
  cue_end            BIGINT,
  cue_text           VARCHAR,
  stance             VARCHAR NOT NULL,
  content_start      BIGINT,
  content_end        BIGINT,
  content_text       VARCHAR,
  quote              VARCHAR NOT NULL,
  channel            VARCHAR,
  date_text          VARCHAR,
  date_start         DATE,
  date_end           DATE,
  date_precision     VARCHAR,
  date_span_start    BIGINT,
  date_span_end      BIGINT,
  date_span_text     VARCHAR,
  certainty          VARCHAR NOT NULL,
  negated_cue        BOOLEAN NOT NULL,
  parent             VARCHAR,
  responds_to        VARCHAR,
  cameo              VARCHAR,
  rule               VARCHAR NOT NULL,
  PRIMARY KEY (article, id),
  FOREIGN KEY (article, source) REFERENCES actors (article, id),
  FOREIGN KEY (article, parent) REFERENCES claims (article, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (article, responds_to) REFERENCES claims (article, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE events (
  article         BIGINT NOT NULL REFERENCES articles (article),
  id              VARCHAR NOT NULL,
  type            VARCHAR NOT NULL,
  status          VARCHAR NOT NULL,
  negated         BOOLEAN NOT NULL,
  trigger_start   BIGINT NOT NULL,
  trigger_end     BIGINT NOT NULL,
  trigger_text    VARCHAR NOT NULL,
  sentence_start  BIGINT NOT NULL,
  sentence_end    BIGINT NOT NULL,
  sentence_text   VARCHAR NOT NULL,
  time_text       VARCHAR,
  time_start      DATE,
  time_end        DATE,
  time_precision  VARCHAR,
  time_span_start BIGINT,
  time_span_end   BIGINT,
  time_span_text  VARCHAR,
  casualties_killed_min           BIGINT,
  casualties_killed_max           BIGINT,
  casualties_killed_approximate   BOOLEAN,
  casualties_wounded_min          BIGINT,
  casualties_wounded_max          BIGINT,
  casualties_wounded_approximate  BOOLEAN,
  casualties_captured_min         BIGINT,
  casualties_captured_max         BIGINT,
  casualties_captured_approximate BOOLEAN,
  codes_cameo     VARCHAR,
  codes_plover    VARCHAR,
  codes_acled     VARCHAR,
  rule            VARCHAR NOT NULL,
  confidence      DOUBLE NOT NULL,
  PRIMARY KEY (article, id)
);

-- Where the text names a thing: exactly one of actor, place and weapon is filled.
CREATE TABLE mentions (
  article     BIGINT NOT NULL REFERENCES articles (article),
  position    BIGINT NOT NULL,
  actor       VARCHAR,
  place       VARCHAR,
  weapon      VARCHAR,
  pronoun     BOOLEAN NOT NULL,
  span_start  BIGINT NOT NULL,
  span_end    BIGINT NOT NULL,
  span_text   VARCHAR NOT NULL,
  PRIMARY KEY (article, position),
  FOREIGN KEY (article, actor) REFERENCES actors (article, id),
  FOREIGN KEY (article, place) REFERENCES places (article, id),
  FOREIGN KEY (article, weapon) REFERENCES weapons (article, id)
);

CREATE TABLE event_participants (
  article     BIGINT NOT NULL,
  event       VARCHAR NOT NULL,
  position    BIGINT NOT NULL,
  role        VARCHAR NOT NULL,
  actor       VARCHAR,
  place       VARCHAR,
  span_start  BIGINT,
  span_end    BIGINT,
  span_text   VARCHAR,
  PRIMARY KEY (article, event, position),
  FOREIGN KEY (article, event) REFERENCES events (article, id),
  FOREIGN KEY (article, actor) REFERENCES actors (article, id),
  FOREIGN KEY (article, place) REFERENCES places (article, id)
);

CREATE TABLE event_places (
  article     BIGINT NOT NULL,
  event       VARCHAR NOT NULL,
  position    BIGINT NOT NULL,
  place       VARCHAR NOT NULL,
  role        VARCHAR NOT NULL,
  span_start  BIGINT,
  span_end    BIGINT,
  span_text   VARCHAR,
  PRIMARY KEY (article, event, position),
  FOREIGN KEY (article, event) REFERENCES events (article, id),
  FOREIGN KEY (article, place) REFERENCES places (article, id)
);

CREATE TABLE event_weapons (
  article   BIGINT NOT NULL,
  event     VARCHAR NOT NULL,
  position  BIGINT NOT NULL,
  weapon    VARCHAR NOT NULL,
  PRIMARY KEY (article, event, position),
  FOREIGN KEY (article, event) REFERENCES events (article, id),
  FOREIGN KEY (article, weapon) REFERENCES weapons (article, id)
);

-- Further tellings of an event, after the one in events.
CREATE TABLE event_tellings (
  article     BIGINT NOT NULL,
  event       VARCHAR NOT NULL,
  position    BIGINT NOT NULL,
  span_start  BIGINT NOT NULL,
  span_end    BIGINT NOT NULL,
  span_text   VARCHAR NOT NULL,
  PRIMARY KEY (article, event, position),
  FOREIGN KEY (article, event) REFERENCES events (article, id)
);

CREATE TABLE claim_events (
  article   BIGINT NOT NULL,
  claim     VARCHAR NOT NULL,
  position  BIGINT NOT NULL,
  event     VARCHAR NOT NULL,
  PRIMARY KEY (article, claim, position),
  FOREIGN KEY (article, claim) REFERENCES claims (article, id),
  FOREIGN KEY (article, event) REFERENCES events (article, id)
);

CREATE TABLE claim_hedges (
  article     BIGINT NOT NULL,
  claim       VARCHAR NOT NULL,
  position    BIGINT NOT NULL,
  span_start  BIGINT NOT NULL,
  span_end    BIGINT NOT NULL,
  span_text   VARCHAR NOT NULL,
  PRIMARY KEY (article, claim, position),
  FOREIGN KEY (article, claim) REFERENCES claims (article, id)
);

CREATE TABLE claim_via (
  article   BIGINT NOT NULL,
  claim     VARCHAR NOT NULL,
  position  BIGINT NOT NULL,
  via       VARCHAR NOT NULL,
  PRIMARY KEY (article, claim, position),
  FOREIGN KEY (article, claim) REFERENCES claims (article, id)
);

-- Why a value stands in the record: exactly one of claim and event is filled.
CREATE TABLE evidence (
  article     BIGINT NOT NULL REFERENCES articles (article),
  position    BIGINT NOT NULL,
  claim       VARCHAR,
  event       VARCHAR,
  rule        VARCHAR NOT NULL,
  span_start  BIGINT NOT NULL,
  span_end    BIGINT NOT NULL,
  span_text   VARCHAR NOT NULL,
  PRIMARY KEY (article, position),
  FOREIGN KEY (article, claim) REFERENCES claims (article, id),
  FOREIGN KEY (article, event) REFERENCES events (article, id)
);
