import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { admitPerson } from "../modules/organization/index.ts";
import { perform } from "../platform/ritual/perform.ts";
import { callerOf } from "./accounts.ts";
import { type AssessedGroup, assessedGroup } from "./assessed-group.ts";
import { Client } from "./client.ts";
import { adoptHistorySchemes } from "./history-schemes.ts";

/** A branch of the group and the days it exists on. */
export type HistoryBranch = { readonly id: string; readonly from: PlainDate; readonly to: PlainDate | null };

/** A group in which everything that moves scores can happen. */
export type HistoryGroup = AssessedGroup & {
  /** Grows as branches are set up. */
  readonly branches: HistoryBranch[];
  /** A committee with branches and a 党总支 of its own below it, and one with branches alone. */
  readonly committees: readonly [string, string];
  /** A caller whose token outlives the clock's jumps. */
  readonly officer: Client;
  readonly judges: readonly [Client, Client];
  admit(branchId: string, validFrom: PlainDate): Promise<void>;
};

/** One branch begins within February, one ends within March; the others stand all the time. */
export async function historyGroup(): Promise<HistoryGroup> {
  const group = await assessedGroup();
  const { query, tenantId, rootId, server } = group;
  const { workshop } = group.application;
  const withToken = async (browser: Client) => {
    const client = new Client(server);
    client.token = (await browser.ask("createToken", { body: { name: "test", expiresOn: "2026-12-31" } })).token;
    return client;
  };
  const east = await group.organization("EAST", { kind: "COMMITTEE" });
  const west = await group.organization("WEST", { kind: "COMMITTEE" });
  const general = await group.organization("GENERAL", { kind: "GENERAL_BRANCH", parentId: east });
  const branches: HistoryBranch[] = [];
  const branch = async (code: string, parentId: string, ofClass: string, from = "2026-01-01") => {
    const id = await group.organization(code, { parentId, class: ofClass, validFrom: from });
    branches.push({ id, from, to: code === "ENDED" ? "2026-03-20" : null });
    return id;
  };
  const [a, b, c, d] = [
    await branch("A", east, "生产类"),
    await branch("B", east, "生产类"),
    await branch("C", general, "生产类"),
    await branch("D", west, "管理类"),
  ];
  await branch("YOUNG", west, "生产类", "2026-02-16");
  const ended = await branch("ENDED", east, "生产类");
  for (const [table, key] of [["organization", "id"] as const, ["organization_place", "organization_id"] as const])
    await query(`UPDATE ${table} SET valid_to = '2026-03-20' WHERE ${key} = $1`, [ended]);
  await adoptHistorySchemes(group, east);
  const [account] = await query<{ id: string }>("SELECT id FROM account WHERE sign_in_name = 'office'");
  const admit: HistoryGroup["admit"] = async (organizationId, validFrom) => {
    const person = { name: "member", memberState: "FULL", groupId: null, exemptFromAttendance: false } as const;
    const caller = await callerOf(workshop, tenantId, account?.id as string);
    await perform(workshop, admitPerson, caller, { ...person, organizationId, validFrom });
  };
  for (const id of [a, a, a, b, c, c, d]) await admit(id, "2026-01-01");
  const judge = async (signInName: string) => {
    const browser = await group.caller(signInName, "organizer");
    const [named] = await query<{ id: string }>("SELECT id FROM account WHERE sign_in_name = $1", [signInName]);
    const days = { validFrom: "2026-01-01", validTo: null };
    const body = { indicatorCode: "sampled_records", accountId: named?.id as string, ...days };
    await group.office.ask("nameJudge", { params: { organizationId: rootId }, body });
    return withToken(browser);
  };
  return {
    ...group,
    branches,
    committees: [east, west],
    officer: await withToken(group.office),
    judges: [await judge("judge.first"), await judge("judge.second")],
    admit,
  };
}
