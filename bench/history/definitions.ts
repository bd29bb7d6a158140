import { createHash } from "node:crypto";
import { type CanonicalValue, canonicalJson } from "@dutyloop/domain/kernel/canonical-json.ts";
import type pg from "pg";
import { indicators } from "./indicators.ts";
import { scheme } from "./scheme.ts";
import { templates } from "./templates.ts";

/** Puts the templates, indicators and the scheme of the bench into a group and adopts the scheme at its top. */
export async function publishDefinitions(
  owner: pg.ClientBase | pg.Pool,
  tenantId: number,
  rootId: string,
): Promise<void> {
  for (const body of templates) {
    await owner.query(
      "INSERT INTO template_version (tenant_id, code, version, body, checksum, state) VALUES ($1, $2, 1, $3, $4, 'promoted')",
      [tenantId, body.code, body, checksumOf(body)],
    );
  }
  for (const body of indicators) {
    await owner.query(
      "INSERT INTO indicator_version (tenant_id, code, version, body, checksum, owner_id) VALUES ($1, $2, $3, $4, $5, $6)",
      [tenantId, body.code, body.version, body, checksumOf(body), rootId],
    );
  }
  await owner.query(
    "INSERT INTO scheme_version (tenant_id, code, version, body, checksum, owner_id) VALUES ($1, $2, $3, $4, $5, $6)",
    [tenantId, scheme.code, scheme.version, scheme, checksumOf(scheme), rootId],
  );
  await owner.query(
    `INSERT INTO scheme_adoption (tenant_id, organization_id, scheme_code, period_from, scheme_version, adopted_at)
     VALUES ($1, $2, $3, '2023-01-01', $4, now())`,
    [tenantId, rootId, scheme.code, scheme.version],
  );
}

function checksumOf(body: object): string {
  return createHash("sha256")
    .update(canonicalJson(body as CanonicalValue))
    .digest("hex");
}
