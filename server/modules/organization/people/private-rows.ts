import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { maskedIdentityNumber, maskedPhone } from "@dutyloop/domain/organization/private-things.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import type { FieldCipher } from "../../../platform/fields/field-cipher.ts";

export type PrivateFields = { readonly identityNumber: string | null; readonly phone: string | null };
export type PersonOfPlace = { readonly path: string; readonly fields: PrivateFields };

/**
 * The private fields of a person in the clear, with the path of the branch that answers for him: where he is a member on
 * the day, else where he was last. Null where nobody has this id.
 */
export async function privateFieldsOf(
  database: ReadDatabase | Transaction,
  cipher: FieldCipher,
  { tenantId, personId, on }: { tenantId: number; personId: string; on: PlainDate },
): Promise<PersonOfPlace | null> {
  const { rows } = await sql<{ path: string; identityNumber: Buffer | null; phone: Buffer | null }>`
    SELECT o.path, v.identity_number AS "identityNumber", v.phone FROM membership m
    JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    LEFT JOIN person_private v ON v.tenant_id = m.tenant_id AND v.person_id = m.person_id
    WHERE m.tenant_id = ${tenantId} AND m.person_id = ${personId}::uuid
    ORDER BY m.valid_from <= ${on} DESC, abs(m.valid_from - ${on}::date), m.id LIMIT 1`.execute(database);
  const [row] = rows;
  if (!row) return null;
  const open = (column: string, value: Buffer | null) =>
    value === null ? null : cipher.decrypt(value, { tenantId, ownerId: personId, column });
  const fields = { identityNumber: open("identity_number", row.identityNumber), phone: open("phone", row.phone) };
  return { path: row.path, fields };
}

export function masked({ identityNumber, phone }: PrivateFields): PrivateFields {
  return {
    identityNumber: identityNumber === null ? null : maskedIdentityNumber(identityNumber),
    phone: phone === null ? null : maskedPhone(phone),
  };
}
