import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import {
  addDays,
  firstDayOf,
  lastDayOf,
  type Month,
  monthsFromTo,
  type PlainDate,
} from "@dutyloop/domain/kernel/plain-date.ts";
import { v7 as uuidv7 } from "uuid";
import { postFacts } from "../platform/facts/post-facts.ts";
import { reverseFacts, standingFacts } from "../platform/facts/reverse-facts.ts";
import { Refused } from "../platform/ritual/refused.ts";
import { type Saving, startSaving } from "../platform/ritual/saving.ts";
import type { HistoryBranch, HistoryGroup } from "./history-group.ts";
import { endPeriod, type PeriodEnd, standingOf } from "./history-periods.ts";

/** Kinds of fact that a record, a deadline or an office brings. */
export const historyKinds = ["due", "done", "late", "attendance", "standard", "honour", "overdue"] as const;
type Figure = { readonly quantity: number; readonly severity: "general" | "serious" | "fatal" };

/** Something that happens in a group. Branches are named by a number, taken modulo those there are. */
export type Act =
  | { act: "fact"; branch: number; month: Month; kind: (typeof historyKinds)[number]; quantity: number }
  | { act: "storno"; pick: number }
  | { act: "deliver"; branch: number; month: Month; source: "safety" | "operations"; figures: Figure[] }
  | { act: "judge"; branch: number; judge: 0 | 1; points: number }
  | PeriodEnd
  | { act: "reopen"; period: string }
  | { act: "adopt"; version: 1 | 2 | 3; month: Month }
  | { act: "begin"; month: Month; day: number }
  | { act: "move"; branch: number; month: Month; day: number }
  | { act: "admit"; branch: number; month: Month }
  | { act: "fold" };

const firstMonth = "2026-01";
const lastMonth = "2026-06";

/** Does it, and answers whether anything came of it: what the rules of the product refuse changes nothing. */
export async function perform(group: HistoryGroup, one: Act): Promise<boolean> {
  switch (one.act) {
    case "fold":
      await group.fold();
      return true;
    case "fact":
      return postOne(group, one);
    case "storno":
      return reverseOne(group, one.pick);
    case "deliver":
      return deliver(group, one);
    case "judge":
      return judge(group, one);
    case "publicity":
    case "close":
      return endPeriod(group, one);
    case "reopen":
      return reopen(group, one.period);
    case "adopt":
      return adopt(group, one);
    case "begin":
      return begin(group, one);
    case "move":
      return move(group, one);
    case "admit":
      return admit(group, one);
  }
}

function branchIn({ branches }: HistoryGroup, number: number, month: Month): HistoryBranch | null {
  const branch = branches[number % branches.length] as HistoryBranch;
  const exists = branch.from <= lastDayOf(month) && (branch.to === null || branch.to >= firstDayOf(month));
  return exists ? branch : null;
}

async function postOne(group: HistoryGroup, one: Extract<Act, { act: "fact" }>): Promise<boolean> {
  const branch = branchIn(group, one.branch, one.month);
  if (branch === null) return false;
  const draft = draftOf(branch.id, one);
  const origin = { table: "history", id: uuidv7(), version: 1, part: "", recordId: null };
  await book(group, (saving, context) => postFacts(saving, context, [{ draft, origin }]));
  return true;
}

function draftOf(organizationId: string, { kind, month, quantity }: Extract<Act, { act: "fact" }>): FactDraft {
  const day = `${month}-1${quantity}`;
  const frame = { organizationId, subjectId: null, occurredOn: day, countsOn: day, details: {} };
  const template = { template: "theme_day" };
  const single = { ...frame, quantity: "1", base: null };
  switch (kind) {
    case "due":
      return { ...single, kind: "obligation.due", attributes: template };
    case "done":
    case "late":
      return {
        ...single,
        kind: "obligation.discharged",
        attributes: { ...template, timeliness: kind === "late" ? "late" : "on_time" },
      };
    case "attendance":
      return { ...frame, kind: "attendance", quantity: String(quantity), base: "9", attributes: template };
    case "standard":
      return { ...frame, kind: "record.standard", quantity: String(quantity), base: "9.5", attributes: template };
    case "honour":
      return { ...single, kind: "honour", attributes: { level: quantity > 5 ? "provincial" : "company" } };
    case "overdue":
      return { ...single, kind: "finding.overdue", attributes: { severity: quantity > 5 ? "serious" : "general" } };
  }
}

