-- People are found by their names, by pinyin and by initials, among hundreds of thousands: by beginnings of words, which an
-- index serves behind the wall too. Kept by name and not by person, so that nobody who is renamed or leaves it leaves it wrong.

CREATE TABLE name_word (
  tenant_id integer NOT NULL REFERENCES tenant,
  word text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, word, name)
);
COMMENT ON TABLE name_word IS 'What the names of people are found by; asked together with the scope only';
COMMENT ON COLUMN name_word.tenant_id IS 'group';
COMMENT ON COLUMN name_word.word IS 'D3: the name, the given name, their pinyin or initials, in small letters';
COMMENT ON COLUMN name_word.name IS 'D3: the name as somebody bears it';
CREATE INDEX name_word_of_name ON name_word (tenant_id, name);
CREATE INDEX person_of_name ON person (tenant_id, name COLLATE "C");
