import { administratorRoles, type Role, roles } from "@dutyloop/domain/identity/things.ts";
import { foldAllScores } from "../modules/assessment/index.ts";
import { withClient } from "../platform/embedded-postgres/index.ts";
import type { Relation } from "./access-expectations.ts";
import type { Target } from "./access-targets.ts";
import { Client } from "./client.ts";
import type { Branch, Group, Site, World } from "./world.ts";

/** Where a caller stands, and what he might reach for from there. */
export type Seat = {
  readonly name: string;
  readonly at: Site;
  readonly targets: Record<Relation, Target>;
  /** Marks of his own organisation, of those below it, and whether a mark is his to see. */
  readonly own: string;
  readonly below: readonly string[];
  readonly clients: ReadonlyMap<Role, Client>;
};

/** Callers of all fifteen roles at a 党总支 and at a branch; the administrators stand at the top of the group. */
export async function takeSeats(world: World): Promise<Seat[]> {
  const { alpha, beta } = world;
  for (const group of [alpha, beta])
    await foldAllScores(world.application.workshop.database, group.tenantId, world.clock());
  const target = async (group: Group, site: Site, branch: Branch): Promise<Target> => ({
    organizationId: site.id,
    recordId: branch.meeting.recordId,
    fileId: branch.meeting.fileId,
    personId: branch.memberIds[3] as string,
    groupId: branch.groupId,
    disputeId: await disputeOf(world, group, branch),
    appointmentId: await appointmentOf(world, group, branch),
    importId: await importOf(world, group, site),
    reorganizationId: await reorganizationOf(world, group, site),
    unitId: group.units.get(site.id) ?? "",
    transferId: await transferOf(world, group, branch),
    tagId: await tagOf(world, group, branch),
    ...(await spareAccount(world, group, site)),
  });
  const at = (site: Site, branch: Branch) => target(alpha, site, branch);
  const { general, first, second, root, otherBranch } = alpha;
  const group: Site = { id: first.groupId, mark: "canary-alpha-firstgroup." };
  const foreign = await target(beta, beta.first, beta.first);
  return [
    {
      name: "general branch",
      at: general,
      own: general.mark,
      below: [first.mark, second.mark, "canary-alpha-firstgroup.", "canary-alpha-secondgroup."],
      targets: {
        own: await at(general, first),
        ancestor: await at(root, otherBranch),
        descendant: await at(first, first),
        sibling: await at(otherBranch, otherBranch),
        "other group": foreign,
      },
      clients: await clientsAt(world, general, "general"),
    },
    {
      name: "branch",
      at: first,
      own: first.mark,
      below: [group.mark],
      targets: {
        own: await at(first, first),
        ancestor: await at(general, second),
        descendant: await at(group, first),
        sibling: await at(second, second),
        "other group": foreign,
      },
      clients: await clientsAt(world, first, "first"),
    },
  ];
}

async function clientsAt(world: World, site: Site, name: string): Promise<Map<Role, Client>> {
  const clients = new Map<Role, Client>();
  for (const role of roles) {
    const isAdministrator = (administratorRoles as readonly Role[]).includes(role);
    const signInName = isAdministrator ? `alpha.${role.split("_")[0]}` : `alpha.${role}.${name}`;
    if (!isAdministrator) await world.alpha.account(signInName, role, site.id);
    const client = await world.client(signInName);
    const { token } = await client.ask("createToken", { body: { name: "matrix", expiresOn: "2026-12-31" } });
    const program = new Client(world.server);
    program.token = token;
    clients.set(role, program);
  }
  return clients;
}

const disputes = new Map<string, string>();

/** A dispute that a branch raised about March; its words carry the branch's mark. */
async function disputeOf(world: World, { tenantId, administrators }: Group, branch: Branch): Promise<string> {
  const known = disputes.get(branch.id);
  if (known) return known;
  const { rows } = await withClient(world.database.superUrl, (superuser) =>
    superuser.query<{ id: string }>(
      `INSERT INTO dispute (tenant_id, id, organization_id, scheme_code, period_from, period_version, line_code, reason, state,
         opened_at, opened_by)
       VALUES ($1, gen_random_uuid(), $2, 'monthly', '2026-03-01', 1, 'attendance', $3, 'open', now(), $4) RETURNING id`,
      [tenantId, branch.id, `${branch.mark}title`, administrators.system_administrator],
    ),
  );
  const id = rows[0]?.id ?? "";
  disputes.set(branch.id, id);
  return id;
}

