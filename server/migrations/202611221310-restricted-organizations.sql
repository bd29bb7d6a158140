-- Boards take the few restricted units off their sizes: without this, the whole tree was read for it on each page.
CREATE INDEX organization_restricted ON organization (tenant_id, id) WHERE restricted;
