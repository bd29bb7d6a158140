import { type Actor, covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { approverRefusal } from "@dutyloop/domain/organization/development/approver-rules.ts";
import { refuseBy } from "@dutyloop/domain/organization/finding.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";

export type Superior = { readonly id: string; readonly path: string; readonly kind: OrganizationKind };
export type ApprovedBy = { readonly by: "committee" | "general_branch"; readonly authorised?: boolean };
export type Approver = {
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly authorised: boolean;
};

/** The organisations above a path that stand on the day, nearest first. */
export async function superiorsOf(
  database: ReadDatabase | Transaction,
  tenantId: number,
  path: string,
  on: PlainDate,
): Promise<Superior[]> {
  const labels = path.split(".").slice(0, -1);
  const above = labels.slice(0, -1).map((_, index) => `${labels.slice(0, index + 1).join(".")}.`);
  const { rows } = await sql<Superior>`
    SELECT id, path, kind FROM organization WHERE tenant_id = ${tenantId} AND path = ANY(${above})
      AND valid_from <= ${on}::date AND (valid_to IS NULL OR valid_to >= ${on}::date)
    ORDER BY length(path) DESC`.execute(database);
  return rows;
}

/** The nearest committee that approves by its kind (DEV-C1). */
export function committeeOf(superiors: readonly Superior[]): Superior | null {
  return superiors.find(({ kind }) => approverRefusal(kind) === null) ?? null;
}

/** Whether the actor may enter what this organisation decides. */
export function actsFor(actor: Actor, superior: Superior | null, today: PlainDate): boolean {
  return superior !== null && covers(scopeOf(actor, "development.manage", today), superior.path);
}

/**
 * Who approved, or why that can't be: the nearest committee above, or a general branch with a written authorisation; and
 * it is entered by somebody who acts for it, not by the branch (DEV-C1).
 */
export function approverOf(
  superiors: readonly Superior[],
  said: ApprovedBy | undefined,
  actor: Actor,
  today: PlainDate,
): Approver | Refusal | null {
  if (said === undefined) return null;
  const general = superiors.find(({ kind }) => kind === "GENERAL_BRANCH") ?? null;
  const superior = said.by === "committee" ? committeeOf(superiors) : general;
  if (superior === null) return null;
  const authorised = said.by === "general_branch" && said.authorised === true;
  const unfit = approverRefusal(superior.kind, authorised);
  if (unfit !== null) return unfit;
  if (!actsFor(actor, superior, today)) return refuseBy("DEV-C1", "development.approval_of_superior", {}, "approver");
  return { organizationId: superior.id, kind: superior.kind, authorised };
}

/**
 * Why the actor can't let a step be left out, or take back what was approved or left out, or null: that is for whoever acts for
 * the committee above.
 */
export function exemptionAuthorityRefusal(
  superiors: readonly Superior[],
  actor: Actor,
  today: PlainDate,
): Refusal | null {
  const committee = committeeOf(superiors);
  if (committee === null) return refuse("development.approver_missing", { rule: "DEV-C1", strength: "must" }, "step");
  return actsFor(actor, committee, today) ? null : refuseBy("DEV-C1", "development.approval_of_superior", {}, "step");
}
