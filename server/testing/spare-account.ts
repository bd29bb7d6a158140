import { withClient } from "../platform/embedded-postgres/index.ts";
import type { Group, Site, World } from "./world.ts";

let opened = 0;

/** An account that nobody uses, with a grant at the place, a token and a second factor, to be reached for. */
export async function spareAccount(world: World, group: Group, site: Site) {
  opened += 1;
  const signInName = `${group.code}.spare${opened}`;
  const accountId = await group.account(signInName, "organizer", site.id);
  const client = await world.client(signInName);
  const { id: tokenId } = await client.ask("createToken", { body: { name: "spare", expiresOn: "2026-12-31" } });
  const { rows } = await withClient(world.database.superUrl, async (superuser) => {
    await superuser.query(
      `INSERT INTO second_factor (tenant_id, account_id, secret, began_at)
       SELECT tenant_id, id, '', opened_at FROM account WHERE id = $1`,
      [accountId],
    );
    return superuser.query<{ grantId: string; colleagueId: string }>(
      `SELECT g.id AS "grantId", a.id AS "colleagueId" FROM role_grant g JOIN account a USING (tenant_id)
       WHERE g.account_id = $1 AND a.sign_in_name = $2`,
      [accountId, `${group.code}.office`],
    );
  });
  const found = rows[0];
  if (!found) throw new Error(`${signInName} has no grant`);
  return { accountId, tokenId, ...found };
}
