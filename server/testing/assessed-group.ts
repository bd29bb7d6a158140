import type { RouteName } from "@dutyloop/contract/routes.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { expect } from "vitest";
import { foldAllScores } from "../modules/assessment/index.ts";
import { foldAllCounts } from "../modules/dashboard/index.ts";
import { createOrganization, type NewOrganization } from "../modules/organization/index.ts";
import { withClient } from "../platform/embedded-postgres/index.ts";
import { perform } from "../platform/ritual/perform.ts";
import { accounts, callerOf, password } from "./accounts.ts";
import { Client, type Got, type Refused, type Sending } from "./client.ts";
import { type Founded, foundedStage } from "./founded.ts";
import { openStage, type Stage } from "./stage.ts";
import { tableMarks } from "./table-marks.ts";

/** A group whose organisations are only there to be assessed: names and codes, no people. */
export type AssessedGroup = Stage &
  Founded & {
    /** The party affairs officer of the top. */
    readonly office: Client;
    organization(code: string, over?: Partial<NewPlace>): Promise<string>;
    caller(signInName: string, role: Role, organizationId?: string): Promise<Client>;
    /** Scores what waits. */
    fold(): Promise<void>;
    /** Counts what waits. */
    count(): Promise<void>;
    query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
    /** Calls, expects to be refused with this code, and that nothing was changed. */
    refused<N extends RouteName>(client: Client, name: N, sending: Sending<N>, code: string): Promise<Refused>;
  };
type NewPlace = Omit<NewOrganization, "code">;

export async function assessedGroup(): Promise<AssessedGroup> {
  const stage = await openStage();
  const group = await foundedStage(stage);
  const { workshop } = stage.application;
  const { tenantId, rootId } = group;
  const officer = await group.account("office", "party_affairs_officer");
  const open = accounts(workshop, tenantId, group.administrators);
  const superUrl = stage.database.superUrl;
  return {
    ...stage,
    ...group,
    office: await group.client("office"),
    async organization(code, over = {}) {
      const place = { parentId: rootId, kind: "BRANCH" as const, class: null, name: code, validFrom: "2026-01-01" };
      const caller = await callerOf(workshop, tenantId, officer);
      return (await perform(workshop, createOrganization, caller, { ...place, code, ...over })).id;
    },
    async caller(signInName, role, organizationId = rootId) {
      await open(signInName, role, organizationId);
      const client = new Client(stage.server);
      await client.signIn(signInName, password, "group");
      return client;
    },
    async fold() {
      await foldAllScores(workshop.database, tenantId, stage.clock());
    },
    async count() {
      await foldAllCounts(workshop.database, tenantId, plainDateIn(stage.clock(), workshop.timeZone));
    },
    query: (text, values = []) => withClient(superUrl, async (client) => (await client.query(text, values)).rows),
    async refused(client, name, sending, code) {
      const before = await tableMarks(superUrl);
      const got = (await client.call(name, sending)) as Got<typeof name>;
      expect(got.refusal.code, got.text).toBe(code);
      expect(await tableMarks(superUrl), code).toEqual(before);
      return got.refusal;
    },
  };
}
