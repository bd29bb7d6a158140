import type { RosterPerson } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import type { FieldCipher } from "../../../platform/fields/field-cipher.ts";
import { addRows, changeRows, type Pen } from "./kept-rows.ts";
import type { Written } from "./write-people.ts";

/**
 * Writes identity numbers and telephones, encrypted before they leave the program. A number that stays stays as it is:
 * only what the file gave is known in the clear.
 */
export async function writePrivateFields(pen: Pen, people: readonly Written[], fields: FieldCipher): Promise<boolean> {
  const { tenantId } = pen.act;
  const sealed = (personId: string, column: string, text: string | null) =>
    text === null ? null : hex(fields.encrypt(text, { tenantId, ownerId: personId, column }));
  const identityOf = ({ id, after, given }: Written) => ({
    identity_number: sealed(id, "identity_number", after.identity === null ? null : given.identity),
    identity_index: after.identity === null ? null : `\\x${after.identity}`,
  });
  const fresh = people.filter(({ after, keys }) => !keys?.hasPrivateFields && (after.identity ?? after.phone) !== null);
  await addRows(
    pen,
    "person_private",
    fresh.map((one) => ({ person_id: one.id, ...identityOf(one), phone: sealed(one.id, "phone", one.after.phone) })),
  );
  const there = people.filter(({ keys }) => keys?.hasPrivateFields);
  const numbers = there
    .filter((one) => isNew(one, "identity"))
    .map((one) => ({ person_id: one.id, ...identityOf(one) }));
  const phones = there
    .filter((one) => isNew(one, "phone"))
    .map(({ id, after }) => ({ person_id: id, phone: sealed(id, "phone", after.phone) }));
  return (
    (await changeRows(pen, "person_private", ["person_id"], numbers)) &&
    (await changeRows(pen, "person_private", ["person_id"], phones))
  );
}

function isNew({ before, after }: Written, field: keyof Pick<RosterPerson, "identity" | "phone">): boolean {
  return before?.[field] !== after[field];
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString("hex")}`;
}
