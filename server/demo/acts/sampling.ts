import { addDays, addMonths, firstDayOf, lastDayOf, monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { checkSample, correctRecord, drawSample } from "../../modules/fulfilment/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { DemoCalendar } from "../calendar.ts";
import type { EnteredRecord } from "../entering.ts";

/** So many of the drawn records wait for whoever visits as organiser. */
const leftOpen = 2;

/**
 * The organiser draws one in ten of last month's records and checks them; one goes back to its branch, which says more, and
 * is accepted then. What is added changes no figure: whichever record is drawn, the scores of the demo stay the same.
 */
export async function sampleLastMonth(
  at: (moment: Date) => Workshop,
  organizer: Caller,
  rootId: string,
  entered: readonly EnteredRecord[],
  calendar: DemoCalendar,
): Promise<void> {
  const yesterday = addDays(calendar.today, -1);
  const when = (time: string) => at(calendar.at(yesterday, time));
  const month = addMonths(monthOf(calendar.today), -1);
  const population = { organizationId: rootId, from: firstDayOf(month), to: lastDayOf(month) };
  const { id: sampleId } = await perform(when("21:00"), drawSample, organizer, {
    ...population,
    share: "0.1",
    seed: `${month} 抽查`,
  });
  const drawn = await drawnRecords(when("21:00"), organizer.actor.tenantId, sampleId);
  const known = new Map(entered.map((record) => [record.id, record]));
  const returned = drawn.map((id) => known.get(id)).find((record) => record !== undefined && mayBeMended(record));
  const check = (time: string, recordId: string, outcome: "accept" | "to_correct", reason: string) =>
    perform(when(time), checkSample, organizer, { sampleId, recordId, outcome, reason });
  for (const recordId of drawn.filter((id) => id !== returned?.id).slice(leftOpen)) {
    await check("21:10", recordId, "accept", "");
  }
  if (returned === undefined) return;
  const { id: recordId, branch, input } = returned;
  await check("21:10", recordId, "to_correct", "纪要没有写清由谁落实，请补充责任人");
  const { organizationId: _organization, ...entry } = input;
  await perform(when("21:30"), correctRecord, branch.secretary, {
    ...entry,
    minutes: `${input.minutes}落实工作由支部组织委员牵头，月底前完成。`,
    recordId,
    version: 1,
    reason: "按抽查意见补充责任人",
  });
  await check("21:45", recordId, "accept", "");
}

/** Entered by its branch alone, with minutes that are long enough already. */
function mayBeMended({ input }: EnteredRecord): boolean {
  return input.hosts === undefined && input.minutes.length >= 20;
}

async function drawnRecords({ database }: Workshop, tenantId: number, sampleId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT r.id FROM record_sample_item i JOIN record r ON r.tenant_id = i.tenant_id AND r.id = i.record_id
    WHERE i.tenant_id = ${tenantId} AND i.sample_id = ${sampleId}::uuid AND r.version = 1
    ORDER BY r.occurred_on, r.id`.execute(database.reading(tenantId));
  return rows.map(({ id }) => id);
}
