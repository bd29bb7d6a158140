-- How an account looks at a list: filters, order and columns under a name.

CREATE TABLE list_view (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  list text NOT NULL,
  name text NOT NULL,
  search jsonb NOT NULL,
  columns text[] NOT NULL,
  usual boolean NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT list_view_name UNIQUE (tenant_id, account_id, list, name),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
COMMENT ON TABLE list_view IS 'Kept views of lists, each for the account that keeps it';
COMMENT ON COLUMN list_view.tenant_id IS 'group';
COMMENT ON COLUMN list_view.id IS 'UUID, given by whoever keeps it';
COMMENT ON COLUMN list_view.account_id IS 'whose';
COMMENT ON COLUMN list_view.list IS 'the endpoint that answers the list';
COMMENT ON COLUMN list_view.name IS 'what its keeper calls it';
COMMENT ON COLUMN list_view.search IS 'filters and order, as the address of the page names them';
COMMENT ON COLUMN list_view.columns IS 'keys of the columns in their order; empty: the usual ones';
COMMENT ON COLUMN list_view.usual IS 'opens with the page; one of a list at most';
CREATE UNIQUE INDEX list_view_usual ON list_view (tenant_id, account_id, list) WHERE usual;
