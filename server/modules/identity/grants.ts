import { type GrantTerms, grantRefusal } from "@dutyloop/domain/identity/grant-rules.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { isLastAdministrator } from "./administrators.ts";

export type NewGrant = {
  accountId: string;
  role: Role;
  organizationId: string;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};
type Granting = { id: string; path: string; endsOn: PlainDate | null; existing: GrantTerms[] };

/** Grants a role on an organisation from a day to a day (SEC-05, SEC-08). */
export const grantRole: UseCase<NewGrant, Granting, Granting, { id: string }> = {
  name: "identity.grant_role",
  access: "grant.manage",
  async load(transaction, { accountId, organizationId }, { actor }) {
    const { tenantId } = actor;
    const account = await transaction
      .selectFrom("account")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", accountId)
      .where("state", "=", "active")
      .select("id")
      .forUpdate()
      .executeTakeFirst();
    const place = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", organizationId)
      .select(["path", "valid_to as endsOn"])
      // Its end must not be decided meanwhile.
      .forShare()
      .executeTakeFirst();
    if (!account || !place) throw notFound();
    const existing = await transaction
      .selectFrom("role_grant")
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .select(["role", "organization_id as organizationId", "valid_from as validFrom", "valid_to as validTo"])
      .execute();
    return { ...place, id: uuidv7(), existing: existing as GrantTerms[] };
  },
  place: (state) => state.path,
  decide(state, input) {
    if (state.endsOn !== null && input.validFrom > state.endsOn)
      return refuse("organization.ended", { to: state.endsOn }, "organizationId");
    return grantRefusal(state.existing, input) ?? state;
  },
  save(saving, { id }, { actor }, input) {
    saving.insert("role_grant", {
      tenant_id: actor.tenantId,
      id,
      account_id: input.accountId,
      role: input.role,
      organization_id: input.organizationId,
      valid_from: input.validFrom,
      valid_to: input.validTo,
    });
  },
  audit: ({ id }, input) => ({ object: `grant ${id}`, after: { ...input } }),
  answer: ({ id }) => ({ id }),
};

type Revoking = { id: string; path: string; accountId: string; validFrom: PlainDate; last: boolean };

/** Takes a grant back at once: its last day was yesterday. The last administrator of a kind keeps his. */
export const revokeGrant: UseCase<{ grantId: string }, Revoking, Revoking, Record<string, never>> = {
  name: "identity.revoke_grant",
  access: "grant.manage",
  async load(transaction, { grantId }, { actor, today }) {
    const grant = await transaction
      .selectFrom("role_grant as granted")
      .innerJoin("organization as place", (join) =>
        join.onRef("place.tenant_id", "=", "granted.tenant_id").onRef("place.id", "=", "granted.organization_id"),
      )
      .where("granted.tenant_id", "=", actor.tenantId)
      .where("granted.id", "=", grantId)
      .where(({ or, eb }) => or([eb("granted.valid_to", "is", null), eb("granted.valid_to", ">=", today)]))
      .select([
        "granted.id",
        "place.path",
        "granted.account_id as accountId",
        "granted.valid_from as validFrom",
        "granted.administrator",
      ])
      .executeTakeFirst();
    if (!grant) throw notFound();
    const last =
      grant.administrator > 0 && (await isLastAdministrator(transaction, actor.tenantId, grant.accountId, today));
    return { ...grant, last };
  },
  place: (state) => state.path,
  decide: (state) => (state.last ? refuse("account.last_administrator") : state),
  async save(saving, { id, validFrom }, { actor, today }) {
    // A grant that began today or later never was: it ends before it begins by being cut to its first day in the past.
    const yesterday = addDays(today, -1);
    const query = saving.transaction
      .updateTable("role_grant")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", id);
    await (validFrom <= yesterday
      ? query.set({ valid_to: yesterday })
      : query.set({ valid_from: yesterday, valid_to: yesterday })
    ).execute();
  },
  audit: ({ id }) => ({ object: `grant ${id}` }),
  answer: () => ({}),
};
