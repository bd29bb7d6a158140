import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { issuePlan } from "../modules/duties/index.ts";
import { foundGroup } from "../modules/identity/index.ts";
import { createOrganization } from "../modules/organization/index.ts";
import { perform } from "../platform/ritual/perform.ts";
import type { UseCase } from "../platform/ritual/use-case.ts";
import { accounts, callerOf, type OpenAccount, password } from "./accounts.ts";
import { Client } from "./client.ts";
import { heldMeeting, type Meeting } from "./meeting.ts";
import { type Members, membersOf } from "./members.ts";
import type { Stage } from "./stage.ts";
import { unitsOf } from "./units.ts";

/** One organisation of the world; what carries its mark must not be seen from elsewhere. */
export type Site = { readonly id: string; readonly mark: string };
export type Branch = Site & Members & { readonly groupId: string; readonly meeting: Meeting };
export type Group = {
  readonly code: string;
  readonly tenantId: number;
  readonly root: Site;
  readonly general: Site;
  readonly first: Branch;
  readonly second: Branch;
  readonly other: Site;
  readonly otherBranch: Branch;
  /** The unit that each organisation covers, by its id. */
  readonly units: ReadonlyMap<string, string>;
  /** Account ids of the three administrators, by role. */
  readonly administrators: Record<string, string>;
  act<Input, State, Decision, Answer>(
    useCase: UseCase<Input, State, Decision, Answer>,
    input: Input,
    accountId?: string,
  ): Promise<Answer>;
  readonly account: OpenAccount;
};
export type World = Stage & { readonly alpha: Group; readonly beta: Group; client(name: string): Promise<Client> };

const from = "2026-01-01";

/** Two groups of the same shape, made through the use cases; every name carries the mark of its place. */
export async function buildWorld(stage: Stage): Promise<World> {
  const alpha = await buildGroup(stage, "alpha");
  const beta = await buildGroup(stage, "beta");
  return {
    ...stage,
    alpha,
    beta,
    async client(name) {
      const client = new Client(stage.server);
      await client.signIn(name, password, name.split(".")[0]);
      return client;
    },
  };
}

async function buildGroup(stage: Stage, code: string): Promise<Group> {
  const { workshop } = stage.application;
  const administrator = (kind: string) => ({ signInName: `${code}.${kind}`, displayName: kind, password });
  const founded = await foundGroup(
    workshop,
    {
      code,
      name: markOf(code, "root"),
      from,
      systemAdministrator: administrator("system"),
      securityAdministrator: administrator("security"),
      auditAdministrator: administrator("audit"),
    },
    "founding",
  );
  await stage.application.installLibrary();
  const { tenantId, administrators } = founded;
  const root: Site = { id: founded.rootId, mark: markOf(code, "root") };
  const account = accounts(workshop, tenantId, administrators);
  const officer = await account(`${code}.office`, "party_affairs_officer", root.id);
  const act: Group["act"] = async (useCase, input, accountId = officer) =>
    perform(workshop, useCase, await callerOf(workshop, tenantId, accountId), input);
  const place = async (name: string, kind: OrganizationKind, parentId: string): Promise<Site> => {
    const named = { code: `${code}-${name}`, name: markOf(code, name), class: kind === "BRANCH" ? "生产类" : null };
    const made = await act(createOrganization, { parentId, kind, ...named, validFrom: from });
    return { id: made.id, mark: markOf(code, name) };
  };
  const branch = async (name: string, parentId: string): Promise<Omit<Branch, "meeting">> => {
    const site = await place(name, "BRANCH", parentId);
    const group = await place(`${name}group`, "GROUP", site.id);
    return { ...site, groupId: group.id, ...(await membersOf(act, site, group.id)) };
  };
  const general = await place("general", "GENERAL_BRANCH", root.id);
  const other = await place("other", "COMMITTEE", root.id);
  const branches = [
    await branch("first", general.id),
    await branch("second", general.id),
    await branch("otherbranch", other.id),
  ] as const;
  const templateCodes = ["theme_day", "general_meeting", "group_meeting", "party_lecture", "committee_meeting"];
  await act(issuePlan, { organizationId: root.id, year: 2026, name: markOf(code, "plan"), templateCodes });
  const secretary = await account(`${code}.secretary`, "branch_secretary", root.id);
  const held = async (site: Omit<Branch, "meeting">): Promise<Branch> => ({
    ...site,
    meeting: await heldMeeting(stage.folder, (useCase, input) => act(useCase, input, secretary), site),
  });
  const [first, second, otherBranch] = [await held(branches[0]), await held(branches[1]), await held(branches[2])];
  const units = await unitsOf(stage.database.superUrl, tenantId, act, {
    root,
    general,
    first,
    second,
    other,
    otherBranch,
  });
  return { code, tenantId, root, general, first, second, other, otherBranch, units, administrators, act, account };
}

/** A text that stands nowhere but in what belongs to this place. */
function markOf(code: string, name: string): string {
  return `canary-${code}-${name}.`;
}