/** Books what `work` adds, as a use case would that may post in any of these months or the next open one. */
async function book(
  { application, tenantId, clock }: HistoryGroup,
  work: (saving: Saving, context: Parameters<typeof postFacts>[1]) => Promise<void> | void,
): Promise<void> {
  const months = monthsFromTo(firstMonth, lastMonth);
  await application.workshop.database.writing(tenantId, { months }, async (transaction, opened) => {
    const saving = startSaving(transaction);
    const actor = { tenantId, accountId: uuidv7(), personId: null, grants: [] };
    const books = { closedMonths: new Set(opened.closedMonths), nextClosing: opened.nextClosing };
    await work(saving, { actor, ...books, heldMonths: new Set(months), now: clock() });
    await saving.flush();
  });
}

async function reverseOne(group: HistoryGroup, pick: number): Promise<boolean> {
  const facts = await group.query<{ id: string; organization: string }>(
    "SELECT id, organization_id AS organization FROM fact WHERE sign = 1 AND kind <> 'judgement' ORDER BY id",
  );
  const fact = facts[pick % Math.max(1, facts.length)];
  if (fact === undefined) return false;
  let reversed = 0;
  await book(group, async (saving, context) => {
    const standing = await standingFacts(saving.transaction, group.tenantId, fact.organization, [fact.id]);
    reversed = standing.length;
    reverseFacts(saving, context, standing);
  });
  return reversed > 0;
}

/** Without figures it is a 零报告. */
async function deliver(group: HistoryGroup, one: Extract<Act, { act: "deliver" }>): Promise<boolean> {
  const branch = branchIn(group, one.branch, one.month);
  if (branch === null) return false;
  const { source, month } = one;
  const occurredOn = [branch.from, `${month}-15`].sort().at(-1) as PlainDate;
  const figures = one.figures.map(({ quantity, severity }) =>
    source === "safety"
      ? { metric: "safety_events", occurredOn, quantity: "1", attributes: { severity }, note: `${quantity}` }
      : { metric: "outage_hours", occurredOn, quantity: `${quantity}.25` },
  );
  const deliveries = [{ organizationId: branch.id, figures }];
  const params = { organizationId: group.rootId };
  const got = await group.officer.call("importMeasures", { params, body: { source, month, deliveries } });
  return got.status === 200;
}

async function judge(group: HistoryGroup, one: Extract<Act, { act: "judge" }>): Promise<boolean> {
  const branch = branchIn(group, one.branch, "2026-03");
  if (branch === null) return false;
  const body = { indicatorCode: "sampled_records", period: "2026-Q1", points: String(one.points), reason: "抽评" };
  const params = { organizationId: branch.id };
  return (await group.judges[one.judge].call("judge", { params, body })).status === 200;
}

/** A month's quarter is opened again with it: what is longer must not stay closed over it. */
async function reopen(group: HistoryGroup, period: string): Promise<boolean> {
  if (period !== "2026-Q1" && period !== "2026-04") await reopen(group, "2026-Q1");
  if ((await standingOf(group, period)).state !== "closed") return false;
  const got = await group.officer.call("reopenPeriod", { params: { period }, body: { reason: "补报" } });
  return got.status === 200;
}

/** The group adopts the first version or the second one, a committee its own adaptation of the first. */
async function adopt(group: HistoryGroup, { version, month }: Extract<Act, { act: "adopt" }>): Promise<boolean> {
  const organizationId = version === 3 ? group.committees[0] : group.rootId;
  const body = { code: "monthly", version, periodFrom: firstDayOf(month) };
  return (await group.officer.call("adoptScheme", { params: { organizationId }, body })).status === 200;
}

async function begin(group: HistoryGroup, { month, day }: Extract<Act, { act: "begin" }>): Promise<boolean> {
  const from = addDays(firstDayOf(month), day);
  const code = `NEW-${group.branches.length}`;
  const over = { parentId: group.committees[day % 2] as string, class: "生产类", validFrom: from };
  return unlessRefused(async () => {
    group.branches.push({ id: await group.organization(code, over), from, to: null });
  });
}

async function unlessRefused(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** A branch changes from wherever it stands to one of the committees. */
async function move(
  group: HistoryGroup,
  { branch: number, month, day }: Extract<Act, { act: "move" }>,
): Promise<boolean> {
  const branch = branchIn(group, number, month);
  if (branch === null) return false;
  const body = { parentId: group.committees[day % 2] as string, on: addDays(firstDayOf(month), day) };
  return (await group.officer.call("moveOrganization", { params: { organizationId: branch.id }, body })).status === 200;
}

async function admit(group: HistoryGroup, { branch: number, month }: Extract<Act, { act: "admit" }>): Promise<boolean> {
  const branch = branchIn(group, number, month);
  if (branch === null) return false;
  return unlessRefused(() => group.admit(branch.id, [branch.from, `${month}-05`].sort().at(-1) as PlainDate));
}
