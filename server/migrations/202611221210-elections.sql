-- Elections at a meeting: tallies only.

CREATE TABLE election_tally (
  tenant_id integer NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  position integer NOT NULL,
  title text NOT NULL,
  seats integer NOT NULL,
  issued integer NOT NULL,
  returned integer NOT NULL CHECK (returned <= issued),
  voters_expected integer NOT NULL,
  voters_present integer NOT NULL,
  quorum_needed integer NOT NULL,
  needed integer NOT NULL,
  valid boolean NOT NULL,
  open integer NOT NULL,
  candidates jsonb NOT NULL,
  PRIMARY KEY (tenant_id, record_id, version, position),
  FOREIGN KEY (tenant_id, record_id, version) REFERENCES record_version
);
COMMENT ON TABLE election_tally IS 'Elections as they were counted; tallies only, never who voted for whom';
COMMENT ON COLUMN election_tally.tenant_id IS 'group';
COMMENT ON COLUMN election_tally.record_id IS 'record';
COMMENT ON COLUMN election_tally.version IS 'version';
COMMENT ON COLUMN election_tally.position IS 'order';
COMMENT ON COLUMN election_tally.title IS 'what was elected';
COMMENT ON COLUMN election_tally.seats IS 'how many were to be elected';
COMMENT ON COLUMN election_tally.issued IS 'ballots handed out';
COMMENT ON COLUMN election_tally.returned IS 'ballots that came back';
COMMENT ON COLUMN election_tally.voters_expected IS 'V';
COMMENT ON COLUMN election_tally.voters_present IS 'P';
COMMENT ON COLUMN election_tally.quorum_needed IS 'by VOTE-03';
COMMENT ON COLUMN election_tally.needed IS 'votes that one needs, by VOTE-04';
COMMENT ON COLUMN election_tally.valid IS 'quorum met';
COMMENT ON COLUMN election_tally.open IS 'seats that nobody has';
COMMENT ON COLUMN election_tally.candidates IS 'personId, name, votes and outcome of each (D3)';
