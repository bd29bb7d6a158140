import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { AssessedGroup } from "./assessed-group.ts";

/**
 * An organisation whose first day lies before months that have been closed since, as databases of earlier versions hold
 * them: by the rules of today nobody can be entered into a closed month.
 */
export async function stoodSince(
  { organization, query }: Pick<AssessedGroup, "organization" | "query">,
  code: string,
  since: PlainDate,
  over: NonNullable<Parameters<AssessedGroup["organization"]>[1]>,
): Promise<string> {
  const id = await organization(code, over);
  for (const [table, key] of [["organization", "id"] as const, ["organization_place", "organization_id"] as const])
    await query(`UPDATE ${table} SET valid_from = $2 WHERE ${key} = $1`, [id, since]);
  return id;
}
