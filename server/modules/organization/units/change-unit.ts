import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { Restriction } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { holdTree } from "../tree/stretches.ts";
import { type StandingUnit, unitOf } from "./unit-places.ts";

type Renaming = { readonly unitId: string; readonly name: string; readonly region: string | null };

/** Gives a unit another name or region, for all days: nothing that was counted is told by them. */
export const renameUnit: UseCase<Renaming, StandingUnit, StandingUnit, Answer<"renameUnit">> = {
  name: "organization.rename_unit",
  access: "organization.manage",
  async load(transaction, { unitId }, { actor, today }) {
    await holdTree(transaction, actor.tenantId);
    return unitOf(transaction, actor.tenantId, unitId, today);
  },
  place: ({ place }) => place,
  decide: (unit) => unit,
  save(saving, { id, region: before }, { actor, now }, { name, region }) {
    if (region !== before) requestTreeCount(saving, { actor, now });
    saving.change(sql`UPDATE unit SET name = ${name}, region = ${region}
      WHERE tenant_id = ${actor.tenantId} AND id = ${id}::uuid`);
  },
  audit: (unit, { unitId, name, region }) => ({
    object: `unit ${unitId}`,
    before: { name: unit.name, region: unit.region },
    after: { name, region },
  }),
  answer: () => ({}),
};

type Marking = { readonly unitId: string; readonly restriction: Restriction | null };
type Marked = StandingUnit & { readonly above: boolean; readonly others: number };

/** Marks a unit and all below it as restricted, or lifts the mark (PRV-22). Organisations have a mark of their own. */
export const restrictUnit: UseCase<Marking, Marked, Marked, Answer<"restrictUnit">> = {
  name: "organization.restrict_unit",
  access: "organization.manage",
  async load(transaction, { unitId, restriction }, { actor, today }) {
    const { tenantId } = actor;
    await holdTree(transaction, tenantId);
    const unit = await unitOf(transaction, tenantId, unitId, today);
    const { rows } = await sql<{ above: boolean; others: number }>`
      SELECT EXISTS (SELECT 1 FROM unit p WHERE p.tenant_id = ${tenantId} AND p.id = ${unit.parentId}::uuid AND p.restriction IS NOT NULL) AS above,
        (SELECT count(*) FROM unit WHERE tenant_id = ${tenantId} AND path >= ${unit.path} AND path < ${afterSubtree(unit.path)}
          AND restriction IS DISTINCT FROM ${restriction})::int AS others`.execute(transaction);
    return { ...unit, above: rows[0]?.above ?? false, others: rows[0]?.others ?? 0 };
  },
  place: ({ place }) => place,
  decide(unit, { restriction }) {
    return restriction === null && unit.above ? refuse("unit.restricted_above", {}, "restriction") : unit;
  },
  save(saving, { path, others }, { actor, now }, { restriction }) {
    if (others > 0) requestTreeCount(saving, { actor, now });
    saving.change(sql`UPDATE unit SET restriction = ${restriction} WHERE tenant_id = ${actor.tenantId}
      AND path >= ${path} AND path < ${afterSubtree(path)} AND restriction IS DISTINCT FROM ${restriction}`);
  },
  audit: ({ restriction: before, others }, { unitId, restriction }) => ({
    object: `unit ${unitId}`,
    before: { restriction: before },
    after: { restriction, changed: others },
  }),
  answer: ({ others }) => ({ units: others }),
};
