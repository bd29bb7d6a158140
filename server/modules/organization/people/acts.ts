import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RuleId, strengthOf } from "@dutyloop/domain/organization/basis-things.ts";
import { neutralStates } from "@dutyloop/domain/organization/member-things.ts";
import { isOnTheWay, type Sight } from "@dutyloop/domain/organization/members/shown-state.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

type MemberAct = Answer<"getPerson">["acts"][number];
export type ActRow = {
  readonly id: string;
  readonly from: MemberState | null;
  readonly to: MemberState;
  readonly rule: RuleId;
  readonly effectiveOn: PlainDate;
  readonly decidedBy: string;
  readonly papers: string[];
  readonly reason: string | null;
};

/** The columns of an act `a`. */
export const actRow = sql`a.id, a.from_state AS "from", a.to_state AS "to", a.rule_id AS rule,
  a.effective_on AS "effectiveOn", a.decided_by AS "decidedBy", a.papers, a.reason`;

/** A person's acts that the reader may know of, newest first. */
export async function actsOf(
  database: ReadDatabase,
  tenantId: number,
  personId: string,
  sight: Sight,
): Promise<MemberAct[]> {
  const { rows } = await sql<ActRow>`SELECT ${actRow} FROM member_act a
    WHERE a.tenant_id = ${tenantId} AND a.person_id = ${personId}::uuid
    ORDER BY a.effective_on DESC, a.id DESC`.execute(database);
  return rows.filter((row) => isReadable(row, sight)).map((row) => presentAct(row, sight));
}

/**
 * An act is read whole or not at all: one whose states read otherwise to the reader would tell by its rule and papers
 * what they hide.
 */
function isReadable({ from, to }: ActRow, { dispositions, development }: Sight): boolean {
  const states = from === null ? [to] : [from, to];
  if (!development && states.some(isOnTheWay)) return false;
  return dispositions || !states.some((state) => neutralStates[state] !== undefined);
}

/** The ground of an act is for those whom MEM-12 names. */
export function presentAct(row: ActRow, { dispositions }: Sight): MemberAct {
  const { id, from, to, rule, effectiveOn, decidedBy, papers, reason } = row;
  const strength = strengthOf(rule);
  return { id, from, to, rule, strength, effectiveOn, decidedBy, papers, reason: dispositions ? reason : null };
}
