import type { Role } from "@dutyloop/domain/identity/things.ts";
import { callerFor, foundGroup, grantRole, openAccount } from "../server/modules/identity/index.ts";
import { perform, type Workshop } from "../server/platform/ritual/perform.ts";
import type { Caller } from "../server/platform/ritual/use-case.ts";

/** Of every account of a group under load. */
export const loadPassword = "Load-and-drill-2026";

export type Founded = {
  readonly tenantId: number;
  readonly rootId: string;
  /** Opens an account with one role and acts for it. */
  signUp(signInName: string, role: Role, organizationId: string): Promise<Caller>;
};

/** Founds a group with its top organisation and its three administrators. */
export async function foundLoadedGroup(workshop: Workshop, code: string, from: string): Promise<Founded> {
  const administrator = (signInName: string, displayName: string) => ({
    signInName,
    displayName,
    password: loadPassword,
  });
  const { tenantId, rootId, administrators } = await foundGroup(
    workshop,
    {
      code,
      name: "测试集团党委",
      from,
      systemAdministrator: administrator("sys", "系统管理员"),
      securityAdministrator: administrator("sec", "安全管理员"),
      auditAdministrator: administrator("aud", "审计管理员"),
    },
    "load",
  );
  const as = (accountId: string) => callerFor(workshop.database.reading(tenantId), tenantId, accountId, "load");
  const system = await as(administrators.system_administrator);
  const security = await as(administrators.security_administrator);
  return {
    tenantId,
    rootId,
    async signUp(signInName, role, organizationId) {
      const account = { signInName, displayName: signInName, password: loadPassword };
      const { id } = await perform(workshop, openAccount, system, account);
      await perform(workshop, grantRole, security, {
        accountId: id,
        role,
        organizationId,
        validFrom: from,
        validTo: null,
      });
      return as(id);
    },
  };
}
