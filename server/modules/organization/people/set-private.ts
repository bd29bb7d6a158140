import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { readIdentityNumber } from "@dutyloop/domain/organization/identity-number.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Context, UseCase } from "../../../platform/ritual/use-case.ts";
import { lockPerson } from "./person-place.ts";
import { masked, type PrivateFields, privateFieldsOf } from "./private-rows.ts";

type Input = {
  readonly personId: string;
  readonly identityNumber?: string | null | undefined;
  readonly phone?: string | null | undefined;
};
type State = { readonly path: string; readonly before: PrivateFields; readonly taken: boolean };

/** Enters or clears a person's identity number and telephone; they are encrypted before they leave the program. */
export const setPrivateFields: UseCase<Input, State, PrivateFields, Answer<"setPrivateFields">> = {
  name: "organization.set_private",
  access: "person.manage",
  async load(transaction, input, context) {
    const { actor, fields, today } = context;
    const where = { tenantId: actor.tenantId, personId: input.personId, on: today };
    await lockPerson(transaction, where.tenantId, where.personId);
    const person = await privateFieldsOf(transaction, fields, where);
    if (!person) throw notFound();
    const number = input.identityNumber ?? null;
    const taken = number !== null && (await isTaken(transaction, context, input.personId, number));
    return { path: person.path, before: person.fields, taken };
  },
  place: ({ path }) => path,
  decide({ before, taken }, { identityNumber, phone }) {
    const number = identityNumber?.toUpperCase() ?? identityNumber;
    // The number itself is never repeated: a refusal is logged.
    if (number && readIdentityNumber(number) === null)
      return refuse("person.identity_number_invalid", {}, "identityNumber");
    if (number === "") return refuse("person.identity_number_invalid", {}, "identityNumber");
    if (taken) return refuse("person.identity_number_taken", {}, "identityNumber");
    return {
      identityNumber: number === undefined ? before.identityNumber : number,
      phone: phone === undefined ? before.phone : phone,
    };
  },
  save(saving, { identityNumber, phone }, { actor, fields }, { personId }) {
    const { tenantId } = actor;
    const closed = (column: string, text: string | null) =>
      text === null ? null : fields.encrypt(text, { tenantId, ownerId: personId, column }).toString("hex");
    const index = identityNumber === null ? null : fields.blindIndex(identityNumber, tenantId).toString("hex");
    saving.change(sql`
      INSERT INTO person_private (tenant_id, person_id, identity_number, identity_index, phone)
      VALUES (${tenantId}, ${personId}::uuid, decode(${closed("identity_number", identityNumber)}, 'hex'),
        decode(${index}, 'hex'), decode(${closed("phone", phone)}, 'hex'))
      ON CONFLICT (tenant_id, person_id) DO UPDATE SET identity_number = excluded.identity_number,
        identity_index = excluded.identity_index, phone = excluded.phone`);
  },
  audit: (_fields, { personId }) => ({ object: `person ${personId}` }),
  // Only what was sent: whoever enters one field may not read the other.
  answer: (fields, { identityNumber, phone }) =>
    masked({
      identityNumber: identityNumber === undefined ? null : fields.identityNumber,
      phone: phone === undefined ? null : fields.phone,
    }),
};

/** Whether another person of the group has the number; two who enter it at once wait for each other. */
async function isTaken(
  transaction: Transaction,
  { actor, fields }: Context,
  personId: string,
  number: string,
): Promise<boolean> {
  const index = fields.blindIndex(number, actor.tenantId).toString("hex");
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${index}, ${actor.tenantId}))`.execute(transaction);
  const { rows } = await sql`SELECT 1 FROM person_private WHERE tenant_id = ${actor.tenantId}
    AND identity_index = decode(${index}, 'hex') AND person_id <> ${personId}::uuid`.execute(transaction);
  return rows.length > 0;
}
