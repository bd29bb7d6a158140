import type { CoveredTopic, JudgedType, RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import type { Election, RecordMaterial, Resolution } from "@dutyloop/domain/standards/things.ts";
import type { DB } from "../../platform/db/database-types.ts";
import type { Context } from "../../platform/ritual/use-case.ts";
import { burdenRow } from "./burden-row.ts";
import { filesOf } from "./entry.ts";
import { deviationsKept, type KeptDeviation } from "./present-deviations.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { type Apart, decisionsOf, type HostState, hostsDecided, type Submission } from "./submission-state.ts";

export type Rows = [keyof DB, Record<string, unknown>[]];

/** The rows of a new record: itself, its hosts, its first version and the uses of its files. */
export function newRecordRows(
  context: Context,
  submission: Submission,
  input: SubmittedRecord,
  importId: string | null,
): Rows[] {
  const { actor, now, today } = context;
  const { state, decision } = submission;
  const record = {
    tenant_id: actor.tenantId,
    id: state.recordId,
    organization_id: input.organizationId,
    subject_id: input.subjectId,
    state: "submitted",
    version: 1,
    late_entry: decision.lateEntry,
    import_id: importId,
    draft_id: input.draftId ?? null,
    recorded_at: now,
    recorded_by: actor.accountId,
    ...burdenRow(state.prefill, input),
    ...recordFigures(submission, input),
  };
  return [
    ["record", [record]],
    ["record_host", hostRows(actor.tenantId, submission)],
    ["record_awaited", awaitedRows(actor.tenantId, submission)],
    ...versionRows(context, submission, input, { version: 1, reason: null, enteredOn: today }),
    ["file_use", fileUseRows(actor.tenantId, state.recordId, filesOf(input))],
  ];
}

/** What a record says of its current version. */
export function recordFigures(submission: Submission, input: SubmittedRecord) {
  const { decision, together } = submission;
  const counted = decisionsOf(submission).flatMap(({ standards }) => standards.filter((one) => one.counted));
  const codes = new Set(counted.map(({ templateCode }) => templateCode));
  return {
    title: decision.content.title,
    occurred_on: decision.content.occurredOn,
    expected: together.expected,
    present: together.present,
    ...standardFigures(counted),
    template_codes: input.templateCodes.filter((code) => codes.has(code)),
    files: input.fileIds.length,
  };
}

function standardFigures(counted: readonly JudgedType[]) {
  return {
    standard_passed: counted.reduce((sum, { standard }) => sum + standard.passed, 0),
    standard_applicable: counted.reduce((sum, { standard }) => sum + standard.applicable, 0),
  };
}

/** The organisations that held it, the one that leads first. */
export function hostRows(tenantId: number, submission: Submission): HostRow[] {
  const { recordId } = submission.state;
  return hostsDecided(submission).map(({ at, decision }, position) =>
    hostRow(tenantId, recordId, at, decision, position),
  );
}

export type HostRow = ReturnType<typeof hostRow>;

export function hostRow(
  tenantId: number,
  recordId: string,
  { host }: Pick<HostState, "host">,
  { content, attendance, standards, lateEntry }: RecordDecision,
  position: number,
) {
  return {
    tenant_id: tenantId,
    record_id: recordId,
    subject_id: host.subjectId,
    organization_id: host.id,
    position,
    occurred_on: content.occurredOn,
    late_entry: lateEntry,
    ...attendance,
    ...standardFigures(standards.filter(({ counted }) => counted)),
  };
}

/** Those that enter their part later. */
export function awaitedRows(tenantId: number, { state }: Submission): Record<string, unknown>[] {
  const { recordId, awaited = [] } = state;
  return awaited.map((host) => ({
    tenant_id: tenantId,
    record_id: recordId,
    subject_id: host.subjectId,
    organization_id: host.id,
  }));
}

type WrittenVersion = { readonly version: number; readonly reason: string | null; readonly enteredOn: string };

/** One wording of a record: its text, who was there, the votes, and the duties it discharges. */
export function versionRows(
  { actor, now }: Context,
  submission: Submission,
  input: SubmittedRecord,
  { version, reason, enteredOn }: WrittenVersion,
): Rows[] {
  const key = { tenant_id: actor.tenantId, record_id: submission.state.recordId, version };
  const body = versionBody(submission, input, enteredOn);
  return [
    ["record_version", [{ ...key, body, reason, recorded_at: now, recorded_by: actor.accountId }]],
    ["record_to_word", [{ tenant_id: key.tenant_id, record_id: key.record_id }]],
    ["record_participant", participantRows(key, submission)],
    ["vote_tally", tallyRows(key, submission.decision)],
    ["election_tally", electionRows(key, submission)],
    [
      "discharge",
      decisionsOf(submission).flatMap(({ discharges }) =>
        discharges.map(({ obligation, timeliness }) => ({ ...key, obligation_id: obligation.id, timeliness })),
      ),
    ],
  ];
}

export function fileUseRows(tenantId: number, recordId: string, fileIds: readonly string[], from = 0) {
  return fileIds.map((file_id, index) => ({
    tenant_id: tenantId,
    file_id,
    used_by: "record",
    used_id: recordId,
    position: from + index,
  }));
}

/** A host that joined, as it stands in record_version.body; its people are told apart by `record_participant.host`. */
export type JoinedBody = {
  organizationId: string;
  subjectId: string;
  expected: number;
  present: number;
  exempt: number;
  standards: readonly JudgedType[];
  /** Where its own secretary entered its part. */
  apart?: Apart | undefined;
};

/** What stands in record_version.body. What came in with later versions of the product may be missing. */
export type RecordBody = Pick<
  SubmittedRecord,
  "startTime" | "endTime" | "place" | "chairId" | "recorderId" | "lecturer" | "minutes"
> & {
  /** As they were in this wording; `record` has those of the current one. */
  title?: string;
  occurredOn?: string;
  topics: readonly CoveredTopic[];
  /** Why it was entered after its month had closed; missing in records that were entered in time. */
  lateReason?: string | null;
  standards: readonly (Omit<JudgedType, "templateVersion" | "counted"> &
    Partial<Pick<JudgedType, "templateVersion" | "counted">>)[];
  enteredOn?: string;
  fileIds?: readonly string[];
  materials?: readonly RecordMaterial[];
  resolutions?: readonly Resolution[];
  elections?: readonly Election[];
  makesUpFor?: readonly string[];
  hosts?: readonly JoinedBody[];
  deviations?: readonly KeptDeviation[];
};

function versionBody(
  { state, decision, others }: Submission,
  { fileIds, ...input }: SubmittedRecord,
  enteredOn: string,
): RecordBody {
  const { content, standards } = decision;
  const { startTime, endTime, chairId, recorderId, makesUpFor = [] } = input;
  const deviations = deviationsKept(hostsDecided({ state, decision, others }), content.deviations);
  const { place, lecturer = null, minutes, topics, lateReason, materials = [], resolutions, elections = [] } = content;
  return {
    ...{ title: content.title, occurredOn: content.occurredOn },
    ...{ startTime, endTime, place, chairId, recorderId, lecturer, minutes, topics },
    ...(lateReason ? { lateReason } : {}),
    ...(materials.length > 0 ? { materials } : {}),
    ...(resolutions.length > 0 ? { resolutions } : {}),
    ...(elections.length > 0 ? { elections } : {}),
    ...(makesUpFor.length > 0 ? { makesUpFor } : {}),
    ...(deviations.length > 0 ? { deviations } : {}),
    ...(others.length > 0 ? { hosts: joinedBodies(state.others, others) } : {}),
    ...{ enteredOn, fileIds, standards },
  };
}

function joinedBodies(hosts: readonly HostState[], decisions: readonly RecordDecision[]): JoinedBody[] {
  return decisions.flatMap(({ attendance, standards }, index) => {
    const joined = hosts[index];
    return joined ? [joinedBody(joined, { attendance, standards })] : [];
  });
}

export function joinedBody(
  { host, apart }: Pick<HostState, "host" | "apart">,
  { attendance, standards }: Pick<RecordDecision, "attendance" | "standards">,
): JoinedBody {
  const own = { organizationId: host.id, subjectId: host.subjectId, ...attendance, standards };
  return apart === undefined ? own : { ...own, apart };
}

type Key = { tenant_id: number; record_id: string; version: number };

function participantRows(key: Key, submission: Submission): Record<string, unknown>[] {
  const rows = hostsDecided(submission).flatMap(({ at, decision }, host) => peopleOf(at, decision, host));
  return rows.map((row, position) => ({ ...key, position, ...row }));
}

/** Everybody whom one host named, members before guests; `host` is its place among the hosts. */
export function peopleOf(
  { roster }: Pick<HostState, "roster">,
  { content }: Pick<RecordDecision, "content">,
  host: number,
): Record<string, unknown>[] {
  const names = new Map(roster.map((person) => [person.personId, person.name]));
  const expected = new Map(content.expected.map((person) => [person.personId, person]));
  const members = content.attendance.map(({ personId, presence, reason = null }) => ({
    person_id: personId,
    name: names.get(personId) ?? "",
    capacity: "member",
    presence,
    reason,
    exempt: expected.get(personId)?.exempt ?? false,
    votes: expected.get(personId)?.votes ?? false,
    host,
  }));
  const guests = content.guests.map(({ name }) => ({
    person_id: null,
    name,
    capacity: "guest",
    presence: "present",
    reason: null,
    exempt: false,
    votes: false,
    host,
  }));
  return [...members, ...guests];
}

function tallyRows(key: Key, decision: RecordDecision): Record<string, unknown>[] {
  return decision.votes.map(({ resolution, decision: vote }, position) => ({
    ...key,
    position,
    title: resolution.title,
    rule: vote.rule,
    votes_for: resolution.for,
    votes_against: resolution.against,
    votes_abstain: resolution.abstain,
    voters_expected: vote.expected,
    voters_present: vote.present,
    quorum_needed: vote.quorumNeeded,
    pass_needed: vote.passNeeded,
    valid: vote.valid,
    passed: vote.passed,
    written: resolution.written ?? 0,
    personnel: resolution.personnel ?? false,
    secretary_last: resolution.secretaryLast ?? null,
  }));
}

/** Those who are on the roster are named as it names them. */
function electionRows(key: Key, { state, decision }: Submission): Record<string, unknown>[] {
  const names = new Map(state.roster.map(({ personId, name }) => [personId, name]));
  return decision.elections.map(({ election, candidates, ...judged }, position) => ({
    ...key,
    position,
    title: election.title,
    seats: election.seats,
    issued: election.issued,
    returned: election.returned,
    voters_expected: judged.expected,
    voters_present: judged.present,
    quorum_needed: judged.quorumNeeded,
    needed: judged.needed,
    valid: judged.valid,
    open: judged.open,
    candidates: candidates.map(({ personId, name, votes, outcome }) => ({
      personId,
      name: names.get(personId ?? "") ?? name,
      votes,
      outcome,
    })),
  }));
}
