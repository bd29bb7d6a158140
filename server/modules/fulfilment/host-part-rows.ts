import type { RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import { sql } from "kysely";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context } from "../../platform/ritual/use-case.ts";
import { deviationsKept } from "./present-deviations.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { type HostRow, hostRow, joinedBody, peopleOf, type RecordBody } from "./record-rows.ts";
import type { StandingRecord } from "./standing-record.ts";
import type { HostState } from "./submission-state.ts";

type Entered = {
  readonly record: StandingRecord;
  readonly at: HostState;
  readonly decision: RecordDecision;
  readonly version: number;
};

/** Writes a host's part as a new version of the record: all that it said before, and this host with its people. */
export async function saveHostPart(
  saving: Saving,
  { actor, now }: Context,
  { record, at, decision, version }: Entered,
  input: Pick<SubmittedRecord, "deviations" | "makesUpFor">,
): Promise<void> {
  const { tenantId } = actor;
  const key = { tenant_id: tenantId, record_id: record.id, version };
  const place = record.hosts.length;
  const row = hostRow(tenantId, record.id, at, decision, place);
  await sql`DELETE FROM record_awaited WHERE tenant_id = ${tenantId} AND record_id = ${record.id}
    AND subject_id = ${at.host.subjectId}`.execute(saving.transaction);
  await raiseFigures(saving, record, version, row, decision);
  const written = { ...key, body: bodyWith(record.body, at, decision, input), reason: null };
  saving.insert("record_version", { ...written, recorded_at: now, recorded_by: actor.accountId });
  saving.insert("record_host", row);
  saving.insert("record_to_word", { tenant_id: tenantId, record_id: record.id });
  await saving.flush();
  await copyVersion(saving, tenantId, record, version);
  const people = peopleOf(at, decision, place);
  saving.insert(
    "record_participant",
    ...people.map((person, index) => ({ ...key, position: record.participants.length + index, ...person })),
  );
  saving.insert(
    "discharge",
    ...decision.discharges.map(({ obligation, timeliness }) => ({ ...key, obligation_id: obligation.id, timeliness })),
  );
}

/** The record's figures are those of all hosts; it serves as what any of them met. */
async function raiseFigures(
  { transaction }: Saving,
  { id, body }: StandingRecord,
  version: number,
  row: HostRow,
  { standards }: RecordDecision,
): Promise<void> {
  const all = [body.standards, ...(body.hosts ?? []).map((host) => host.standards), standards].flat();
  const counted = new Set(all.flatMap(({ templateCode, counted: serves = true }) => (serves ? [templateCode] : [])));
  const codes = body.standards.map(({ templateCode }) => templateCode).filter((code) => counted.has(code));
  await transaction
    .updateTable("record")
    .set((eb) => ({
      version,
      template_codes: codes,
      expected: eb("expected", "+", row.expected),
      present: eb("present", "+", row.present),
      standard_passed: eb("standard_passed", "+", row.standard_passed),
      standard_applicable: eb("standard_applicable", "+", row.standard_applicable),
    }))
    .where("tenant_id", "=", row.tenant_id)
    .where("id", "=", id)
    .execute();
}

function bodyWith(
  body: RecordBody,
  at: HostState,
  decision: RecordDecision,
  { deviations, makesUpFor = [] }: Pick<SubmittedRecord, "deviations" | "makesUpFor">,
): RecordBody {
  const reasons = [...(decision.content.deviations ?? []), ...(deviations ?? [])];
  const departs = deviationsKept([{ organizationId: at.host.id, decision }], reasons);
  const kept = { ...body, hosts: [...(body.hosts ?? []), joinedBody(at, decision)] };
  return {
    ...kept,
    ...(departs.length > 0 ? { deviations: [...(body.deviations ?? []), ...departs] } : {}),
    ...(makesUpFor.length > 0 ? { makesUpFor: [...(body.makesUpFor ?? []), ...makesUpFor] } : {}),
  };
}

const parts = ["record_participant", "vote_tally", "election_tally", "discharge"] as const;

/** Whom and what the others named stands in the new version too. */
async function copyVersion(
  { transaction }: Saving,
  tenantId: number,
  { id, version: before }: StandingRecord,
  version: number,
): Promise<void> {
  for (const part of parts)
    await sql`INSERT INTO ${sql.table(part)} SELECT (jsonb_populate_record(p, ${JSON.stringify({ version })}::jsonb)).*
      FROM ${sql.table(part)} p WHERE tenant_id = ${tenantId} AND record_id = ${id} AND version = ${before}`.execute(
      transaction,
    );
}
