import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { unitLifeRefusal } from "@dutyloop/domain/organization/gaps/unit-rules.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { holdTree } from "../tree/stretches.ts";
import { type StandingUnit, unitOf } from "./unit-places.ts";

type Input = { readonly unitId: string; readonly lastDay: PlainDate };
type Left = { readonly children: number; readonly people: number; readonly later: number; readonly coverages: number };
type State = { readonly unit: StandingUnit; readonly parent: StandingUnit | null; readonly left: Left };

/** Ends a unit on a day, or gives a project another last day; what covers it ends with it. */
export const endUnit: UseCase<Input, State, State, Answer<"endUnit">> = {
  name: "organization.end_unit",
  access: "organization.manage",
  async load(transaction, { unitId, lastDay }, { actor, today }) {
    const { tenantId } = actor;
    await holdTree(transaction, tenantId);
    const unit = await unitOf(transaction, tenantId, unitId, today);
    const goesOn = (row: string) => sql`${sql.ref(`${row}.tenant_id`)} = ${tenantId}
      AND (${sql.ref(`${row}.valid_to`)} IS NULL OR ${sql.ref(`${row}.valid_to`)} > ${lastDay}::date)`;
    const { rows } = await sql<Left>`SELECT
      (SELECT count(*) FROM unit u WHERE ${goesOn("u")} AND u.path > ${unit.path} AND u.path < ${afterSubtree(unit.path)})::int AS children,
      (SELECT count(*) FROM employment e WHERE ${goesOn("e")} AND e.unit_id = ${unitId}::uuid)::int AS people,
      (SELECT count(*) FROM coverage c WHERE ${goesOn("c")} AND c.unit_id = ${unitId}::uuid AND c.valid_from > ${lastDay}::date)::int AS later,
      (SELECT count(*) FROM coverage c WHERE ${goesOn("c")} AND c.unit_id = ${unitId}::uuid)::int AS coverages`.execute(
      transaction,
    );
    const parent = unit.parentId === null ? null : await unitOf(transaction, tenantId, unit.parentId, today);
    return { unit, parent, left: rows[0] ?? { children: 0, people: 0, later: 0, coverages: 0 } };
  },
  place: ({ unit }) => unit.place,
  decide(state, { lastDay }) {
    const { unit, parent, left } = state;
    const life = unitLifeRefusal({ validFrom: unit.validFrom, validTo: lastDay }, parent);
    if (life) return { ...life, field: "lastDay" };
    if (left.children > 0) return refuse("unit.children_left", { count: left.children }, "lastDay");
    if (left.people > 0) return refuse("unit.people_left", { count: left.people }, "lastDay");
    return left.later > 0 ? refuse("unit.covered_later", {}, "lastDay") : state;
  },
  save(saving, { unit }, { actor, now }, { lastDay }) {
    requestTreeCount(saving, { actor, now });
    saving.change(
      sql`UPDATE unit SET valid_to = ${lastDay} WHERE tenant_id = ${actor.tenantId} AND id = ${unit.id}::uuid`,
    );
    saving.change(sql`UPDATE coverage SET valid_to = ${lastDay} WHERE tenant_id = ${actor.tenantId} AND unit_id = ${unit.id}::uuid
      AND (valid_to IS NULL OR valid_to > ${lastDay}::date)`);
  },
  audit: ({ unit }, { unitId, lastDay }) => ({
    object: `unit ${unitId}`,
    before: { validTo: unit.validTo },
    after: { validTo: lastDay },
  }),
  answer: ({ left }) => ({ coverages: left.coverages }),
};
