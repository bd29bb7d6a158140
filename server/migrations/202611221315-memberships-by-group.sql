-- Taking an organisation back looks whether anybody is in it as his group: without this, at all memberships each time.
CREATE INDEX membership_by_group ON membership (tenant_id, group_id) WHERE group_id IS NOT NULL;
