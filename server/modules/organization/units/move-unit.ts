import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { unitLifeRefusal } from "@dutyloop/domain/organization/gaps/unit-rules.ts";
import { sql } from "kysely";
import { afterSubtree, topPath } from "../../../platform/access/place.ts";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import { notFound, Refused } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { holdTree } from "../tree/stretches.ts";
import { keeps, type StandingUnit, unitOf } from "./unit-places.ts";

type Input = { readonly unitId: string; readonly parentId: string | null };
type State = { readonly unit: StandingUnit; readonly parent: StandingUnit | null };

/**
 * Puts a unit with all below it under another, or at the top, for all days. The caller keeps both places: what isn't his
 * is answered like what doesn't exist. What comes below a restricted unit is restricted too (PRV-22).
 */
export const moveUnit: UseCase<Input, State, State, Answer<"moveUnit">> = {
  name: "organization.move_unit",
  access: "organization.manage",
  async load(transaction, { unitId, parentId }, context) {
    const { actor, today } = context;
    const { tenantId } = actor;
    await holdTree(transaction, tenantId);
    const unit = await unitOf(transaction, tenantId, unitId, today);
    if (!keeps(context, unit.place)) throw notFound();
    const unknown = new Refused(refuse("unit.parent_unknown", {}, "parentId"));
    if (parentId === null) {
      if (!keeps(context, await topPath(transaction, tenantId))) throw unknown;
      return { unit, parent: null };
    }
    const parent = await unitOf(transaction, tenantId, parentId, today).catch(() => null);
    if (!parent || !keeps(context, parent.place)) throw unknown;
    return { unit, parent };
  },
  place: ({ unit }) => unit.place,
  decide(state, { parentId }, { today }) {
    const { unit, parent } = state;
    if (parent?.path.startsWith(unit.path)) return refuse("unit.below_itself", {}, "parentId");
    if (parentId === unit.parentId) return refuse("unit.nothing_changes", {}, "parentId");
    if (parent !== null && parent.validTo !== null && parent.validTo < today)
      return refuse("unit.parent_ended", { parentTo: parent.validTo }, "parentId");
    const life = unitLifeRefusal(unit, parent);
    return life ? { ...life, field: "parentId" } : state;
  },
  save(saving, { unit, parent }, { actor, now }, { parentId }) {
    requestTreeCount(saving, { actor, now });
    const own = `${unit.path.split(".").at(-2)}.`;
    const path = sql`${`${parent?.path ?? ""}${own}`}::text || substr(path, ${unit.path.length + 1})`;
    saving.change(sql`UPDATE unit SET path = ${path}, restriction = coalesce(${parent?.restriction ?? null}, restriction),
        parent_id = CASE WHEN id = ${unit.id}::uuid THEN ${parentId}::uuid ELSE parent_id END
      WHERE tenant_id = ${actor.tenantId} AND path >= ${unit.path} AND path < ${afterSubtree(unit.path)}`);
  },
  audit: ({ unit }, { unitId, parentId }) => ({
    object: `unit ${unitId}`,
    before: { parentId: unit.parentId },
    after: { parentId },
  }),
  answer: () => ({}),
};
