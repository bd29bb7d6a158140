import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { PersonField } from "@dutyloop/domain/organization/roster/check-people.ts";
import type { RosterEmployment, RosterPerson } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import { v7 as uuidv7 } from "uuid";
import type { FieldCipher } from "../../../platform/fields/field-cipher.ts";
import type { CheckedRoster } from "../roster/check-roster.ts";
import type { Placed } from "../roster/organization-state.ts";
import type { PersonKeys } from "../roster/people-state.ts";
import { addRows, changeRows, type Pen } from "./kept-rows.ts";
import { type Change, pick } from "./order.ts";
import { writePrivateFields } from "./write-private.ts";

type Ids = ReadonlyMap<string, Placed>;
export type PeopleWriting = {
  readonly fields: FieldCipher;
  readonly effectiveOn: PlainDate;
  readonly organizations: Ids;
  readonly units: Ids;
};
/** Somebody who is new or changes, with the keys of his rows. */
export type Written = Change<PersonField, RosterPerson> & { readonly id: string; readonly keys: PersonKeys | null };

/** Adds and changes people; answers the id of each by number, or null where one isn't as he was read. */
export async function writePeople(
  pen: Pen,
  { people, state }: CheckedRoster,
  writing: PeopleWriting,
): Promise<ReadonlyMap<string, string> | null> {
  const keysOf = (person: RosterPerson | null) => (person && state.people.keys.get(person)) ?? null;
  const added = pick(people, "added").map((change): Written => ({ ...change, id: uuidv7(), keys: null }));
  const changed = pick(people, "changed").flatMap((change): Written[] => {
    const keys = keysOf(change.before);
    return keys ? [{ ...change, id: keys.id, keys }] : [];
  });
  await addRows(pen, "person", added.map(personRow));
  if (!(await changeRows(pen, "person", ["id"], changed.filter(isPlainChange).map(changedRow)))) return null;
  if (!(await writePrivateFields(pen, [...added, ...changed], writing.fields))) return null;
  if (!(await writeMemberships(pen, added, changed, writing.organizations))) return null;
  if (!(await writeEmployments(pen, [...added, ...changed], writing))) return null;
  const ids = new Map([...state.people.byNumber].map(([number, person]) => [number, keysOf(person)?.id ?? ""]));
  for (const { after, id } of [...added, ...changed]) ids.set(after.number ?? "", id);
  return ids;
}

const changedRow = ({ id, after }: Written) => ({
  id,
  name: after.name,
  number: after.number,
  sex: after.sex,
  born_on: after.bornOn,
  joined_on: after.joinedOn,
  standing_from: after.standingFrom,
});
const personRow = (written: Written) => ({ ...changedRow(written), exempt_from_attendance: false });

function isPlainChange({ before, after }: Written): boolean {
  const fields = ["name", "number", "sex", "bornOn", "joinedOn", "standingFrom"] as const;
  return fields.some((field) => before?.[field] !== after[field]);
}

async function writeMemberships(
  pen: Pen,
  added: readonly Written[],
  changed: readonly Written[],
  organizations: Ids,
): Promise<boolean> {
  const idOf = (code: string | null | undefined) => (code ? (organizations.get(code)?.id ?? null) : null);
  await addRows(
    pen,
    "membership",
    added.map(({ id, after: { memberships } }) => ({
      id: uuidv7(),
      person_id: id,
      organization_id: idOf(memberships[0]?.branchCode),
      group_id: idOf(memberships[0]?.groupCode),
      state: memberships[0]?.state,
      valid_from: memberships[0]?.validFrom,
      valid_to: null,
    })),
  );
  const regrouped = changed.filter(
    ({ before, after }) => before?.memberships[0]?.groupCode !== after.memberships[0]?.groupCode,
  );
  const rows = regrouped.map(({ keys, after }) => ({
    id: keys?.membershipId,
    group_id: idOf(after.memberships[0]?.groupCode),
  }));
  return changeRows(pen, "membership", ["id"], rows);
}

type Move = { readonly written: Written; readonly before: RosterEmployment | null; readonly after: RosterEmployment };

/** An employment that begins on the day is written anew; any other ends the day before, and a new one begins. */
async function writeEmployments(pen: Pen, people: readonly Written[], writing: PeopleWriting): Promise<boolean> {
  const { effectiveOn } = writing;
  const moves = people.flatMap((written): Move[] => {
    const [before, after] = [written.before?.employment ?? null, written.after.employment];
    return after === null || after === before ? [] : [{ written, before, after }];
  });
  const rewritten = moves.filter(({ before }) => before?.validFrom === effectiveOn);
  const begun = moves.filter(({ before }) => before?.validFrom !== effectiveOn);
  const ended = people.filter(
    ({ before, after }) =>
      before?.employment && before.employment !== after.employment && before.employment.validFrom < effectiveOn,
  );
  const dayBefore = addDays(effectiveOn, -1);
  const ends = ended.map(({ keys }) => ({ id: keys?.employment?.id, valid_to: dayBefore }));
  if (!(await changeRows(pen, "employment", ["id"], ends))) return false;
  const rewrites = rewritten.map((move) => ({ id: move.written.keys?.employment?.id, ...workOf(move, writing) }));
  if (!(await changeRows(pen, "employment", ["id"], rewrites))) return false;
  await addRows(
    pen,
    "employment",
    begun.map((move) => ({
      id: uuidv7(),
      person_id: move.written.id,
      valid_from: move.after.validFrom,
      ...workOf(move, writing),
    })),
  );
  return true;
}

function workOf({ written, after }: Move, { units }: PeopleWriting) {
  const unit = after.unitCode === null ? null : units.get(after.unitCode);
  return {
    unit_id: unit?.id ?? written.keys?.employment?.unitId,
    position: after.position,
    leads_unit: after.leads === "true",
    valid_to: written.keys?.employment?.validTo ?? null,
  };
}
