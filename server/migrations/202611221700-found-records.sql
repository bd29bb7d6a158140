-- Records are found by their words in whatever month they lie: which days have which two letters tells where to look.

CREATE TABLE record_entry (
  tenant_id integer NOT NULL REFERENCES tenant,
  record_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  occurred_on date NOT NULL,
  words text NOT NULL,
  template_codes text[] NOT NULL,
  PRIMARY KEY (tenant_id, record_id, organization_id)
);
COMMENT ON TABLE record_entry IS 'What a record is found by, once for each organisation that held it';
COMMENT ON COLUMN record_entry.tenant_id IS 'group';
COMMENT ON COLUMN record_entry.record_id IS 'record';
COMMENT ON COLUMN record_entry.organization_id IS 'host';
COMMENT ON COLUMN record_entry.occurred_on IS 'day it happened';
COMMENT ON COLUMN record_entry.words IS 'title and month in small letters, see domain/fulfilment/record-words.ts';
COMMENT ON COLUMN record_entry.template_codes IS 'types it serves as';
CREATE INDEX record_entry_by_day ON record_entry (tenant_id, occurred_on DESC, record_id DESC);
CREATE INDEX record_entry_of_organization ON record_entry (tenant_id, organization_id, occurred_on DESC, record_id DESC);

CREATE TABLE record_word (
  tenant_id integer NOT NULL REFERENCES tenant,
  word text COLLATE "C" NOT NULL,
  occurred_on date NOT NULL,
  PRIMARY KEY (tenant_id, word, occurred_on)
);
COMMENT ON TABLE record_word IS 'Days of which some record holds two letters one after the other';
COMMENT ON COLUMN record_word.tenant_id IS 'group';
COMMENT ON COLUMN record_word.word IS 'two letters, a last one, or = and a type; nothing where there is any record';
COMMENT ON COLUMN record_word.occurred_on IS 'day';

CREATE TABLE record_to_word (
  tenant_id integer NOT NULL REFERENCES tenant,
  id bigint GENERATED ALWAYS AS IDENTITY,
  record_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE record_to_word IS 'Records that are new or were worded anew since they were written down for the search';
COMMENT ON COLUMN record_to_word.tenant_id IS 'group';
COMMENT ON COLUMN record_to_word.id IS 'order of arrival, with gaps';
COMMENT ON COLUMN record_to_word.record_id IS 'record';

INSERT INTO record_to_word (tenant_id, record_id) SELECT tenant_id, id FROM record;
