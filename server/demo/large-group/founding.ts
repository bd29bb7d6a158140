import type { Role } from "@dutyloop/domain/identity/things.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { foundGroup } from "../../modules/identity/index.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { callerNamed, type Office, requestId } from "../accounts.ts";
import { demoCalendar } from "../calendar.ts";
import { largeGroup } from "./companies.ts";

export type Holder = {
  readonly role: Role;
  readonly signInName: string;
  readonly displayName: string;
  readonly organizationName: string;
};
type Founded = { readonly office: Office; readonly rootId: string; readonly administrators: readonly Holder[] };

/**
 * Founds the group, or finds the one that an interrupted filling has founded. The clock of the office stands at the
 * moment of founding, so that whoever goes on another day fills in the same.
 */
export async function foundOnce(workshop: Workshop, password: string, newName: () => string): Promise<Founded> {
  const { database, timeZone } = workshop;
  const administrator = (signInName: string) => ({ signInName, displayName: newName(), password });
  const [system, security, audit] = [administrator("system"), administrator("security"), administrator("audit")];
  const known = await database.outside
    .selectFrom("tenant")
    .where("code", "=", largeGroup.code)
    .select(["tenant_id", "founded_at"])
    .executeTakeFirst();
  const foundedAt = known?.founded_at ?? workshop.clock();
  const standing: Workshop = { ...workshop, clock: () => foundedAt, wake: () => {}, announce: () => {} };
  const calendar = demoCalendar(plainDateIn(foundedAt, timeZone), timeZone);
  const group = { code: largeGroup.code, name: largeGroup.name, from: calendar.groupFrom };
  const three = { systemAdministrator: system, securityAdministrator: security, auditAdministrator: audit };
  const tenantId = known?.tenant_id ?? (await foundGroup(standing, { ...group, ...three }, requestId)).tenantId;
  const { id: rootId } = await database
    .reading(tenantId)
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("parent_id", "is", null)
    .select("id")
    .executeTakeFirstOrThrow();
  const office: Office = {
    workshop: standing,
    tenantId,
    password,
    calendar,
    systemAdministrator: await callerNamed(standing, tenantId, system.signInName),
    securityAdministrator: await callerNamed(standing, tenantId, security.signInName),
  };
  const holder = (role: Role, { signInName, displayName }: typeof system): Holder => ({
    role,
    signInName,
    displayName,
    organizationName: largeGroup.name,
  });
  const administrators = [
    holder("system_administrator", system),
    holder("security_administrator", security),
    holder("audit_administrator", audit),
  ];
  return { office, rootId, administrators };
}
