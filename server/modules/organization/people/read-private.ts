import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import type { ReadingPurpose } from "@dutyloop/domain/organization/private-things.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { masked, type PersonOfPlace, privateFieldsOf } from "./private-rows.ts";

/** One person's private fields, masked. */
export async function getPrivateFields(request: ReadRequest<"getPrivateFields">): Promise<Answer<"getPrivateFields">> {
  const { database, tenantId, scope, params, fields, today } = request;
  const person = await privateFieldsOf(database, fields, { tenantId, personId: params.personId, on: today });
  if (!person || !covers(scope, person.path)) throw notFound();
  return masked(person.fields);
}

type Input = { readonly personId: string; readonly purpose: ReadingPurpose };

/** Shows one person's private fields in the clear: who did it, of whom and what for stands in the audit. */
export const readPrivateFields: UseCase<Input, PersonOfPlace, PersonOfPlace, Answer<"readPrivateFields">> = {
  name: "organization.read_private",
  access: "person.read_private",
  async load(transaction, { personId }, { actor, fields, today }) {
    const where = { tenantId: actor.tenantId, personId, on: today };
    const person = await privateFieldsOf(transaction, fields, where);
    if (!person) throw notFound();
    return person;
  },
  place: ({ path }) => path,
  decide: (person) => person,
  save() {},
  audit: (_person, { personId, purpose }) => ({ object: `person ${personId} ${purpose}` }),
  answer: ({ fields }) => fields,
};
