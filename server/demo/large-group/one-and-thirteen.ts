import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { TemplateAct } from "@dutyloop/domain/standards/template-policy.ts";
import { type TemplateBody, type TemplateStage, templateStages } from "@dutyloop/domain/standards/things.ts";
import {
  adoptTemplate,
  currentTemplates,
  moveTemplate,
  publishTemplate,
  reviewTemplate,
} from "../../modules/standards/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { DemoCalendar } from "../calendar.ts";

const code = "theme_day";
/** Adapted by so many units. */
export const adaptingUnits = 13;
/** Of these so many are everybody's by now; the next ones wait for acceptance, the last is being tried out. */
const promotedUnits = 10;
const acceptedUnits = 12;

/** Who publishes a version, and for which organisation. */
type Owner = { readonly organizationId: string; readonly officer: Caller };
export type AdaptingUnit = Owner & { readonly trade: string };
type Telling = { readonly at: (moment: Date) => Workshop; readonly calendar: DemoCalendar; readonly tenantId: number };
type Group = {
  readonly rootId: string;
  readonly officer: Caller;
  readonly organizer: Caller;
  readonly supervisor: Caller;
};

/**
 * "1 + 13": the group's own way of holding a 主题党日, adapted by thirteen of its companies while it is tried out, and
 * promoted in the end. What an interrupted filling has done already is left as it is.
 */
export async function publishOneAndThirteen(
  telling: Telling,
  { rootId, officer, organizer, supervisor }: Group,
  units: readonly AdaptingUnit[],
): Promise<void> {
  const { at, calendar, tenantId } = telling;
  const { branchesFrom, today } = calendar;
  const reading = at(calendar.at(today, "00:00")).database.reading(tenantId);
  const library = (await currentTemplates(reading, tenantId)).get(code)?.body;
  if (!library) throw new Error(`There is no template ${code}`);
  const group = { organizationId: rootId, officer };
  const own = await versionOf(telling, group, addDays(branchesFrom, 20), ofGroup, null);
  await moveOn(telling, group, own, "try_out", addDays(branchesFrom, 30));
  for (const [index, unit] of units.entries()) {
    const begins = addDays(branchesFrom, 45 + index * 6);
    const adapted = (base: TemplateBody) => ofUnit(base, unit.trade);
    const version = await versionOf(telling, unit, begins, adapted, own);
    await moveOn(telling, unit, version, "try_out", addDays(begins, 5));
    await adopt(telling, unit, version, addDays(begins, 10));
    if (index >= acceptedUnits) continue;
    await moveOn(telling, unit, version, "accept", addDays(begins, 70));
    await review(telling, unit, version, [officer, organizer], addDays(begins, 80));
    if (index < promotedUnits) await moveOn(telling, unit, version, "promote", addDays(begins, 90));
  }
  await adopt(telling, group, own, addDays(branchesFrom, 40));
  await moveOn(telling, group, own, "accept", addDays(today, -28));
  await review(telling, group, own, [organizer, supervisor], addDays(today, -20));
  await moveOn(telling, group, own, "promote", addDays(today, -10));
}

/** The group opens one more subject and says how a day is prepared. */
function ofGroup(base: TemplateBody): TemplateBody {
  return {
    ...base,
    topics: [
      ...base.topics,
      { code: "innovation", name: { zh: "科技创新一线", en: "Innovation at the front line" }, required: false },
    ],
    steps: [
      ...base.steps.slice(0, 1),
      {
        code: "ask_members",
        name: { zh: "征集党员想解决的一件事", en: "Ask the members for one thing to be solved" },
        actor: "organization_commissioner",
        days: -4,
      },
      ...base.steps.slice(1),
    ],
  };
}

