import { randomUUID } from "node:crypto";
import { callerFor } from "../modules/identity/index.ts";
import type { Workshop } from "../platform/ritual/perform.ts";
import type { Caller } from "../platform/ritual/use-case.ts";
import { NotNamed } from "./find-group.ts";

/** The account of this sign-in name as a caller. Throws NotNamed. */
export async function callerNamed({ database }: Workshop, tenantId: number, signInName: string): Promise<Caller> {
  const reading = database.reading(tenantId);
  const account = await reading
    .selectFrom("account")
    .where("tenant_id", "=", tenantId)
    .where((where) => where(where.fn("lower", ["sign_in_name"]), "=", signInName.toLowerCase()))
    .where("state", "=", "active")
    .select("id")
    .executeTakeFirst();
  if (!account) throw new NotNamed(`没有这个账号 / no such account: ${signInName}`);
  return callerFor(reading, tenantId, account.id, `cli-${randomUUID()}`);
}
