import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { coverageEnd, coverageRefusal } from "@dutyloop/domain/organization/gaps/unit-rules.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "../../../platform/db/pools.ts";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import { notFound, Refused } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { holdTree, type StandingOrganization, standingOrganization } from "../tree/stretches.ts";
import { holds, keeps, type StandingUnit, unitOf } from "./unit-places.ts";

type Input = {
  readonly unitId: string;
  readonly organizationId: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};
export type Coverages = {
  /** What stands on the first day. */
  readonly current: {
    readonly id: string;
    readonly organizationId: string;
    readonly path: string;
    readonly validFrom: PlainDate;
  } | null;
  readonly laterFrom: PlainDate | null;
};
type State = { readonly unit: StandingUnit; readonly organization: StandingOrganization; readonly before: Coverages };
type Decision = { readonly id: string; readonly validTo: PlainDate | null; readonly current: Coverages["current"] };

/** Lets an organisation cover a unit from a day on. What covered it ends the day before: one at a time does. */
export const coverUnit: UseCase<Input, State, Decision, Answer<"coverUnit">> = {
  name: "organization.cover_unit",
  access: "organization.manage",
  async load(transaction, { unitId, organizationId, validFrom }, context) {
    const { actor, today } = context;
    const { tenantId } = actor;
    await holdTree(transaction, tenantId);
    const unit = await unitOf(transaction, tenantId, unitId, today);
    // The unit comes to where the organisation stands, so both are his to keep.
    if (!keeps(context, unit.place)) throw notFound();
    const organization = await standingOrganization(transaction, tenantId, organizationId).catch(() => null);
    if (!organization || !keeps(context, organization.path))
      throw new Refused(refuse("coverage.organization_unknown", {}, "organizationId"));
    const before = await coveragesOn(transaction, tenantId, unitId, validFrom);
    if (before.current && !keeps(context, before.current.path))
      throw new Refused(refuse("coverage.kept_elsewhere", { date: validFrom }, "validFrom"));
    return { unit, organization, before };
  },
  place: ({ unit }) => unit.place,
  decide({ unit, organization, before }, { validFrom, validTo }) {
    const refusal = coverageRefusal({ validFrom, validTo }, unit, organization, {
      currentFrom: before.current?.validFrom ?? null,
      laterFrom: before.laterFrom,
    });
    return refusal ?? { id: uuidv7(), validTo: coverageEnd(validTo, unit, organization), current: before.current };
  },
  async save(saving, { id, validTo, current }, { actor, now }, { unitId, organizationId, validFrom }) {
    const { tenantId } = actor;
    requestTreeCount(saving, { actor, now });
    await endCurrent(saving.transaction, tenantId, current, validFrom);
    saving.insert("coverage", {
      tenant_id: tenantId,
      id,
      organization_id: organizationId,
      unit_id: unitId,
      valid_from: validFrom,
      valid_to: validTo,
    });
  },
  audit: ({ validTo, current }, { unitId, organizationId, validFrom }) => ({
    object: `unit ${unitId}`,
    before: { organizationId: current?.organizationId ?? null },
    after: { organizationId, validFrom, validTo },
  }),
  answer: ({ id }) => ({ id }),
};

export async function coveragesOn(
  transaction: Transaction,
  tenantId: number,
  unitId: string,
  on: PlainDate,
): Promise<Coverages> {
  const { rows } = await sql<NonNullable<Coverages["current"]>>`
    SELECT c.id, c.organization_id AS "organizationId", o.path, c.valid_from AS "validFrom"
    FROM coverage c JOIN organization o ON o.tenant_id = c.tenant_id AND o.id = c.organization_id
    WHERE c.tenant_id = ${tenantId} AND c.unit_id = ${unitId}::uuid AND (${holds("c", on)} OR c.valid_from > ${on}::date)
    ORDER BY c.valid_from`.execute(transaction);
  return {
    current: rows.find(({ validFrom }) => validFrom <= on) ?? null,
    laterFrom: rows.find(({ validFrom }) => validFrom > on)?.validFrom ?? null,
  };
}

/** Ends what stands on the day before; it has to be over before the next is there. */
export async function endCurrent(
  transaction: Transaction,
  tenantId: number,
  current: Coverages["current"],
  from: PlainDate,
): Promise<void> {
  if (current === null) return;
  await sql`UPDATE coverage SET valid_to = ${addDays(from, -1)} WHERE tenant_id = ${tenantId} AND id = ${current.id}::uuid`.execute(
    transaction,
  );
}

type Ending = { readonly unitId: string; readonly lastDay: PlainDate };
type EndState = {
  readonly unit: StandingUnit;
  readonly current: Coverages["current"];
  /** Whether what covers it then is somebody else's to keep. */
  readonly elsewhere: boolean;
};
type EndDecision = { readonly current: NonNullable<Coverages["current"]> };

/** Ends what covers a unit on a day; the unit then belongs to what covers the nearest one above. */
export const endCoverage: UseCase<Ending, EndState, EndDecision, Answer<"endCoverage">> = {
  name: "organization.end_coverage",
  access: "organization.manage",
  async load(transaction, { unitId, lastDay }, context) {
    const { actor, today } = context;
    await holdTree(transaction, actor.tenantId);
    const unit = await unitOf(transaction, actor.tenantId, unitId, today);
    const { current } = await coveragesOn(transaction, actor.tenantId, unitId, lastDay);
    return { unit, current, elsewhere: current !== null && !keeps(context, current.path) };
  },
  place: ({ unit }) => unit.place,
  decide({ current, elsewhere }, { lastDay }) {
    if (elsewhere) return refuse("coverage.kept_elsewhere", { date: lastDay }, "lastDay");
    return current === null ? refuse("coverage.none", { date: lastDay }, "lastDay") : { current };
  },
  save(saving, { current }, { actor, now }, { lastDay }) {
    requestTreeCount(saving, { actor, now });
    saving.change(
      sql`UPDATE coverage SET valid_to = ${lastDay} WHERE tenant_id = ${actor.tenantId} AND id = ${current.id}::uuid`,
    );
  },
  audit: ({ current }, { unitId, lastDay }) => ({
    object: `unit ${unitId}`,
    before: { organizationId: current.organizationId },
    after: { lastDay },
  }),
  answer: () => ({}),
};
