import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { placementRefusal } from "@dutyloop/domain/organization/organization-rules.ts";
import { changeRefusal, closedMonthRefusal } from "@dutyloop/domain/organization/tree-rules.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import { markConcerned, markTreeChanged } from "../../../platform/facts/tree-changed.ts";
import { notFound, Refused } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import {
  beginStretches,
  findOrganization,
  holdTree,
  monthsSince,
  type StandingOrganization,
  standingOrganization,
  unchanged,
} from "./stretches.ts";

type Input = { readonly organizationId: string; readonly parentId: string; readonly on: PlainDate };
type Parent = StandingOrganization & { readonly pathOn: string | null };
type State = { readonly moved: StandingOrganization; readonly parent: Parent };
type Decision = { readonly from: string; readonly to: string };

/**
 * Puts an organisation with all below it under another parent from a day on (ORG-24); until the day before everything
 * stands at its old place. Access follows at once, and what comes below a restricted parent is restricted too (PRV-22).
 */
export const moveOrganization: UseCase<Input, State, Decision, Answer<"moveOrganization">> = {
  name: "organization.move",
  access: "organization.manage",
  postsIn: ({ on }, today) => monthsSince(on, today),
  async load(transaction, { organizationId, parentId, on }, { actor, today }) {
    const { tenantId } = actor;
    await holdTree(transaction, tenantId);
    const moved = await standingOrganization(transaction, tenantId, organizationId);
    const parent = await parentOn(transaction, tenantId, parentId, on);
    // Where it goes to is his as well as where it stands; what isn't is answered like what doesn't exist.
    const scope = scopeOf(actor, "organization.manage", today);
    if (!covers(scope, moved.path)) throw notFound();
    if (!covers(scope, parent.path)) throw new Refused(refuse("organization.parent_not_found", {}, "parentId"));
    return { moved, parent };
  },
  place: ({ moved }) => moved.path,
  decide({ moved, parent }, { on }, { today, closedMonths }) {
    const refusal =
      changeRefusal(moved, on, today) ??
      newPlaceRefusal(moved, parent, on) ??
      closedMonthRefusal(on, closedMonths, "on");
    return refusal ?? { from: moved.path, to: `${parent.path}${ownLabel(moved.path)}` };
  },
  async save(saving, { from, to }, { actor, today, now }, { organizationId, parentId, on }, { parent }) {
    const { transaction } = saving;
    const { tenantId } = actor;
    const within = (column: string) =>
      sql`${sql.ref(column)} >= ${from} AND ${sql.ref(column)} < ${afterSubtree(from)}`;
    const moved = (column: string) => sql`${to}::text || substr(${sql.ref(column)}, ${from.length + 1})`;
    await beginStretches(transaction, tenantId, on, within("p.path"), {
      ...unchanged,
      parentId: sql`CASE WHEN p.organization_id = ${organizationId}::uuid THEN ${parentId}::uuid ELSE p.parent_id END`,
      path: moved("p.path"),
    });
    await sql`UPDATE search_entry SET path = ${moved("path")}
      WHERE tenant_id = ${tenantId} AND entity = 'organization' AND ${within("path")}`.execute(transaction);
    await sql`UPDATE organization SET path = ${moved("path")},
        parent_id = CASE WHEN id = ${organizationId}::uuid THEN ${parentId}::uuid ELSE parent_id END,
        restriction = coalesce(${parent.restriction}, restriction)
      WHERE tenant_id = ${tenantId} AND ${within("path")}`.execute(transaction);
    await markTreeChanged(transaction, tenantId, on, now);
    for (const path of [from, to]) await markConcerned(transaction, tenantId, path, on, today, now);
    requestTreeCount(saving, { actor, now });
  },
  audit: ({ from, to }, { organizationId, parentId, on }, { moved }) => ({
    object: `organization ${organizationId}`,
    before: { parentId: moved.parentId, path: from },
    after: { parentId, path: to, on },
  }),
  answer: ({ to }) => ({ path: to }),
};

/** The new parent with its path on the day. Throws a refusal of the field where there is none. */
async function parentOn(transaction: Transaction, tenantId: number, id: string, on: PlainDate): Promise<Parent> {
  const parent = await findOrganization(transaction, tenantId, id);
  if (!parent) throw new Refused(refuse("organization.parent_not_found", {}, "parentId"));
  const { rows } = await sql<{ path: string }>`SELECT path FROM organization_place
    WHERE tenant_id = ${tenantId} AND organization_id = ${id}::uuid AND valid_from <= ${on}::date
      AND (valid_to IS NULL OR valid_to >= ${on}::date)`.execute(transaction);
  return { ...parent, pathOn: rows[0]?.path ?? null };
}

function newPlaceRefusal(moved: StandingOrganization, parent: Parent, on: PlainDate): Refusal | null {
  if (parent.path.startsWith(moved.path)) return refuse("organization.moved_below_itself", {}, "parentId");
  if (parent.id === moved.parentId) return refuse("organization.nothing_changes", {}, "parentId");
  const placed = placementRefusal({ kind: moved.kind, validFrom: on, validTo: moved.validTo }, parent);
  if (placed) return placed.field === "validFrom" ? { ...placed, field: "on" } : placed;
  // It would stand where the parent is to stand only later.
  return parent.pathOn === parent.path ? null : refuse("organization.changed_later", { date: parent.changedOn }, "on");
}

/** "1.4.17." has the own label "17.". */
function ownLabel(path: string): string {
  return `${path.split(".").at(-2)}.`;
}
