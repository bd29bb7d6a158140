import type { Role } from "@dutyloop/domain/identity/things.ts";
import { foundGroup } from "../modules/identity/index.ts";
import { accounts, password } from "./accounts.ts";
import { Client } from "./client.ts";
import type { Stage } from "./stage.ts";

/** A group with nothing but its top organisation and the three administrators system, security and audit. */
export type Founded = {
  readonly tenantId: number;
  readonly rootId: string;
  readonly administrators: Record<string, string>;
  /** Opens an account with one role at the top and answers its id. */
  account(signInName: string, role: Role, days?: [string, string | null]): Promise<string>;
  client(signInName: string): Promise<Client>;
};

export async function foundedStage(stage: Stage, code = "group"): Promise<Founded> {
  const administrator = (signInName: string) => ({ signInName, displayName: signInName, password });
  const { workshop } = stage.application;
  const founded = await foundGroup(
    workshop,
    {
      code,
      name: code,
      from: "2026-01-01",
      systemAdministrator: administrator("system"),
      securityAdministrator: administrator("security"),
      auditAdministrator: administrator("audit"),
    },
    "founding",
  );
  await stage.application.installLibrary();
  const open = accounts(workshop, founded.tenantId, founded.administrators);
  return {
    ...founded,
    account: (signInName, role, days) => open(signInName, role, founded.rootId, days),
    async client(signInName) {
      const client = new Client(stage.server);
      const got = await client.signIn(signInName, password, code);
      if (got.status !== 200) throw new Error(got.text);
      return client;
    },
  };
}
