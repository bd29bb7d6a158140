import { isRefusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { MemberFile } from "@dutyloop/domain/organization/member-things.ts";
import { type PersonDetails, personRefusal } from "@dutyloop/domain/organization/members/person-rules.ts";
import { sql } from "kysely";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { lockPerson, placeOfPerson } from "./person-place.ts";
import { isNumberTaken } from "./staff-number.ts";

type Details = PersonDetails & {
  readonly name: string;
  readonly number: string | null;
  readonly sex: "F" | "M" | null;
  readonly exemptFromAttendance: boolean;
  readonly fileKept: MemberFile | null;
};
type Input = { readonly personId: string } & { readonly [K in keyof Details]?: Details[K] | undefined };
type State = { readonly path: string; readonly before: Details; readonly numberTaken: boolean };

/** Changes what is entered about a person; what isn't named stays. */
export const changePerson: UseCase<Input, State, Details, Record<string, never>> = {
  name: "organization.change_person",
  access: "person.manage",
  async load(transaction, { personId, number }, { actor, today }) {
    const { tenantId } = actor;
    await lockPerson(transaction, tenantId, personId);
    const place = await placeOfPerson(transaction, { tenantId, personId, on: today });
    if (!place) throw notFound();
    const { rows } = await sql<Details>`
      SELECT name, number, sex, born_on AS "bornOn", joined_on AS "joinedOn", standing_from AS "standingFrom",
        exempt_from_attendance AS "exemptFromAttendance", file_kept AS "fileKept"
      FROM person WHERE tenant_id = ${tenantId} AND id = ${personId}::uuid`.execute(transaction);
    const [before] = rows;
    if (!before) throw notFound();
    const taken = number && number !== before.number && (await isNumberTaken(transaction, tenantId, number));
    return { path: place.path, before, numberTaken: Boolean(taken) };
  },
  place: ({ path }) => path,
  decide({ before, numberTaken }, { personId: _personId, ...given }, { today }) {
    if (numberTaken) return refuse("person.number_taken", {}, "number");
    const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const after: Details = { ...before, ...named };
    const refusal = personRefusal(after, today);
    return isRefusal(refusal) ? refusal : after;
  },
  save(saving, after, { actor }, { personId }) {
    saving.change(sql`UPDATE person SET name = ${after.name}, number = ${after.number}, sex = ${after.sex},
      born_on = ${after.bornOn}, joined_on = ${after.joinedOn}, standing_from = ${after.standingFrom},
      exempt_from_attendance = ${after.exemptFromAttendance}, file_kept = ${after.fileKept}
      WHERE tenant_id = ${actor.tenantId} AND id = ${personId}::uuid`);
  },
  // Which fields, not what stands in them: the audit can't be erased.
  audit: (_after, { personId, ...given }) => ({
    object: `person ${personId}`,
    after: { changed: Object.keys(given).toSorted() },
  }),
  answer: () => ({}),
};
