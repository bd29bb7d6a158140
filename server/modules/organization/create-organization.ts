import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { placementRefusal } from "@dutyloop/domain/organization/organization-rules.ts";
import type { OrganizationKind, Restriction } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { searchWords } from "./search-words.ts";

export type NewOrganization = {
  parentId: string;
  kind: OrganizationKind;
  class: string | null;
  code: string;
  name: string;
  validFrom: PlainDate;
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
  async load(transaction, input, { actor }) {
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
  decide(state, input) {
    if (state.codeTaken) return refuse("organization.code_taken", { code: input.code }, "code");
    const child = { kind: input.kind, validFrom: input.validFrom, validTo: null };
    return placementRefusal(child, state.parent) ?? state;
  },
  save(saving, { id, label, parent }, { actor }, input) {
    const path = `${parent.path}${label}.`;
    const place = {
      tenant_id: actor.tenantId,
      valid_from: input.validFrom,
      valid_to: null,
      parent_id: input.parentId,
      path,
      name: input.name,
      class: input.class,
    };
    saving.insert("organization", {
      ...place,
      id,
      kind: input.kind,
      code: input.code,
      label,
      restriction: parent.restriction,
    });
    saving.insert("organization_place", { ...place, organization_id: id });
    saving.insert("search_entry", {
      tenant_id: actor.tenantId,
      entity: "organization",
      id,
      path,
      words: searchWords([input.name], input.code),
    });
  },
  audit: ({ id }, input) => ({ object: `organization ${id}`, after: { ...input } }),
  answer: ({ id, label, parent }) => ({ id, path: `${parent.path}${label}.` }),
};
