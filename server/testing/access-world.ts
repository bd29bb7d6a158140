import { administratorRoles, type Role, roles } from "@dutyloop/domain/identity/things.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { foldAllScores } from "../modules/assessment/index.ts";
import { foldAllCounts } from "../modules/dashboard/index.ts";
import { withClient } from "../platform/embedded-postgres/index.ts";
import type { Relation } from "./access-expectations.ts";
import type { Target } from "./access-target.ts";
import { Client } from "./client.ts";
import { alarmOf, bulletinOf, sentFor } from "./kept-targets.ts";
import { spareAccount } from "./spare-account.ts";
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
  const { database, timeZone } = world.application.workshop;
  for (const { tenantId } of [alpha, beta]) {
    await foldAllScores(database, tenantId, world.clock());
    await foldAllCounts(database, tenantId, plainDateIn(world.clock(), timeZone));
  }
  await tieToRestricted(world);
  // So that the search would find whatever it may.
  await world.application.installLibrary();
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
    ...(await nonVotersOf(world, group, branch)),
    ...(await dutyOf(world, group, site)),
    ...(await checkedAt(world, group, site, branch)),
    ...(await sentFor(world, group, site)),
    bulletinId: await bulletinOf(world, group, site),
    alarmId: await alarmOf(world, group),
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

/** A draft of the place that became a record, and a sample of the place in which the record of the branch was drawn. */
async function checkedAt(
  world: World,
  { tenantId, administrators }: Group,
  { id, mark }: Site,
  { meeting }: Branch,
): Promise<Pick<Target, "draftId" | "sampleId">> {
  const by = Object.values(administrators)[0];
  return withClient(world.database.superUrl, async (superuser) => {
    const draft = await superuser.query<{ id: string }>(
      `INSERT INTO record_draft (tenant_id, id, organization_id, subject_id, template_codes, title, occurred_on, content, revision,
         state, typed_by, typed_at, record_id)
       VALUES ($1, gen_random_uuid(), $2, $2, '{theme_day}', $3, '2026-03-10', '', 1, 'submitted', $4, now(), $5) RETURNING id`,
      [tenantId, id, `${mark}title`, by, meeting.recordId],
    );
    const sample = await superuser.query<{ id: string }>(
      `INSERT INTO record_sample (tenant_id, id, organization_id, period_from, period_to, seed, share, population, drawn_at, drawn_by)
       VALUES ($1, gen_random_uuid(), $2, '2026-03-01', '2026-03-31', $3, 1, 1, now(), $4) RETURNING id`,
      [tenantId, id, `${mark}title`, by],
    );
    const sampleId = sample.rows[0]?.id ?? "";
    await superuser.query(
      `INSERT INTO record_sample_item (tenant_id, sample_id, record_id, version, state) VALUES ($1, $2, $3, 1, 'open')`,
      [tenantId, sampleId, meeting.recordId],
    );
    return { draftId: draft.rows[0]?.id ?? "", sampleId };
  });
}

/**
 * Ties that lead from one branch to a restricted one and its restricted unit, where nobody of the first may know their
 * names: a member who belonged, served and worked there, and whose letter to there came back (PRV-22).
 */
async function tieToRestricted(world: World): Promise<void> {
  const { tenantId, first, otherBranch, units } = world.alpha;
  const [at, unitId] = [otherBranch.id, units.get(otherBranch.groupId) ?? ""];
  const personId = first.memberIds[3];
  const lastYear = [tenantId, personId, at, "2025-01-01", "2025-12-31"];
  await withClient(world.database.superUrl, async (superuser) => {
    for (const [statement, values] of [
      ["UPDATE organization SET restriction = 'SECRET' WHERE tenant_id = $1 AND $2 IN (id, parent_id)", [tenantId, at]],
      ["UPDATE unit SET restriction = 'SECRET' WHERE tenant_id = $1 AND id = $2", [tenantId, unitId]],
      [
        `INSERT INTO membership (tenant_id, id, person_id, organization_id, state, valid_from, valid_to)
         VALUES ($1, gen_random_uuid(), $2, $3, 'FULL', $4, $5)`,
        lastYear,
      ],
      [
        `INSERT INTO appointment (tenant_id, id, person_id, organization_id, post, valid_from, valid_to)
         VALUES ($1, gen_random_uuid(), $2, $3, 'SECRETARY', $4, $5)`,
        lastYear,
      ],
      // In January he worked in the unit, and the first branch covered it.
      ["UPDATE employment SET valid_from = '2026-02-01' WHERE tenant_id = $1 AND person_id = $2", [tenantId, personId]],
      ["UPDATE coverage SET valid_from = '2026-02-01' WHERE tenant_id = $1 AND unit_id = $2", [tenantId, unitId]],
      [
        `INSERT INTO employment (tenant_id, id, person_id, unit_id, leads_unit, valid_from, valid_to)
         VALUES ($1, gen_random_uuid(), $2, $3, false, '2026-01-01', '2026-01-31')`,
        [tenantId, personId, unitId],
      ],
      [
        `INSERT INTO coverage (tenant_id, id, organization_id, unit_id, valid_from, valid_to)
         VALUES ($1, gen_random_uuid(), $2, $3, '2026-01-01', '2026-01-31')`,
        [tenantId, first.id, unitId],
      ],
      [
        `INSERT INTO person_transfer (tenant_id, id, person_id, from_organization_id, to_organization_id, issued_on, valid_days, state, settled_on)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, '2025-12-20', 30, 'returned', '2025-12-31')`,
        [tenantId, personId, first.id, at],
      ],
    ] as const)
      await superuser.query(statement, [...values]);
  });
}

