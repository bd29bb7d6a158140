import type { ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { findUnit } from "../units/unit-places.ts";
import { lockPerson, placeOfPerson } from "./person-place.ts";

type Span = { readonly from: PlainDate; readonly to: PlainDate | null };
type Input = { readonly personId: string } & ParsedBody<"setEmployment">;
type State = {
  readonly path: string;
  readonly unit: Span | null;
  /** The last one that is entered. */
  readonly last: (Span & { readonly id: string }) | null;
};
type Decision = { readonly id: string; readonly last: State["last"]; readonly rewrites: boolean };

/** Enters in which unit a person works from a day on, and whether he heads it; 一岗双责 follows from it. */
export const setEmployment: UseCase<Input, State, Decision, { id: string }> = {
  name: "organization.set_employment",
  access: "person.manage",
  async load(transaction, { personId, unitId }, { actor, today }) {
    const { tenantId } = actor;
    await lockPerson(transaction, tenantId, personId);
    const place = await placeOfPerson(transaction, { tenantId, personId, on: today });
    if (!place) throw notFound();
    const unit = await findUnit(transaction, tenantId, unitId, today);
    // A unit that somebody else answers for is answered like one that isn't there.
    const kept = unit !== null && covers(scopeOf(actor, "person.manage", today), unit.place) ? unit : null;
    const last = await sql<Span & { id: string }>`SELECT id, valid_from AS "from", valid_to AS "to" FROM employment
      WHERE tenant_id = ${tenantId} AND person_id = ${personId}::uuid ORDER BY valid_from DESC LIMIT 1`.execute(
      transaction,
    );
    return {
      path: place.path,
      unit: kept && { from: kept.validFrom, to: kept.validTo },
      last: last.rows[0] ?? null,
    };
  },
  place: ({ path }) => path,
  decide({ unit, last }, { validFrom, validTo }) {
    if (validTo !== null && validTo < validFrom) return refuse("employment.end_before_start", {}, "validTo");
    if (unit === null) return refuse("employment.unit_unknown", {}, "unitId");
    if (validFrom < unit.from || (unit.to !== null && (validTo === null || validTo > unit.to))) {
      return refuse("employment.unit_not_standing", { from: unit.from, to: unit.to ?? "" }, "validFrom");
    }
    if (last !== null && last.from > validFrom) {
      return refuse("employment.later_one", { from: last.from }, "validFrom");
    }
    const rewrites = last !== null && last.from === validFrom;
    return { id: rewrites ? last.id : uuidv7(), last, rewrites };
  },
  async save(saving, { id, last, rewrites }, context, input) {
    const { personId, unitId, position, leadsUnit, validFrom, validTo } = input;
    const tenant_id = context.actor.tenantId;
    // Which departments can have a branch of their own follows from who works in them.
    requestTreeCount(saving, context);
    if (rewrites) {
      saving.change(sql`UPDATE employment SET unit_id = ${unitId}::uuid, position = ${position},
        leads_unit = ${leadsUnit}, valid_to = ${validTo} WHERE tenant_id = ${tenant_id} AND id = ${id}::uuid`);
      return;
    }
    if (last !== null && (last.to === null || last.to >= validFrom)) {
      // Nobody works in two units on one day: the old one has to be over before the new one is there.
      await sql`UPDATE employment SET valid_to = ${addDays(validFrom, -1)}
        WHERE tenant_id = ${tenant_id} AND id = ${last.id}::uuid`.execute(saving.transaction);
    }
    saving.insert("employment", {
      tenant_id,
      id,
      person_id: personId,
      unit_id: unitId,
      position,
      leads_unit: leadsUnit,
      valid_from: validFrom,
      valid_to: validTo,
    });
  },
  audit: ({ id }, { personId, unitId, validFrom, validTo }) => ({
    object: `person ${personId}`,
    after: { employment: id, unitId, validFrom, validTo },
  }),
  answer: ({ id }) => ({ id }),
};
