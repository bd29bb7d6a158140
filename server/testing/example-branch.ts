import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { RouteName } from "@dutyloop/contract/routes.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { expect } from "vitest";
import { foldAllScores } from "../modules/assessment/index.ts";
import { issuePlan, postDueFacts } from "../modules/duties/index.ts";
import { grantRole } from "../modules/identity/index.ts";
import { admitPerson, appoint, createOrganization } from "../modules/organization/index.ts";
import { withClient } from "../platform/embedded-postgres/index.ts";
import { perform } from "../platform/ritual/perform.ts";
import type { UseCase } from "../platform/ritual/use-case.ts";
import { accounts, callerOf } from "./accounts.ts";
import { Client, type Sending } from "./client.ts";
import { type Founded, foundedStage } from "./founded.ts";
import type { Stage } from "./stage.ts";
import { tableMarks } from "./table-marks.ts";

/** A branch of the worked example with its 党小组. */
export type ExampleBranch = { readonly id: string; readonly groupIds: readonly [string, string] };

/** The group of worked example 1: a branch of nine full members with a committee and two 党小组, and one like it. */
export type Example = Stage & {
  readonly group: Founded;
  readonly tenantId: number;
  readonly rootId: string;
  readonly branch: ExampleBranch;
  readonly other: ExampleBranch;
  /** A caller with a token: tests move the clock farther than a session lives. */
  client(signInName: string, role: Role, organizationId: string): Promise<Client>;
  /** Gives a caller one more role. */
  grant(signInName: string, role: Role, organizationId: string): Promise<void>;
  /** Holds a meeting and enters it on the day the clock shows. */
  enter(client: Client, branch: ExampleBranch, meeting: HeldMeeting): Promise<string>;
  /** Assesses the whole group by a scheme of the library as well, from the year's first day. */
  adopt(scheme: string): Promise<void>;
  /** Posts what fell due, and scores all that waits. */
  settle(): Promise<void>;
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Asks, and checks that it left exactly one audit entry. */
  audited<N extends RouteName>(client: Client, name: N, sending: Sending<N>): Promise<Answer<N>>;
  /** The code it is refused with; nothing is changed. */
  refused<N extends RouteName>(client: Client, name: N, sending: Sending<N>): Promise<string>;
};
export type HeldMeeting = {
  readonly template: string;
  readonly on: string;
  readonly groupId?: string;
  readonly lateReason?: string | null;
};

const from = "2026-01-01";

export async function openExample(stage: Stage): Promise<Example> {
  const group = await foundedStage(stage);
  const { workshop } = stage.application;
  const { tenantId, rootId } = group;
  const office = await group.account("office", "party_affairs_officer");
  const act = async <I, S, D, A>(useCase: UseCase<I, S, D, A>, input: I): Promise<A> =>
    perform(workshop, useCase, await callerOf(workshop, tenantId, office), input);
  const place = async (kind: OrganizationKind, code: string, parentId: string) => {
    const ofClass = kind === "BRANCH" ? "生产类" : null;
    return (await act(createOrganization, { parentId, kind, class: ofClass, code, name: code, validFrom: from })).id;
  };
  const branch = async (code: string): Promise<ExampleBranch> => {
    const id = await place("BRANCH", code, rootId);
    const groupIds = [await place("GROUP", `${code}-1`, id), await place("GROUP", `${code}-2`, id)] as const;
    const posts = ["SECRETARY", "ORGANIZATION_MEMBER", "PUBLICITY_MEMBER"] as const;
    for (let number = 0; number < 9; number += 1) {
      const groupId = groupIds[number % 2] as string;
      const admission = { organizationId: id, name: `${code}${number}`, memberState: "FULL", groupId } as const;
      const { personId } = await act(admitPerson, { ...admission, validFrom: from, exemptFromAttendance: false });
      const post = posts[number];
      if (post) await act(appoint, { organizationId: id, personId, post, validFrom: from, validTo: null });
    }
    return { id, groupIds };
  };
  const [first, second] = [await branch("first"), await branch("second")];
  const templateCodes = ["general_meeting", "committee_meeting", "group_meeting", "party_lecture"];
  await act(issuePlan, { organizationId: rootId, year: 2026, name: "plan", templateCodes });
  const query: Example["query"] = (text, values = []) =>
    withClient(stage.database.superUrl, async (client) => (await client.query(text, values)).rows as never);
  const openAccount = accounts(workshop, tenantId, group.administrators);
  return {
    ...stage,
    group,
    tenantId,
    rootId,
    branch: first,
    other: second,
    async client(signInName, role, organizationId) {
      await openAccount(signInName, role, organizationId);
      const browser = await group.client(signInName);
      const client = new Client(stage.server);
      const { token } = await browser.ask("createToken", { body: { name: "test", expiresOn: "2026-12-31" } });
      client.token = token;
      return client;
    },
    async grant(signInName, role, organizationId) {
      const [account] = await query<{ id: string }>("SELECT id FROM account WHERE sign_in_name = $1", [signInName]);
      const security = await callerOf(workshop, tenantId, group.administrators.security_administrator as string);
      const days = { validFrom: from, validTo: null };
      await perform(workshop, grantRole, security, { accountId: account?.id ?? "", role, organizationId, ...days });
    },
    enter: enterMeeting,
    async settle() {
      await postDueFacts(workshop, tenantId);
      await foldAllScores(workshop.database, tenantId, stage.clock());
    },
    query,
    async audited(client, name, sending) {
      const entries = () => query("SELECT 1 FROM audit_entry");
      const before = await entries();
      const answer = await client.ask(name, sending);
      expect(await entries()).toHaveLength(before.length + 1);
      return answer;
    },
    async refused(client, name, sending) {
      const before = await tableMarks(stage.database.superUrl);
      const { refusal } = await client.call(name, sending);
      expect(await tableMarks(stage.database.superUrl)).toEqual(before);
      return refusal.code;
    },
    async adopt(scheme) {
      await query(
        `INSERT INTO scheme_adoption (tenant_id, organization_id, scheme_code, period_from, scheme_version, adopted_at)
         VALUES ($1, $2, $3, '2026-01-01', 1, now())`,
        [tenantId, rootId, scheme],
      );
    },
  };
}

async function enterMeeting(
  client: Client,
  branch: ExampleBranch,
  { template, on, groupId, lateReason = "会后漏录" }: HeldMeeting,
): Promise<string> {
  const params = { organizationId: branch.id };
  const subjectId = groupId ?? branch.id;
  const { roster } = await client.ask("getRecordForm", { params, query: { template, subjectId, on } });
  const answer = await client.ask("submitRecord", {
    params,
    body: {
      subjectId,
      templateCodes: [template],
      title: template,
      occurredOn: on,
      startTime: "14:00",
      endTime: "15:00",
      place: "room",
      chairId: null,
      recorderId: null,
      lecturer: "lecturer",
      minutes: "学习安全生产月活动方案，讨论工器具双人复核，党员领题三项，责任到人。",
      topics: ["party_business"],
      resolutions: [],
      attendance: roster.map(({ personId }) => ({ personId, presence: "present" as const, reason: null })),
      guests: [],
      fileIds: [],
      lateReason,
    },
    headers: { "idempotency-key": `enter-${template}-${subjectId.slice(-12)}-${on}` },
  });
  return answer.recordId;
}
