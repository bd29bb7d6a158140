import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { bindingRefusal } from "@dutyloop/domain/organization/kinds/binding-rules.ts";
import { placementRefusal } from "@dutyloop/domain/organization/organization-rules.ts";
import type { OrganizationKind, Restriction } from "@dutyloop/domain/organization/things.ts";
import { closedMonthRefusal } from "@dutyloop/domain/organization/tree-rules.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { requestTreeCount } from "../../platform/facts/count-requests.ts";
import { markTreeChanged } from "../../platform/facts/tree-changed.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { searchWords } from "./search-words.ts";
import { holdTree, monthsSince, placeBelow } from "./tree/stretches.ts";

export type NewOrganization = {
  parentId: string;
  kind: OrganizationKind;
  class: string | null;
  code: string;
  name: string;
  validFrom: PlainDate;
  /** Project or task of a project or temporary branch, and its planned last day. */
  boundTo?: string | null;
  boundUntil?: PlainDate | null;
  /** The superior's approval, by its number or date. */
  approval?: string | null;
};
type State = {
  id: string;
  parent: {
    path: string;
    kind: OrganizationKind;
    validFrom: PlainDate;
    validTo: PlainDate | null;
    restriction: Restriction | null;
  };
  codeTaken: boolean;
  label: number;
};

/** Sets up an organisation below another from a day on (ORG-24: exactly one parent). */
export const createOrganization: UseCase<NewOrganization, State, State, { id: string; path: string }> = {
  name: "organization.create",
  access: "organization.manage",
  postsIn: ({ validFrom }, today) => monthsSince(validFrom, today),
  async load(transaction, input, { actor }) {
    // Before the parent is looked at: it may be about to move or to end.
    await holdTree(transaction, actor.tenantId);
    const parent = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", input.parentId)
      .select(["path", "kind", "valid_from as validFrom", "valid_to as validTo", "restriction"])
      .executeTakeFirst();
    if (!parent) throw notFound();
    const same = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", actor.tenantId)
      .where("code", "=", input.code)
      .select("id")
      .executeTakeFirst();
    const { rows } = await sql<{ label: number }>`UPDATE tenant SET next_label = next_label + 1
      WHERE tenant_id = ${actor.tenantId} RETURNING next_label - 1 AS label`.execute(transaction);
    return {
      id: uuidv7(),
      parent: {
        ...parent,
        kind: parent.kind as OrganizationKind,
        restriction: parent.restriction as Restriction | null,
      },
      codeTaken: same !== undefined,
      label: rows[0]?.label ?? 0,
    };
  },
  place: ({ parent }) => parent.path,
  decide(state, input, { closedMonths }) {
    if (state.codeTaken) return refuse("organization.code_taken", { code: input.code }, "code");
    const { kind, validFrom, boundTo = null, boundUntil = null, approval = null } = input;
    return (
      placementRefusal({ kind, validFrom, validTo: null }, state.parent) ??
      bindingRefusal({ kind, validFrom, boundTo, boundUntil, approval }) ??
      closedMonthRefusal(validFrom, closedMonths, "validFrom") ??
      state
    );
  },
  async save(saving, { id, label, parent }, { actor, today, now }, input) {
    requestTreeCount(saving, { actor, now });
    const path = `${parent.path}${label}.`;
    const { tenantId } = actor;
    saving.insert("organization", {
      tenant_id: tenantId,
      id,
      parent_id: input.parentId,
      kind: input.kind,
      class: input.class,
      code: input.code,
      name: input.name,
      path,
      label,
      valid_from: input.validFrom,
      valid_to: null,
      restriction: parent.restriction,
      bound_to: input.boundTo ?? null,
      bound_until: input.boundUntil ?? null,
      approval: input.approval ?? null,
    });
    const words = searchWords([input.name], input.code);
    saving.insert("search_entry", { tenant_id: tenantId, entity: "organization", id, path, words });
    await saving.flush();
    await placeBelow(saving.transaction, tenantId, { id, label, ...input });
    if (input.validFrom > today || input.kind === "GROUP") return;
    await markTreeChanged(saving.transaction, tenantId, input.validFrom, now);
  },
  audit: ({ id }, input) => ({ object: `organization ${id}`, after: { ...input } }),
  answer: ({ id, label, parent }) => ({ id, path: `${parent.path}${label}.` }),
};
