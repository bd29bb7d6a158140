import { randomUUID } from "node:crypto";
import type { Body } from "@dutyloop/contract/endpoints.ts";
import { type AssessedGroup, assessedGroup } from "./assessed-group.ts";
import { Client } from "./client.ts";

export type JointHost = { readonly id: string; readonly name: string; readonly personIds: readonly string[] };
/** Branches of one 党总支 that hold events together, and whoever enters for all of them. */
export type JointBranches = AssessedGroup & {
  readonly generalId: string;
  readonly hosts: readonly JointHost[];
  readonly secretary: Client;
  /** A caller with a token that outlives the clock's jumps. */
  lasting(signInName: string, role: Parameters<AssessedGroup["caller"]>[1], organizationId?: string): Promise<Client>;
};

/** Branches with so many full members each, all of whom owe 主题党日, 党课 and 党员大会 of 2026. */
export async function jointBranches(sizes: readonly number[]): Promise<JointBranches> {
  const group = await assessedGroup();
  const { query, tenantId } = group;
  const generalId = await group.organization("general", { kind: "GENERAL_BRANCH" });
  const hosts: JointHost[] = [];
  for (const [index, size] of sizes.entries()) {
    const name = `branch${index}`;
    const id = await group.organization(name, { parentId: generalId, class: "生产类" });
    const personIds = Array.from({ length: size }, () => randomUUID());
    await query(
      `INSERT INTO person (tenant_id, id, name) SELECT $1, p.id, $3 || '-' || p.place
       FROM unnest($2::uuid[]) WITH ORDINALITY AS p(id, place)`,
      [tenantId, personIds, name],
    );
    await query(
      `INSERT INTO membership (tenant_id, id, person_id, organization_id, state, valid_from)
       SELECT $1, gen_random_uuid(), id, $3, 'FULL', '2026-01-01' FROM unnest($2::uuid[]) AS p(id)`,
      [tenantId, personIds, id],
    );
    hosts.push({ id, name, personIds });
  }
  const templateCodes = ["theme_day", "party_lecture", "general_meeting"];
  await group.office.ask("issuePlan", {
    body: { organizationId: group.rootId, year: 2026, name: "plan", templateCodes },
  });
  const lasting: JointBranches["lasting"] = async (signInName, role, organizationId) => {
    const browser = await group.caller(signInName, role, organizationId);
    const client = new Client(group.server);
    client.token = (await browser.ask("createToken", { body: { name: "test", expiresOn: "2026-12-31" } })).token;
    return client;
  };
  return { ...group, generalId, hosts, lasting, secretary: await lasting("joint", "branch_secretary", generalId) };
}

/** Who was there of one host: the first so many; the others were on leave. */
export function attendanceOf({ personIds }: JointHost, present: number): Body<"submitRecord">["attendance"] {
  return personIds.map((personId, index) =>
    index < present ? { personId, presence: "present", reason: null } : { personId, presence: "leave", reason: "出差" },
  );
}

/** A 主题党日 on 10 March of one branch, everybody present. */
export function themeDay(host: JointHost, over: Partial<Body<"submitRecord">> = {}): Body<"submitRecord"> {
  return {
    subjectId: host.id,
    templateCodes: ["theme_day"],
    title: "安全生产主题党日",
    occurredOn: "2026-03-10",
    startTime: "14:00",
    endTime: "15:30",
    place: "三楼会议室",
    chairId: null,
    recorderId: null,
    lecturer: null,
    minutes: "学习安全生产月活动方案，讨论工器具双人复核，党员领题三项，责任到人。",
    topics: ["central_work"],
    resolutions: [],
    attendance: attendanceOf(host, host.personIds.length),
    guests: [],
    fileIds: [],
    ...over,
  };
}
