import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Gap, gapsOf } from "@dutyloop/domain/organization/gaps/gap-rules.ts";
import type { UnitFacts } from "@dutyloop/domain/organization/gaps/unit-facts.ts";
import type { MemberState, OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { topPath } from "../../../platform/access/place.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import { type Coverages, coveragesOn } from "./cover-unit.ts";
import { freeCodes } from "./free-code.ts";
import { personOf } from "./gaps-view.ts";
import { basesOf, unitFactsOf } from "./unit-facts.ts";
import { holds } from "./unit-places.ts";
import { unitRows } from "./unit-rows.ts";

/** A member whose place would change, with where he belongs on the day. */
export type Member = {
  readonly membershipId: string;
  readonly personId: string;
  readonly state: MemberState;
  readonly organizationId: string;
  readonly groupId: string | null;
  readonly path: string;
  readonly validFrom: PlainDate;
  /** His place, a post there or a transfer on its way changes on the day or later. */
  readonly changesLater: boolean;
};
export type Superior = {
  readonly id: string;
  readonly path: string;
  readonly kind: OrganizationKind;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly restriction: string | null;
};
export type GapState = {
  readonly gap: Gap | null;
  readonly facts: UnitFacts | null;
  /** Parent of what would be created, or the 党小组 it is about. */
  readonly superior: Superior | null;
  /** The branch that a new or existing 党小组 belongs to. */
  readonly branchId: string | null;
  readonly members: readonly Member[];
  readonly coverages: Coverages;
  /** Code of what would be created, and whether it is free. */
  readonly code: string;
  readonly codeTaken: boolean;
  /** Where the leader belongs whom a temporary branch is to get: he isn't among its members. */
  readonly leaderPath: string | null;
  /** Somebody else begins on the day or later in the post that is to be filled. */
  readonly postChangesLater: boolean;
};
type Asked = {
  readonly unitId: string;
  readonly finding: string;
  readonly personId: string | null;
  readonly on: PlainDate;
  readonly code: string | null;
};

/** What the rules find at a unit on a day, and everything that the proposal would touch. */
export async function gapState(transaction: Transaction, tenantId: number, asked: Asked): Promise<GapState> {
  const { unitId, on } = asked;
  const everywhere = { subtrees: [await topPath(transaction, tenantId)], exact: [] };
  const rows = await unitRows(transaction, tenantId, everywhere, on);
  const facts = unitFactsOf(rows);
  const own = facts.find(({ id }) => id === unitId) ?? null;
  const gap = own === null ? null : (gapsOf([own]).find((found) => isAsked(found, asked)) ?? null);
  const unitCode = rows.find(({ id }) => id === unitId)?.code ?? "";
  const bases = basesOf(rows);
  const units =
    gap?.proposal.act === "create" && own?.kind !== "TEAM" ? rows.filter(({ id }) => bases.get(id) === unitId) : [];
  const superior = await superiorOf(transaction, tenantId, gap);
  const code = asked.code ?? (await freeCodes(transaction, tenantId, [unitCode])).get(unitCode) ?? unitCode;
  const { rows: said } = await sql<{ codeTaken: boolean; postChangesLater: boolean }>`SELECT
    EXISTS (SELECT 1 FROM organization WHERE tenant_id = ${tenantId} AND code = ${code}) AS "codeTaken",
    EXISTS (SELECT 1 FROM appointment WHERE tenant_id = ${tenantId} AND organization_id = ${superior?.id ?? null}::uuid
      AND post = 'GROUP_LEADER' AND valid_from >= ${on}::date) AS "postChangesLater"`.execute(transaction);
  return {
    gap,
    facts: own,
    superior,
    branchId: own?.branch?.id ?? null,
    members: await membersOf(
      transaction,
      tenantId,
      gap,
      units.length > 0 ? units.map(({ id }) => id) : [unitId],
      own,
      on,
    ),
    leaderPath: await leaderPathOf(transaction, tenantId, gap, on),
    coverages: await coveragesOn(transaction, tenantId, unitId, on),
    code,
    codeTaken: said[0]?.codeTaken ?? false,
    postChangesLater: said[0]?.postChangesLater ?? false,
  };
}

function isAsked(gap: Gap, { finding, personId }: Asked): boolean {
  if (gap.finding.code !== finding) return false;
  return gap.proposal.act !== "join_group" || personOf(gap) === personId;
}

async function superiorOf(transaction: Transaction, tenantId: number, gap: Gap | null): Promise<Superior | null> {
  if (gap === null) return null;
  const { proposal } = gap;
  const id =
    proposal.act === "create"
      ? proposal.parentId
      : proposal.act === "appoint"
        ? proposal.organizationId
        : proposal.groupId;
  const { rows } = await sql<Superior>`
    SELECT id, path, kind, valid_from AS "validFrom", valid_to AS "validTo", restriction FROM organization
    WHERE tenant_id = ${tenantId} AND id = ${id}::uuid`.execute(transaction);
  return rows[0] ?? null;
}

async function leaderPathOf(
  transaction: Transaction,
  tenantId: number,
  gap: Gap | null,
  on: PlainDate,
): Promise<string | null> {
  const proposal = gap?.proposal;
  if (proposal?.act !== "create" || proposal.kind !== "TEMP_BRANCH" || proposal.leader === null) return null;
  const { rows } = await sql<{ path: string }>`SELECT o.path FROM membership m
    JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    WHERE m.tenant_id = ${tenantId} AND m.person_id = ${proposal.leader.personId}::uuid AND ${holds("m", on)}`.execute(
    transaction,
  );
  return rows[0]?.path ?? null;
}

/**
 * Members whose place the proposal changes: for a branch all who work in the unit and its teams, for a temporary one
 * nobody (ORG-06: they stay where they are), for a 党小组 those of the team who belong to its branch, else the one named.
 */
async function membersOf(
  transaction: Transaction,
  tenantId: number,
  gap: Gap | null,
  unitIds: readonly string[],
  facts: UnitFacts | null,
  on: PlainDate,
): Promise<Member[]> {
  if (gap === null || facts === null) return [];
  const { proposal } = gap;
  if (proposal.act === "create" && proposal.kind === "TEMP_BRANCH") return [];
  const toGroup = proposal.act !== "create" || proposal.kind === "GROUP";
  const only = proposal.act === "create" ? sql`true` : sql`m.person_id = ${proposal.personId}::uuid`;
  const at = toGroup ? sql`m.organization_id = ${facts.branch?.id ?? null}::uuid` : sql`true`;
  const { rows } = await sql<Member>`
    SELECT m.id AS "membershipId", m.person_id AS "personId", m.state, m.organization_id AS "organizationId", m.group_id AS "groupId",
      o.path, m.valid_from AS "validFrom",
      m.valid_to IS NOT NULL
        OR EXISTS (SELECT 1 FROM person_transfer t WHERE t.tenant_id = m.tenant_id AND t.person_id = m.person_id AND t.state = 'issued')
        OR EXISTS (SELECT 1 FROM appointment a WHERE a.tenant_id = m.tenant_id AND a.person_id = m.person_id AND a.valid_from >= ${on}::date
          AND a.organization_id IN (m.organization_id, m.group_id)) AS "changesLater"
    FROM employment e JOIN membership m ON m.tenant_id = e.tenant_id AND m.person_id = e.person_id AND ${holds("m", on)}
    JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    WHERE e.tenant_id = ${tenantId} AND e.unit_id = ANY(${[...unitIds]}::uuid[]) AND ${holds("e", on)}
      AND m.state IN ('FULL', 'PROBATIONARY', 'CORRECTING') AND ${only} AND ${at}
    ORDER BY m.id`.execute(transaction);
  return rows;
}
