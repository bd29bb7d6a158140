import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, type Scope, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { letterStanding } from "@dutyloop/domain/organization/members/transfer-rules.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope } from "../../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../../platform/db/pools.ts";
import type { Caller } from "../../../../platform/ritual/use-case.ts";
import { sightOf } from "../sight.ts";

type Transfer = Answer<"listTransfers">["items"][number];
type Row = {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly fromId: string | null;
  readonly fromName: string | null;
  readonly fromNeutral: string | null;
  readonly fromPath: string | null;
  readonly toId: string | null;
  readonly toName: string | null;
  readonly toNeutral: string | null;
  readonly toPath: string | null;
  readonly outsideName: string | null;
  readonly letterNumber: string | null;
  readonly issuedOn: PlainDate;
  readonly validDays: number;
  readonly state: "issued" | "acknowledged" | "returned";
  readonly settledOn: PlainDate | null;
  readonly reason: string | null;
};

/**
 * Condition on `transferRows`: that somebody has gone to outside would tell of whoever else is gone that he was removed, so a
 * receipt from there is for those who keep the branch's people or may know of removals (MEM-12).
 */
export function isReadable({ actor }: Caller, today: PlainDate): RawBuilder<boolean> {
  const [kept, known] = [scopeOf(actor, "person.manage", today), sightOf(actor, today).dispositions];
  return sql`(t.state <> 'acknowledged' OR t.to_organization_id IS NOT NULL OR ${inScope("f.path", kept)} OR ${inScope("f.path", known)})`;
}

/** Letters of transfer with both ends, the oldest letter first. */
export async function transferRows(
  database: ReadDatabase,
  tenantId: number,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT t.id, t.person_id AS "personId", p.name AS "personName", t.from_organization_id AS "fromId", f.name AS "fromName",
      CASE WHEN f.restricted THEN coalesce(f.neutral_name, '') END AS "fromNeutral", f.path AS "fromPath",
      t.to_organization_id AS "toId", o.name AS "toName",
      CASE WHEN o.restricted THEN coalesce(o.neutral_name, '') END AS "toNeutral", o.path AS "toPath",
      t.outside_name AS "outsideName", t.letter_number AS "letterNumber", t.issued_on AS "issuedOn",
      t.valid_days AS "validDays", t.state, t.settled_on AS "settledOn", t.reason
    FROM person_transfer t
    JOIN person p ON p.tenant_id = t.tenant_id AND p.id = t.person_id
    LEFT JOIN organization f ON f.tenant_id = t.tenant_id AND f.id = t.from_organization_id
    LEFT JOIN organization o ON o.tenant_id = t.tenant_id AND o.id = t.to_organization_id
    WHERE t.tenant_id = ${tenantId} AND ${which} ORDER BY t.issued_on, t.id LIMIT ${limit}`.execute(database);
  return rows;
}

/** A letter as a reader sees it: the letter names both ends, but a restricted branch only neutrally to outsiders (PRV-22). */
export function presentTransfer(row: Row, scope: Scope, today: PlainDate): Transfer {
  const { state, settledOn, issuedOn, validDays, outsideName } = row;
  const answered = state === "issued" ? null : settledOn;
  const standing = letterStanding({ issuedOn, validDays, acknowledgedOn: answered }, today);
  const nameOf = (name: string | null, neutral: string | null, path: string | null) =>
    path === null ? (outsideName ?? "") : neutral === null || covers(scope, path) ? (name ?? "") : neutral;
  return {
    id: row.id,
    personId: row.personId,
    personName: row.personName,
    fromOrganizationId: row.fromId,
    from: nameOf(row.fromName, row.fromNeutral, row.fromPath),
    toOrganizationId: row.toId,
    to: nameOf(row.toName, row.toNeutral, row.toPath),
    letterNumber: row.letterNumber,
    issuedOn,
    validUntil: standing.validUntil,
    state: state === "returned" ? "returned" : standing.state,
    settledOn,
    reason: row.reason,
    warning: standing.warning,
    direction: row.toPath !== null && covers(scope, row.toPath) ? "in" : "out",
  };
}