/** A unit ties the day to its own trade, and says at the moment of use how. */
function ofUnit(base: TemplateBody, trade: string): TemplateBody {
  return {
    ...base,
    topics: [
      ...base.topics,
      { code: "own_trade", name: { zh: `${trade}攻关`, en: "A task of our own trade" }, required: false },
    ],
    guides: [
      ...base.guides,
      {
        code: "own_trade",
        at: "topics",
        title: { zh: `结合${trade}业务`, en: "Tied to our trade" },
        text: {
          zh: `每次主题党日从${trade}业务中认领一件具体事，下次主题党日通报进展。`,
          en: "Each day takes on one concrete matter of our trade; the next one reports how far it is.",
        },
      },
    ],
  };
}

/** The organisation's own version: found where it was published before, else published on that day. */
async function versionOf(
  { at, calendar, tenantId }: Telling,
  { organizationId, officer }: Owner,
  day: PlainDate,
  adapt: (base: TemplateBody) => TemplateBody,
  base: number | null,
): Promise<number> {
  const workshop = at(calendar.at(day, "10:00"));
  const rows = await workshop.database
    .reading(tenantId)
    .selectFrom("template_version")
    .where("tenant_id", "=", tenantId)
    .where("code", "=", code)
    .select(["version", "owner_id as ownerId", "body"])
    .orderBy("version")
    .execute();
  const known = rows.find(({ ownerId }) => ownerId === organizationId);
  if (known) return known.version;
  const from =
    base === null ? rows.findLast(({ ownerId }) => ownerId === null) : rows.find((row) => row.version === base);
  if (!from) throw new Error(`There is nothing to adapt of ${code}`);
  const input = { organizationId, body: adapt(from.body as TemplateBody), adapts: from.version };
  return (await perform(workshop, publishTemplate, officer, input)).version;
}

const stageOf: Partial<Record<TemplateAct, TemplateStage>> = {
  try_out: "trial",
  accept: "acceptance",
  promote: "promoted",
};

async function moveOn(
  telling: Telling,
  { organizationId, officer }: Owner,
  version: number,
  act: "try_out" | "accept" | "promote",
  day: PlainDate,
): Promise<void> {
  if (await hasReached(telling, version, stageOf[act] as TemplateStage)) return;
  const { at, calendar } = telling;
  await perform(at(calendar.at(day, "15:00")), moveTemplate, officer, {
    organizationId,
    code,
    version,
    act,
    reason: "",
  });
}

async function hasReached(
  { at, calendar, tenantId }: Telling,
  version: number,
  stage: TemplateStage,
): Promise<boolean> {
  const last = await at(calendar.at(calendar.today, "00:00"))
    .database.reading(tenantId)
    .selectFrom("template_act")
    .where("tenant_id", "=", tenantId)
    .where("code", "=", code)
    .where("version", "=", version)
    .select("to_stage as stage")
    .orderBy("number", "desc")
    .executeTakeFirst();
  const reached = (last?.stage ?? "exploring") as TemplateStage;
  return templateStages.indexOf(reached) >= templateStages.indexOf(stage);
}

async function adopt(
  { at, calendar }: Telling,
  { organizationId, officer }: Owner,
  version: number,
  from: PlainDate,
): Promise<void> {
  await perform(at(calendar.at(from, "09:00")), adoptTemplate, officer, { organizationId, code, version, from });
}

async function review(
  telling: Telling,
  { organizationId }: Owner,
  version: number,
  reviewers: readonly Caller[],
  day: PlainDate,
): Promise<void> {
  if (await hasReached(telling, version, "promoted")) return;
  const { at, calendar } = telling;
  for (const [place, reviewer] of reviewers.entries()) {
    const score = 78 + ((version * 5 + place * 7) % 17);
    const scores = { practicality: score, conformity: score + 3, relevance: score - 2 };
    const note = "结合本单位业务，步骤清楚，可操作。";
    await perform(at(calendar.at(day, "16:00")), reviewTemplate, reviewer, {
      organizationId,
      code,
      version,
      ...scores,
      note,
    });
  }
}
