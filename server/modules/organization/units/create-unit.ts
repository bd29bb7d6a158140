import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { unitLifeRefusal } from "@dutyloop/domain/organization/gaps/unit-rules.ts";
import type { UnitKind } from "@dutyloop/domain/organization/unit-things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { topPath } from "../../../platform/access/place.ts";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { holdTree } from "../tree/stretches.ts";
import { type StandingUnit, unitOf } from "./unit-places.ts";

export type NewUnit = {
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};
type State = {
  readonly id: string;
  readonly parent: StandingUnit | null;
  readonly place: string;
  readonly codeTaken: boolean;
  readonly label: number;
};

/** Sets up an administrative unit below another, or at the top; below a restricted one it is restricted too (PRV-22). */
export const createUnit: UseCase<NewUnit, State, State, Answer<"createUnit">> = {
  name: "organization.create_unit",
  access: "organization.manage",
  async load(transaction, { parentId, code }, { actor, today }) {
    const { tenantId } = actor;
    await holdTree(transaction, tenantId);
    const parent = parentId === null ? null : await unitOf(transaction, tenantId, parentId, today);
    const { rows } = await sql<{ label: number; taken: boolean }>`
      UPDATE tenant SET next_label = next_label + 1 WHERE tenant_id = ${tenantId}
      RETURNING next_label - 1 AS label, EXISTS (SELECT 1 FROM unit WHERE tenant_id = ${tenantId} AND code = ${code}) AS taken`.execute(
      transaction,
    );
    return {
      id: uuidv7(),
      parent,
      place: parent?.place ?? (await topPath(transaction, tenantId)),
      codeTaken: rows[0]?.taken ?? false,
      label: rows[0]?.label ?? 0,
    };
  },
  place: ({ place }) => place,
  decide(state, input) {
    if (state.codeTaken) return refuse("unit.code_taken", { code: input.code }, "code");
    return unitLifeRefusal(input, state.parent) ?? state;
  },
  save(saving, { id, parent, label }, { actor, now }, input) {
    requestTreeCount(saving, { actor, now });
    saving.insert("unit", {
      tenant_id: actor.tenantId,
      id,
      parent_id: input.parentId,
      kind: input.kind,
      code: input.code,
      name: input.name,
      region: input.region ?? parent?.region ?? null,
      restriction: parent?.restriction ?? null,
      path: `${parent?.path ?? ""}${label}.`,
      label,
      valid_from: input.validFrom,
      valid_to: input.validTo,
    });
  },
  audit: ({ id }, input) => ({ object: `unit ${id}`, after: { ...input } }),
  answer: ({ id }) => ({ id }),
};
