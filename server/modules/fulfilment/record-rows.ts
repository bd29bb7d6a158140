import type { RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import type { DB } from "../../platform/db/database-types.ts";
import type { Context } from "../../platform/ritual/use-case.ts";
import type { SubmittedRecord } from "./record-input.ts";
import type { SubmissionState } from "./submission.ts";

type Rows = [keyof DB, Record<string, unknown>[]];

/** The rows of a first version: record, version, participants, tallies, discharges and uses of files. */
export function recordRows(
  context: Context,
  state: SubmissionState,
  decision: RecordDecision,
  input: SubmittedRecord,
  importId: string | null,
): Rows[] {
  const { actor, now } = context;
  const key = { tenant_id: actor.tenantId, record_id: state.recordId, version: 1 };
  const standards = decision.standards.map(({ standard }) => standard);
  const written = { recorded_at: now, recorded_by: actor.accountId };
  return [
    [
      "record",
      [
        {
          tenant_id: actor.tenantId,
          id: state.recordId,
          organization_id: input.organizationId,
          subject_id: input.subjectId,
          state: "submitted",
          version: 1,
          title: input.title,
          occurred_on: input.occurredOn,
          late_entry: decision.lateEntry,
          expected: decision.attendance.expected,
          present: decision.attendance.present,
          standard_passed: standards.reduce((sum, standard) => sum + standard.passed, 0),
          standard_applicable: standards.reduce((sum, standard) => sum + standard.applicable, 0),
          template_codes: input.templateCodes,
          files: input.fileIds.length,
          import_id: importId,
          ...written,
        },
      ],
    ],
    ["record_version", [{ ...key, body: versionBody(decision, input), reason: null, ...written }]],
    ["record_participant", participantRows(key, state, decision, input)],
    ["vote_tally", tallyRows(key, decision, input)],
    [
      "discharge",
      decision.discharges.map(({ obligation, timeliness }) => ({ ...key, obligation_id: obligation.id, timeliness })),
    ],
    [
      "file_use",
      [...new Set(input.fileIds)].map((file_id, position) => ({
        tenant_id: actor.tenantId,
        file_id,
        used_by: "record",
        used_id: state.recordId,
        position,
      })),
    ],
  ];
}

/** What stands in record_version.body. */
export type RecordBody = Pick<
  SubmittedRecord,
  "startTime" | "endTime" | "place" | "chairId" | "recorderId" | "lecturer" | "minutes" | "topics"
> & {
  /** Why it was entered after its month had closed; missing in records that were entered in time. */
  lateReason?: string | null;
  standards: RecordDecision["standards"];
};

function versionBody(decision: RecordDecision, input: SubmittedRecord): RecordBody {
  const { startTime, endTime, place, chairId, recorderId, lecturer, minutes, topics } = input;
  const lateReason = input.lateReason || null;
  const written = { startTime, endTime, place, chairId, recorderId, lecturer, minutes, topics };
  return { ...written, ...(lateReason === null ? {} : { lateReason }), standards: decision.standards };
}

type Key = { tenant_id: number; record_id: string; version: number };

function participantRows(
  key: Key,
  state: SubmissionState,
  decision: RecordDecision,
  input: SubmittedRecord,
): Record<string, unknown>[] {
  const roster = new Map(state.roster.map((person) => [person.personId, person]));
  const expected = new Map(decision.content.expected.map((person) => [person.personId, person]));
  const members = input.attendance.map(({ personId, presence, reason }, position) => ({
    ...key,
    position,
    person_id: personId,
    name: roster.get(personId)?.name ?? "",
    capacity: "member",
    presence,
    reason,
    exempt: expected.get(personId)?.exempt ?? false,
    votes: expected.get(personId)?.votes ?? false,
  }));
  const guests = input.guests.map(({ name }, index) => ({
    ...key,
    position: members.length + index,
    person_id: null,
    name,
    capacity: "guest",
    presence: "present",
    reason: null,
    exempt: false,
    votes: false,
  }));
  return [...members, ...guests];
}

function tallyRows(key: Key, decision: RecordDecision, input: SubmittedRecord): Record<string, unknown>[] {
  return decision.votes.map(({ title, decision: vote }, position) => {
    const tally = input.resolutions[position];
    return {
      ...key,
      position,
      title,
      rule: vote.rule,
      votes_for: tally?.for ?? 0,
      votes_against: tally?.against ?? 0,
      votes_abstain: tally?.abstain ?? 0,
      voters_expected: vote.expected,
      voters_present: vote.present,
      quorum_needed: vote.quorumNeeded,
      pass_needed: vote.passNeeded,
      valid: vote.valid,
      passed: vote.passed,
    };
  });
}
