import type { LedgerField } from "@dutyloop/domain/fulfilment/ledger/ledger-things.ts";
import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { obligationsBetween, type StoredObligation } from "../../duties/index.ts";
import { type NamedRosterEntry, rosterKey, rostersOn } from "../../organization/index.ts";
import type { ReadRow } from "../sheets/read-sheet.ts";

/** An organisation that a ledger names, or the branch whose 党小组 it is. */
export type LedgerHost = {
  readonly code: string;
  readonly subjectId: string;
  readonly subjectName: string;
  /** The branch that the record belongs to: the organisation itself, or the one that a 党小组 stands below. */
  readonly organizationId: string;
  readonly organizationName: string;
  readonly path: string;
  readonly kind: OrganizationKind;
  /** The present name first, then those it had before. */
  readonly names: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type LedgerState = {
  readonly hosts: ReadonlyMap<string, LedgerHost>;
  readonly obligations: ReadonlyMap<string, readonly StoredObligation[]>;
  readonly rosters: ReadonlyMap<string, readonly NamedRosterEntry[]>;
  /** Keys of the meetings that stand. */
  readonly meetings: ReadonlySet<string>;
};
type Where = { readonly database: ReadDatabase; readonly tenantId: number; readonly scope: Scope };

/**
 * What the rows of a ledger are judged by, in four queries however many rows there are.
 *
 * @param holding where the duties are held until the end of the transaction, because records are about to be written
 */
export async function ledgerState(
  { database, tenantId, scope }: Where,
  rows: readonly ReadRow<LedgerField>[],
  holding: boolean,
): Promise<LedgerState> {
  const hosts = await hostsNamed({ database, tenantId, scope }, [
    ...new Set(rows.flatMap(({ given }) => given.organization ?? [])),
  ]);
  const asked = rows.flatMap(({ given: { organization, date } }) => {
    const host = hosts.get(organization ?? "");
    return host === undefined || date === null ? [] : [{ organizationId: host.organizationId, day: date }];
  });
  const ids = [...new Set(asked.map(({ organizationId }) => organizationId))];
  const days = asked.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined)
    return { hosts, obligations: new Map(), rosters: new Map(), meetings: new Set() };
  // First the duties: whoever else enters one of these meetings at this moment is waited for, and then seen.
  const obligations = await obligationsBetween(database, tenantId, ids, [first, last], holding);
  return {
    hosts,
    obligations: Map.groupBy(obligations, ({ organizationId }) => organizationId),
    rosters: await rostersOn(database, tenantId, asked),
    meetings: await meetingsBetween(database, tenantId, ids, [first, last]),
  };
}

/** The members of a branch on a day. */
export function rosterIn(state: LedgerState, organizationId: string, day: string): readonly NamedRosterEntry[] {
  return state.rosters.get(rosterKey(organizationId, day)) ?? [];
}

async function hostsNamed({ database, tenantId, scope }: Where, codes: readonly string[]) {
  const { rows } = await sql<LedgerHost & { former: string[] }>`
    SELECT s.code, s.id AS "subjectId", s.name AS "subjectName", o.id AS "organizationId", o.name AS "organizationName",
      o.path, o.kind, s.valid_from AS "validFrom", s.valid_to AS "validTo",
      ARRAY(SELECT DISTINCT p.name FROM organization_place p WHERE p.tenant_id = s.tenant_id
        AND p.organization_id = s.id AND p.name <> s.name ORDER BY 1) AS former
    FROM organization s JOIN organization o ON o.tenant_id = s.tenant_id
      AND o.id = CASE WHEN s.kind = 'GROUP' THEN s.parent_id ELSE s.id END
    WHERE s.tenant_id = ${tenantId} AND s.code = ANY(${[...codes]}::text[]) AND ${inScope("s.path", scope)}
      AND ${inScope("o.path", scope)}`.execute(database);
  return new Map(
    rows.map(({ former, ...host }): [string, LedgerHost] => [
      host.code,
      { ...host, names: [host.subjectName, ...former] },
    ]),
  );
}

/** What makes two meetings the same one. */
export type MeetingKey = {
  readonly subjectId: string;
  readonly templateCodes: readonly string[];
  readonly occurredOn: string;
  readonly startTime: string | null;
  readonly title: string;
};

export function keyOf({ subjectId, templateCodes, occurredOn, startTime, title }: MeetingKey): string {
  return JSON.stringify([subjectId, [...templateCodes].sort(), occurredOn, startTime, title.trim()]);
}

/** The types are those that it was entered as; it may serve as fewer. */
async function meetingsBetween(
  database: ReadDatabase,
  tenantId: number,
  organizationIds: readonly string[],
  [first, last]: readonly [string, string],
): Promise<Set<string>> {
  const query: RawBuilder<MeetingKey> = sql`
    SELECT r.subject_id AS "subjectId", ARRAY(SELECT s->>'templateCode' FROM jsonb_array_elements(v.body->'standards') s) AS "templateCodes", r.occurred_on AS "occurredOn",
      v.body->>'startTime' AS "startTime", r.title
    FROM record r JOIN record_version v ON v.tenant_id = r.tenant_id AND v.record_id = r.id AND v.version = r.version
    WHERE r.tenant_id = ${tenantId} AND r.organization_id = ANY(${[...organizationIds]}::uuid[])
      AND r.occurred_on BETWEEN ${first}::date AND ${last}::date AND r.state <> 'revoked'`;
  const { rows } = await query.execute(database);
  return new Set(rows.map(keyOf));
}
