import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { changeRefusal, closedMonthRefusal } from "@dutyloop/domain/organization/tree-rules.ts";
import { sql } from "kysely";
import { markConcerned, markTreeChanged } from "../../../platform/facts/tree-changed.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { rewriteSearchWords } from "../fill-search-entries.ts";
import {
  beginStretches,
  holdTree,
  monthsSince,
  type StandingOrganization,
  standingOrganization,
  unchanged,
} from "./stretches.ts";

type Input = {
  readonly organizationId: string;
  readonly name: string;
  readonly class: string | null;
  readonly on: PlainDate;
};
type Decision = { readonly classChanges: boolean };

/**
 * Gives an organisation another name or class from a day on; before that day it keeps the old ones. A change on the first
 * day of its newest stretch rewrites that stretch. Another class counts for scores, so its months have to be open.
 */
export const renameOrganization: UseCase<Input, StandingOrganization, Decision, Answer<"renameOrganization">> = {
  name: "organization.rename",
  access: "organization.manage",
  postsIn: ({ on }, today) => monthsSince(on, today),
  async load(transaction, { organizationId }, { actor }) {
    await holdTree(transaction, actor.tenantId);
    return standingOrganization(transaction, actor.tenantId, organizationId);
  },
  place: ({ path }) => path,
  decide(state, { name, class: itsClass, on }, { today, closedMonths }) {
    const classChanges = itsClass !== state.class;
    if (!classChanges && name === state.name) return refuse("organization.nothing_changes", {}, "name");
    return (
      changeRefusal(state, on, today) ??
      (classChanges ? closedMonthRefusal(on, closedMonths, "on") : null) ?? { classChanges }
    );
  },
  async save({ transaction }, { classChanges }, { actor, today, now }, input, { path, code }) {
    const { tenantId } = actor;
    const { organizationId, name, class: itsClass, on } = input;
    await beginStretches(transaction, tenantId, on, sql`p.organization_id = ${organizationId}::uuid`, {
      ...unchanged,
      name: sql`${name}::text`,
      class: sql`${itsClass}::text`,
    });
    await sql`UPDATE organization SET name = ${name}, class = ${itsClass}
      WHERE tenant_id = ${tenantId} AND id = ${organizationId}::uuid`.execute(transaction);
    await rewriteSearchWords(transaction, tenantId, { id: organizationId, code });
    if (!classChanges) return;
    await markTreeChanged(transaction, tenantId, on, now);
    await markConcerned(transaction, tenantId, path, on, today, now);
  },
  audit: (_decision, { organizationId, name, class: itsClass, on }, state) => ({
    object: `organization ${organizationId}`,
    before: { name: state.name, class: state.class },
    after: { name, class: itsClass, on },
  }),
  answer: () => ({}),
};
