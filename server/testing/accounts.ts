import type { Role } from "@dutyloop/domain/identity/things.ts";
import { callerFor, grantRole, openAccount } from "../modules/identity/index.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { Caller } from "../platform/ritual/use-case.ts";

export const password = "Ringing-42-bells";

export function callerOf(workshop: Workshop, tenantId: number, accountId: string): Promise<Caller> {
  return callerFor(workshop.database.reading(tenantId), tenantId, accountId, "test");
}

/** Opens an account with one role and answers its id. */
export type OpenAccount = (
  signInName: string,
  role: Role,
  organizationId: string,
  days?: [string, string | null],
) => Promise<string>;

export function accounts(
  workshop: Workshop,
  tenantId: number,
  administrators: Readonly<Record<string, string>>,
): OpenAccount {
  return async (signInName, role, organizationId, [validFrom, validTo] = ["2026-01-01", "2026-12-31"]) => {
    const as = (kind: string) => callerOf(workshop, tenantId, administrators[kind] as string);
    const { id } = await perform(workshop, openAccount, await as("system_administrator"), {
      signInName,
      displayName: role,
      password,
    });
    const grant = { accountId: id, role, organizationId, validFrom, validTo };
    await perform(workshop, grantRole, await as("security_administrator"), grant);
    return id;
  };
}
