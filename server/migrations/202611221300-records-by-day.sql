-- Records of a whole large group are read along their days.
CREATE INDEX record_host_by_day ON record_host (tenant_id, occurred_on DESC, record_id DESC);
