import { withClient } from "../platform/embedded-postgres/index.ts";
import type { Target } from "./access-target.ts";
import type { Group, Site, World } from "./world.ts";

/** Somebody else's upload for the place, and a file in quarantine there; both carry the mark of the place. */
export async function sentFor(
  world: World,
  { tenantId, administrators }: Group,
  { id, mark }: Site,
): Promise<Pick<Target, "uploadId" | "quarantinedId">> {
  const sent = [tenantId, id, Object.values(administrators)[0], `${mark}title.txt`, "0".repeat(64)];
  return withClient(world.database.superUrl, async (superuser) => {
    const upload = await superuser.query<{ id: string }>(
      `INSERT INTO upload (tenant_id, id, organization_id, account_id, name, size, sha256, received, begun_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, 9, $5, 0, $6)
       ON CONFLICT ON CONSTRAINT upload_once DO UPDATE SET received = 0 RETURNING id`,
      [...sent, world.clock()],
    );
    const quarantined = await superuser.query<{ id: string }>(
      `INSERT INTO quarantined_file (tenant_id, id, organization_id, account_id, name, size, sha256, marking, found_in, held, quarantined_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, 9, gen_random_uuid()::text, '机密', 'name', false, $5) RETURNING id`,
      [...sent.slice(0, 4), world.clock()],
    );
    return { uploadId: upload.rows[0]?.id ?? "", quarantinedId: quarantined.rows[0]?.id ?? "" };
  });
}

/** A 通报 that was made at a place. */
export async function bulletinOf(
  world: World,
  { tenantId, administrators }: Group,
  { id, mark }: Site,
): Promise<string> {
  const notice = {
    ...{ title: `${mark}title`, mark: "", issuer: "", number: "", recipient: "", blocks: [], proof: "" },
    imprint: { copies: "", issuer: mark, date: "" },
  };
  return withClient(world.database.superUrl, async (superuser) => {
    const { rows } = await superuser.query<{ id: string }>(
      `INSERT INTO bulletin (tenant_id, id, organization_id, month, notice, digest, made_by, made_at)
       VALUES ($1, gen_random_uuid(), $2, '2026-02-01', $3, '', $4, $5) RETURNING id`,
      [tenantId, id, notice, Object.values(administrators)[0], world.clock()],
    );
    return rows[0]?.id ?? "";
  });
}

/** An alarm that somebody of the group set off. */
export async function alarmOf(world: World, { tenantId, administrators }: Group): Promise<string> {
  return withClient(world.database.superUrl, async (superuser) => {
    const { rows } = await superuser.query<{ id: string }>(
      `INSERT INTO alarm (tenant_id, id, kind, raised_at, account_id, figure)
       VALUES ($1, gen_random_uuid(), 'account_locked', $2, $3, 5) RETURNING id`,
      [tenantId, world.clock(), Object.values(administrators)[0]],
    );
    return rows[0]?.id ?? "";
  });
}