/** An import at a place that wrote nothing; its file carries the place's mark. */
async function importOf(world: World, { tenantId, administrators }: Group, site: Site): Promise<string> {
  const counts = { sheets: [], changedFrom: null };
  const { rows } = await withClient(world.database.superUrl, (superuser) =>
    superuser.query<{ id: string }>(
      `INSERT INTO import_batch (tenant_id, id, organization_id, kind, file_name, digest, counts, committed_by, committed_at)
       VALUES ($1, gen_random_uuid(), $2, 'roster', $3, '', $4, $5, $6) RETURNING id`,
      [tenantId, site.id, `${site.mark}title.xlsx`, counts, administrators.system_administrator, world.clock()],
    ),
  );
  return rows[0]?.id ?? "";
}

/** A re-organisation at a place that changed nothing; its name carries the place's mark. */
async function reorganizationOf(world: World, { tenantId, administrators }: Group, site: Site): Promise<string> {
  const lists = [
    "ended",
    "begun",
    "groupsEnded",
    "groupsBegun",
    "moved",
    "renamed",
    "membersMoved",
    "appointmentsEnded",
  ];
  const more = ["appointmentsBegun", "access", "successions", "findings"];
  const empty = Object.fromEntries([...lists, ...more].map((list) => [list, []]));
  const sameness = { organization: true, leaders: true, rules: true, assessment: true, reasons: [] };
  const effects = { ...empty, sameness, dutiesWaived: 0, dutiesIssued: 0, termsEnded: 0 };
  const { rows } = await withClient(world.database.superUrl, (superuser) =>
    superuser.query<{ id: string }>(
      `INSERT INTO reorganization (tenant_id, id, organization_id, name, decision, effective_on, acts, effects, applied_by, applied_at)
       VALUES ($1, gen_random_uuid(), $2, $3, 'x', '2026-03-16', '[]', $4, $5, $6) RETURNING id`,
      [tenantId, site.id, `${site.mark}title`, effects, administrators.system_administrator, world.clock()],
    ),
  );
  return rows[0]?.id ?? "";
}

/** The deputy secretary's appointment: it goes on over the days that are asked of it. */
async function appointmentOf(world: World, { tenantId }: Group, branch: Branch): Promise<string> {
  const { rows } = await withClient(world.database.superUrl, (superuser) =>
    superuser.query<{ id: string }>(
      `SELECT id FROM appointment WHERE tenant_id = $1 AND organization_id = $2 AND post = 'DEPUTY_SECRETARY'`,
      [tenantId, branch.id],
    ),
  );
  const [found] = rows;
  if (!found) throw new Error(`${branch.mark} has no deputy secretary`);
  return found.id;
}

const transfers = new Map<string, string>();

/** A letter for a member of a branch to outside the group; it is never settled here. */
async function transferOf(world: World, { tenantId }: Group, branch: Branch): Promise<string> {
  const known = transfers.get(branch.id);
  if (known) return known;
  const id = await inserted(
    world,
    `INSERT INTO person_transfer (tenant_id, id, person_id, from_organization_id, outside_name, issued_on, valid_days, state)
     VALUES ($1, gen_random_uuid(), $2, $3, 'outside', '2026-03-01', 30, 'issued') RETURNING id`,
    [tenantId, branch.memberIds[4], branch.id],
  );
  transfers.set(branch.id, id);
  return id;
}

const tags = new Map<string, string>();

/** What is noted about a floating member of a branch. */
async function tagOf(world: World, { tenantId }: Group, branch: Branch): Promise<string> {
  const known = tags.get(branch.id);
  if (known) return known;
  const id = await inserted(
    world,
    `INSERT INTO member_tag (tenant_id, id, person_id, tag, valid_from)
     VALUES ($1, gen_random_uuid(), $2, 'FLOATING', '2026-01-01') RETURNING id`,
    [tenantId, branch.memberIds[4]],
  );
  tags.set(branch.id, id);
  return id;
}

async function inserted(world: World, statement: string, values: unknown[]): Promise<string> {
  const { rows } = await withClient(world.database.superUrl, (superuser) =>
    superuser.query<{ id: string }>(statement, values),
  );
  return rows[0]?.id ?? "";
}

let opened = 0;

/** An account that nobody uses, with a grant at the place and a token, to be reached for. */
async function spareAccount(world: World, group: Group, site: Site) {
  opened += 1;
  const signInName = `${group.code}.spare${opened}`;
  const accountId = await group.account(signInName, "organizer", site.id);
  const client = await world.client(signInName);
  const { id: tokenId } = await client.ask("createToken", { body: { name: "spare", expiresOn: "2026-12-31" } });
  const { rows } = await withClient(world.database.superUrl, (superuser) =>
    superuser.query<{ grantId: string; colleagueId: string }>(
      `SELECT g.id AS "grantId", a.id AS "colleagueId" FROM role_grant g JOIN account a USING (tenant_id)
       WHERE g.account_id = $1 AND a.sign_in_name = $2`,
      [accountId, `${group.code}.office`],
    ),
  );
  const found = rows[0];
  if (!found) throw new Error(`${signInName} has no grant`);
  return { accountId, tokenId, ...found };
}
