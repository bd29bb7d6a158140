import { burdenOf, type Prefill } from "@dutyloop/domain/fulfilment/burden-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { attendanceOf, entryOf } from "./entry.ts";
import { lastTime } from "./record-form.ts";
import type { SubmittedRecord } from "./record-input.ts";

/** What the form of a record of today brought filled in, beside its people. */
export async function prefillOf(
  database: ReadDatabase,
  tenantId: number,
  { organizationId, subjectId, templateCodes }: SubmittedRecord,
  today: PlainDate,
): Promise<Prefill> {
  const last = await lastTime(database, tenantId, organizationId, subjectId, templateCodes[0] ?? "");
  const { place = "", chairId = null, recorderId = null } = last ?? {};
  return { occurredOn: today, place, hostId: chairId, recorderId };
}

/** What a record cost whoever entered it, as columns of it; what wasn't typed into a form costs nobody a known amount. */
export function burdenRow(prefill: Prefill | undefined, input: SubmittedRecord) {
  if (prefill === undefined) return { typed_fields: null, filled_fields: null };
  const { typed, filled } = burdenOf({ ...entryOf(input), hosts: (input.hosts ?? []).map(attendanceOf) }, prefill);
  return { typed_fields: typed, filled_fields: filled };
}
