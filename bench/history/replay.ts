import { type Month, type PlainDate, yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import type { OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";
import type pg from "pg";
import { importMeasures } from "../../server/modules/assessment/inputs/import-measures.ts";
import { issuePlan, postDueFacts } from "../../server/modules/duties/index.ts";
import { type SubmittedRecord, submitRecord } from "../../server/modules/fulfilment/index.ts";
import { admitPerson, appoint, createOrganization } from "../../server/modules/organization/index.ts";
import { perform, type Workshop } from "../../server/platform/ritual/perform.ts";
import type { Caller } from "../../server/platform/ritual/use-case.ts";
import { foundLoadedGroup } from "../founding.ts";
import { firstMonthDay, monthsOf } from "./days.ts";
import { publishDefinitions } from "./definitions.ts";
import type { Generated } from "./generate.ts";
import { metricSource } from "./indicators.ts";
import { plannedCodes } from "./templates.ts";

type Replayed = { readonly tenantId: number; readonly branches: number; readonly records: number };
/** Ids of the generated group and what stands for them in the replayed one. */
type Ids = Map<string, string>;
const atOnce = 8;

/**
 * Does again what one in a hundred of the generated organisations did, in a group of its own and through the use cases:
 * founding, members, committees, plans, every record, every delivery, the deadlines that passed.
 * @param owner connections of the tables' owner, who sees all groups
 */
export async function replayPart(workshop: Workshop, owner: pg.Pool, ground: Generated): Promise<Replayed> {
  const { tenantId, rootId, signUp } = await foundLoadedGroup(workshop, "replay", firstMonthDay(ground.size.months));
  await publishDefinitions(owner, tenantId, rootId);
  const officer = await signUp("officer", "party_affairs_officer", rootId);
  const secretary = await signUp("secretary", "branch_secretary", rootId);
  const ids: Ids = new Map([[ground.rootId, rootId]]);
  const branches = await repeatTree(workshop, owner, ground, officer, ids);
  await eachOf(branches, (branch) => repeatMembers(workshop, owner, ground, branch, officer, ids));
  for (const year of new Set(monthsOf(ground.size.months).map(yearOf))) {
    const plan = { organizationId: rootId, year, name: `${year}年计划`, templateCodes: plannedCodes };
    await perform(workshop, issuePlan, officer, plan);
  }
  let records = 0;
  await eachOf(branches, async (branch) => {
    for (const input of await recordsOf(owner, ground.tenantId, branch, ids)) {
      await perform(workshop, submitRecord, secretary, input);
      records += 1;
    }
  });
  await repeatDeliveries(workshop, owner, ground.tenantId, rootId, branches, officer, ids);
  await postDueFacts(workshop, tenantId);
  return { tenantId, branches: branches.length, records };
}

async function eachOf<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = [...things];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

type Place = {
  id: string;
  parentId: string;
  kind: OrganizationKind;
  class: string | null;
  code: string;
  name: string;
  validFrom: PlainDate;
};

/** Whole 党总支, at least one, with what is above them. @returns the generated branches */
async function repeatTree(
  workshop: Workshop,
  owner: pg.Pool,
  ground: Generated,
  officer: Caller,
  ids: Ids,
): Promise<string[]> {
  const wanted = Math.max(1, Math.round(ground.tree.generalBranches / 100));
  const { rows } = await owner.query<Place>(
    `WITH general AS (SELECT id, parent_id, path FROM organization WHERE tenant_id = $1 AND kind = 'GENERAL_BRANCH' ORDER BY label LIMIT $2)
     SELECT id, parent_id AS "parentId", kind, class, code, name, valid_from AS "validFrom" FROM organization o
     WHERE tenant_id = $1 AND kind <> 'GROUP'
       AND (id IN (SELECT parent_id FROM general) OR id IN (SELECT id FROM general) OR parent_id IN (SELECT id FROM general))
     ORDER BY path`,
    [ground.tenantId, wanted],
  );
  for (const { id: generated, parentId, ...place } of rows.toSorted(
    (a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1),
  )) {
    const { id } = await perform(workshop, createOrganization, officer, { ...place, parentId: idIn(ids, parentId) });
    ids.set(generated, id);
  }
  return rows.filter(({ kind }) => kind === "BRANCH").map(({ id }) => id);
}

type Member = { id: string; name: string; post: Post | null };

async function repeatMembers(
  workshop: Workshop,
  owner: pg.Pool,
  { tenantId, size }: Generated,
  branch: string,
  officer: Caller,
  ids: Ids,
): Promise<void> {
  const organizationId = idIn(ids, branch);
  const validFrom = firstMonthDay(size.months);
  const { rows } = await owner.query<Member>(
    `SELECT p.id, p.name, a.post FROM membership m JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
     LEFT JOIN appointment a ON a.tenant_id = m.tenant_id AND a.organization_id = m.organization_id AND a.person_id = m.person_id
     WHERE m.tenant_id = $1 AND m.organization_id = $2 ORDER BY m.id`,
    [tenantId, branch],
  );
  for (const { id, name, post } of rows) {
    const member = { organizationId, name, memberState: "FULL", groupId: null, exemptFromAttendance: false } as const;
    const { personId } = await perform(workshop, admitPerson, officer, { ...member, validFrom });
    ids.set(id, personId);
    if (post === null) continue;
    await perform(workshop, appoint, officer, { organizationId, personId, post, validFrom, validTo: null });
  }
}

type Written = Pick<SubmittedRecord, "templateCodes" | "title" | "occurredOn"> & {
  body: Pick<SubmittedRecord, "startTime" | "endTime" | "place" | "lecturer" | "minutes" | "topics">;
  attendance: SubmittedRecord["attendance"];
};

/** The generated records of a branch as a secretary would have entered them, in the order of the days. */
async function recordsOf(owner: pg.Pool, tenantId: number, branch: string, ids: Ids): Promise<SubmittedRecord[]> {
  const { rows } = await owner.query<Written>(
    `SELECT r.template_codes AS "templateCodes", r.title, r.occurred_on AS "occurredOn", v.body,
       (SELECT json_agg(json_build_object('personId', p.person_id, 'presence', p.presence, 'reason', p.reason) ORDER BY p.position)
        FROM record_participant p WHERE p.tenant_id = r.tenant_id AND p.record_id = r.id) AS attendance
     FROM record r JOIN record_version v ON v.tenant_id = r.tenant_id AND v.record_id = r.id
     WHERE r.tenant_id = $1 AND r.organization_id = $2 ORDER BY r.occurred_on, r.id`,
    [tenantId, branch],
  );
  const organizationId = idIn(ids, branch);
  return rows.map(({ body, attendance, ...record }) => {
    const { startTime, endTime, place, lecturer, minutes, topics } = body;
    return {
      ...record,
      ...{ startTime, endTime, place, lecturer, minutes, topics },
      organizationId,
      subjectId: organizationId,
      chairId: null,
      recorderId: null,
      resolutions: [],
      attendance: attendance.map((mark) => ({ ...mark, personId: idIn(ids, mark.personId) })),
      guests: [],
      fileIds: [],
    };
  });
}

type Delivered = {
  month: Month;
  branch: string;
  figures: { metric: string; occurredOn: PlainDate; quantity: string }[];
};

/** What the department delivered for these branches, one delivery a month. */
async function repeatDeliveries(
  workshop: Workshop,
  owner: pg.Pool,
  tenantId: number,
  rootId: string,
  branches: readonly string[],
  officer: Caller,
  ids: Ids,
): Promise<void> {
  const { rows } = await owner.query<Delivered>(
    `SELECT to_char(r.month, 'YYYY-MM') AS month, r.organization_id AS branch, json_agg(json_build_object(
       'metric', f.attributes->>'metric', 'occurredOn', f.occurred_on, 'quantity', f.quantity::text)) AS figures
     FROM receipt r JOIN fact f ON f.tenant_id = r.tenant_id AND f.source_table = 'receipt' AND f.source_id = r.id
     WHERE r.tenant_id = $1 AND r.organization_id = ANY($2) GROUP BY r.month, r.organization_id ORDER BY r.month`,
    [tenantId, branches],
  );
  const usual = { kind: "metric", base: null, attributes: {}, note: "" } as const;
  for (const [month, delivered] of Map.groupBy(rows, (row) => row.month)) {
    const deliveries = delivered.map(({ branch, figures }) => ({
      organizationId: idIn(ids, branch),
      figures: figures.map((figure) => ({ ...usual, ...figure })),
    }));
    await perform(workshop, importMeasures, officer, {
      organizationId: rootId,
      source: metricSource,
      month,
      deliveries,
    });
  }
}

function idIn(ids: Ids, generated: string): string {
  const id = ids.get(generated);
  if (id === undefined) throw new Error(`${generated} isn't replayed`);
  return id;
}