/** A restricted branch that stood at the place then and stands elsewhere now. */
function movedAway({ alpha: { otherBranch, other } }: World, site: Site) {
  return [{ organizationId: otherBranch.id, kind: "BRANCH", name: otherBranch.mark, from: site.id, to: other.id }];
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
  const moved = tenantId === world.alpha.tenantId ? movedAway(world, site) : [];
  const sameness = { organization: true, leaders: true, rules: true, assessment: true, reasons: [] };
  const effects = { ...empty, moved, sameness, dutiesWaived: 0, dutiesIssued: 0, termsEnded: 0 };
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

type Duty = { readonly planId: string; readonly obligationId: string; readonly requestId: string };
const duties = new Map<string, Duty>();

/** A plan of a place with one line, a duty by it that is owed there, and a request about it that somebody else made. */
async function dutyOf(world: World, { tenantId, administrators }: Group, site: Site): Promise<Duty> {
  const known = duties.get(site.id);
  if (known) return known;
  const planId = await inserted(
    world,
    `INSERT INTO plan (tenant_id, id, organization_id, year, name, issued_at)
     VALUES ($1, gen_random_uuid(), $2, 2026, $3, now()) ON CONFLICT (tenant_id, organization_id, year) DO UPDATE SET name = plan.name
     RETURNING id`,
    [tenantId, site.id, `${site.mark}title`],
  );
  const lineId = await inserted(
    world,
    `INSERT INTO plan_line (tenant_id, id, plan_id, template_code, template_version)
     SELECT $1, gen_random_uuid(), $2, code, max(version) FROM template_version WHERE tenant_id = $1 AND code = 'theme_day'
     GROUP BY code RETURNING id`,
    [tenantId, planId],
  );
  const obligationId = await inserted(
    world,
    `INSERT INTO obligation (tenant_id, id, organization_id, subject_id, source_table, source_id, template_code, template_version,
       period_from, period_to, occurrence, due_on, state)
     SELECT l.tenant_id, gen_random_uuid(), $2, $2, 'plan_line', l.id, l.template_code, l.template_version, '2026-12-01', '2026-12-31',
       1, '2026-12-31', 'todo' FROM plan_line l WHERE l.tenant_id = $1 AND l.id = $3 RETURNING id`,
    [tenantId, site.id, lineId],
  );
  const requestId = await inserted(
    world,
    `INSERT INTO obligation_request (tenant_id, id, obligation_id, kind, reason, state, asked_by, asked_at)
     VALUES ($1, gen_random_uuid(), $2, 'waive', $3, 'open', $4, now()) RETURNING id`,
    [tenantId, obligationId, `${site.mark}title`, administrators.system_administrator],
  );
  const duty = { planId, obligationId, requestId };
  duties.set(site.id, duty);
  return duty;
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

const nonVoters = new Map<string, Pick<Target, "exclusionId" | "impedimentId">>();

/** Members of the branch who aren't counted among the voters. */
async function nonVotersOf(world: World, { tenantId }: Group, branch: Branch) {
  const known = nonVoters.get(branch.id);
  if (known) return known;
  const made = {
    exclusionId: await inserted(
      world,
      `INSERT INTO voter_exclusion (tenant_id, id, person_id, organization_id, ground, approved_by, approved_on, resolved_on,
         valid_from, recorded_by, recorded_at)
       VALUES ($1, gen_random_uuid(), $2, $3, 'BEDRIDDEN', '', '2026-01-01', '2026-01-01', '2026-01-01', $3, now()) RETURNING id`,
      [tenantId, branch.memberIds[5], branch.id],
    ),
    impedimentId: await inserted(
      world,
      `INSERT INTO voting_impediment (tenant_id, id, person_id, kind, valid_from, recorded_by, recorded_at)
       VALUES ($1, gen_random_uuid(), $2, 'DETAINED', '2026-01-01', $2, now()) RETURNING id`,
      [tenantId, branch.memberIds[6]],
    ),
  };
  nonVoters.set(branch.id, made);
  return made;
}

async function inserted(world: World, statement: string, values: unknown[]): Promise<string> {
  const { rows } = await withClient(world.database.superUrl, (superuser) =>
    superuser.query<{ id: string }>(statement, values),
  );
  return rows[0]?.id ?? "";
}
