import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { commitRoster, previewFile, type RosterAtHand } from "../../modules/imports/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { GroupPlan } from "./group-plan.ts";
import { rosterOf } from "./roster-workbook.ts";

/** Ids of organisations by code and of people by number. */
export type PlacedGroup = {
  readonly organizations: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
};

/**
 * Takes the planned group in as a roster, previewed and confirmed as an officer does it. All of it is one act: where an
 * earlier filling has done it, nobody does it again.
 */
export async function takeInOnce(
  workshop: Workshop,
  officer: Caller,
  organizationId: string,
  plan: GroupPlan,
): Promise<PlacedGroup> {
  const { tenantId } = officer.actor;
  const before = await placedGroup(workshop, tenantId);
  if (before.people.size > 0) return before;
  const { database, fields, clock, timeZone } = workshop;
  const bytes = rosterOf(plan);
  const atHand: RosterAtHand = {
    database: database.reading(tenantId),
    tenantId,
    fields,
    today: plainDateIn(clock(), timeZone),
    caller: officer,
    params: { organizationId },
    raw: { body: bytes },
  };
  const { errors, problems, digest, fingerprint } = await previewFile(atHand);
  if (errors > 0) throw new Error(`The demo's roster has ${errors} errors: ${JSON.stringify(problems.slice(0, 3))}`);
  const input = { organizationId, bytes, fileName: "名册.xlsx", digest, fingerprint };
  await perform(workshop, commitRoster, officer, input);
  return placedGroup(workshop, tenantId);
}

async function placedGroup({ database }: Workshop, tenantId: number): Promise<PlacedGroup> {
  const reading = database.reading(tenantId);
  const organizations = await reading
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .select(["code", "id"])
    .execute();
  const people = await reading
    .selectFrom("person")
    .where("tenant_id", "=", tenantId)
    .select(["number", "id"])
    .execute();
  return {
    organizations: new Map(organizations.map(({ code, id }) => [code, id])),
    people: new Map(people.map(({ number, id }) => [number ?? "", id])),
  };
}
