import type { Role } from "@dutyloop/domain/identity/things.ts";
import { addDays } from "@dutyloop/domain/kernel/plain-date.ts";
import { callerFor, grantRole, openAccount } from "../modules/identity/index.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { Caller } from "../platform/ritual/use-case.ts";
import type { DemoCalendar } from "./calendar.ts";

export type NewHolder = {
  readonly signInName: string;
  readonly displayName: string;
  readonly personId?: string;
  readonly role: Role;
  readonly organizationId: string;
};

/** What it takes to open accounts and grant roles in the demo. */
export type Office = {
  readonly workshop: Workshop;
  readonly tenantId: number;
  readonly systemAdministrator: Caller;
  readonly securityAdministrator: Caller;
  readonly password: string;
  readonly calendar: DemoCalendar;
};

/** Opens an account with the demo's password and its one role; answers the account as a caller. */
export async function openFor(office: Office, holder: NewHolder): Promise<Caller> {
  const { workshop, password } = office;
  const { signInName, displayName, personId } = holder;
  const account = await perform(workshop, openAccount, office.systemAdministrator, {
    signInName,
    displayName,
    personId,
    password,
  });
  return grantTo(office, account.id, holder);
}

/** The same where an earlier filling, which was interrupted, may have done it or a part of it. */
export async function openOnce(office: Office, holder: NewHolder): Promise<Caller> {
  const { workshop, tenantId } = office;
  const reading = workshop.database.reading(tenantId);
  const known = await reading
    .selectFrom("account")
    .where("tenant_id", "=", tenantId)
    .where("sign_in_name", "=", holder.signInName)
    .select("id")
    .executeTakeFirst();
  if (!known) return openFor(office, holder);
  const caller = await callerFor(reading, tenantId, known.id, requestId);
  return caller.actor.grants.length > 0 ? caller : grantTo(office, known.id, holder);
}

/** Gives an account a further role; answers it as the caller it is now. */
export function grantAlso(office: Office, caller: Caller, holder: NewHolder): Promise<Caller> {
  return grantTo(office, caller.actor.accountId, holder);
}

async function grantTo(office: Office, accountId: string, holder: NewHolder): Promise<Caller> {
  const { workshop, tenantId, calendar } = office;
  const { personId, role, organizationId } = holder;
  // A supervisor is sent for a limited time.
  const span =
    role === "supervisor"
      ? { validFrom: addDays(calendar.today, -30), validTo: addDays(calendar.today, 60) }
      : { validFrom: personId === undefined ? calendar.groupFrom : calendar.branchesFrom, validTo: null };
  const grant = { accountId, role, organizationId, ...span };
  await perform(workshop, grantRole, office.securityAdministrator, grant);
  return callerFor(workshop.database.reading(tenantId), tenantId, accountId, requestId);
}

/** Somebody with an account, by the name he signs in with. */
export async function callerNamed({ database }: Workshop, tenantId: number, signInName: string): Promise<Caller> {
  const reading = database.reading(tenantId);
  const { id } = await reading
    .selectFrom("account")
    .where("tenant_id", "=", tenantId)
    .where("sign_in_name", "=", signInName)
    .select("id")
    .executeTakeFirstOrThrow();
  return callerFor(reading, tenantId, id, requestId);
}

/** Under this request the demo's acts stand in the audit. */
export const requestId = "demo";
