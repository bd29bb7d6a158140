import { isDeepStrictEqual } from "node:util";
import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { changeRefusal, openAgain } from "@dutyloop/domain/fulfilment/correction-rules.ts";
import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { postFacts } from "../../platform/facts/post-facts.ts";
import { reverseFacts } from "../../platform/facts/reverse-facts.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { markDischarged, obligationsBetween, reopenDuties, type StoredObligation } from "../duties/index.ts";
import { templatesInForce } from "../standards/index.ts";
import { attendanceOf, entryOf, filesOf } from "./entry.ts";
import { factOrigins } from "./fact-origins.ts";
import {
  type FactChanges,
  factChanges,
  monthsOfChange,
  type PostedFacts,
  postedFacts,
  reopenedBy,
} from "./facts-of-change.ts";
import { withLateReason } from "./late-entry.ts";
import { awaitedHosts, hostsAround } from "./load-submission.ts";
import { asCounted, othersRefusal, partsOfOthers, withPartsOfOthers } from "./parts-of-others.ts";
import { postingMonths } from "./posting-months.ts";
import { presentRecord } from "./present-record.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { awaitedRows, fileUseRows, hostRows, recordFigures, versionRows } from "./record-rows.ts";
import { unknownFiles } from "./record-store.ts";
import { enteredAs, partlyHeldRecord, type StandingRecord, templatesKept } from "./standing-record.ts";
import { dischargesOf, factsToPost, judgeSubmission, monthsOfExtensions, reasonRefusal } from "./submission.ts";
import { decisionsOf, type HostState, type Submission, type SubmissionState } from "./submission-state.ts";

export type Correction = Omit<SubmittedRecord, "organizationId"> & {
  readonly recordId: string;
  /** The version that the user had before him. */
  readonly version: number;
  readonly reason: string;
};
type State = {
  readonly record: StandingRecord;
  /** The first of its hosts that the caller corrects for, and those that he doesn't. */
  readonly place: string | null;
  readonly others: ReadonlySet<string>;
  readonly input: SubmittedRecord;
  readonly submission: SubmissionState;
  readonly posted: PostedFacts;
  /** Duties that its current version discharges. */
  readonly held: readonly StoredObligation[];
  readonly makeUps: readonly { readonly id: string; readonly personId: string }[];
  readonly months: readonly Month[];
};
type Decision = Submission & {
  readonly version: number;
  readonly enteredOn: string;
  readonly changes: FactChanges;
  readonly released: readonly StoredObligation[];
  /** Make-ups of people who were there after all. */
  readonly withdrawn: readonly string[];
};

/**
 * Corrects a record: a new version beside the old ones, decided afresh. Its facts are taken back and posted anew where
 * they say something else now; duties are owed again or discharged; in a closed month it becomes an adjustment.
 */
export const correctRecord: UseCase<Correction, State, Decision, Answer<"correctRecord">> = {
  name: "fulfilment.correct_record",
  access: "record.correct",
  postsIn: ({ occurredOn }, today) => postingMonths(occurredOn, today),
  async load(transaction, { recordId, version: _version, reason: _reason, ...given }, context) {
    const { tenantId } = context.actor;
    const { record, mine } = await partlyHeldRecord(transaction, recordId, context, "record.correct");
    const others = partsOfOthers(record, mine);
    const sent: SubmittedRecord = { ...given, organizationId: record.hosts[0]?.organizationId ?? "" };
    const input = withPartsOfOthers(record, sent, others);
    const [first, last] = [record.occurredOn, input.occurredOn].sort() as [string, string];
    const asked = [input, ...(input.hosts ?? []), ...record.hosts].map(({ organizationId }) => organizationId);
    const duties = await obligationsBetween(transaction, tenantId, [...new Set(asked)], [first, last], true);
    const discharged = await sql<{ id: string }>`
      SELECT id FROM obligation WHERE tenant_id = ${tenantId} AND record_id = ${recordId} AND state = 'discharged'
        AND organization_id = ANY(${asked}::uuid[])`.execute(transaction);
    const heldIds = new Set(discharged.rows.map(({ id }) => id));
    const open = openAgain(duties, heldIds);
    const hosts = await hostsAround(transaction, input, context, "record.correct", open, others);
    const awaited = await awaitedHosts(transaction, input, context, record.awaited);
    const kept = await templatesKept(transaction, tenantId, record);
    const known = (await templatesInForce(transaction, tenantId))(hosts.lead.host.path, input.occurredOn);
    const templates = input.templateCodes.flatMap((code) => kept.get(code) ?? known.get(code)?.body ?? []);
    const judged = asCounted({ ...hosts, input }, templates, others);
    const files = filesOf(input).filter((id) => !record.files.includes(id));
    const posted = await postedFacts(transaction, tenantId, recordId);
    const makeUps = await sql<{ id: string; personId: string }>`SELECT id, person_id AS "personId" FROM record_make_up
      WHERE tenant_id = ${tenantId} AND record_id = ${recordId} AND NOT withdrawn`.execute(transaction);
    return {
      record,
      place: record.hosts.find(({ path }) => mine(path))?.path ?? null,
      others,
      input: judged.input,
      posted,
      makeUps: makeUps.rows,
      months: [
        ...monthsOfChange(posted, [first, last], context.today),
        ...monthsOfExtensions(duties, input.occurredOn),
      ],
      submission: {
        ...judged.lead,
        others: judged.others.map((host) => ({ ...host, apart: enteredApart(record, host) })),
        awaited,
        recordId,
        templates,
        unknownTemplates: templates.length < input.templateCodes.length,
        filesMissing: await unknownFiles(transaction, tenantId, files, hosts.lead.host.path),
      },
      held: duties.filter(({ id }) => heldIds.has(id)),
    };
  },
  alsoPostsIn: ({ months }) => months,
  place: ({ place }) => place,
  decide({ record, others, input, submission: state, posted, held, makeUps }, asked, { today }) {
    const refusal = changeRefusal(record, "correct", asked) ?? othersRefusal(record, input, others);
    if (refusal !== null) return refusal;
    if (isDeepStrictEqual(comparable(input), comparable(enteredAs(record))))
      return refuse("record.correction.nothing_changed");
    const submission = judgeSubmission(state, input, today, record.enteredOn);
    if (isRefusal(submission)) return submission;
    const silent = reasonRefusal(submission, input);
    if (silent !== null) return silent;
    const discharged = new Set(dischargesOf(submission).map(({ obligationId }) => obligationId));
    const released = held.filter(({ id }) => !discharged.has(id));
    const away = new Set(
      decisionsOf(submission)
        .flatMap(({ content }) => content.attendance)
        .filter(({ presence }) => presence !== "present")
        .map(({ personId }) => personId),
    );
    const madeUpFor = makeUps.filter(({ personId }) => away.has(personId)).map(({ id }) => id);
    const changed = { ...posted, standing: posted.standing.filter(({ sourceId }) => !madeUpFor.includes(sourceId)) };
    return {
      ...submission,
      version: record.version + 1,
      enteredOn: record.enteredOn,
      changes: factChanges(changed, factsToPost(submission), released, today),
      released,
      withdrawn: makeUps.map(({ id }) => id).filter((id) => !madeUpFor.includes(id)),
    };
  },
  async save(saving, decision, context, { reason }, { record, input }) {
    const { actor, today, closedMonths } = context;
    const { tenantId } = actor;
    const { state, version, enteredOn, changes, released, withdrawn } = decision;
    await sql`DELETE FROM record_host WHERE tenant_id = ${tenantId} AND record_id = ${record.id}`.execute(
      saving.transaction,
    );
    await sql`DELETE FROM record_awaited WHERE tenant_id = ${tenantId} AND record_id = ${record.id}`.execute(
      saving.transaction,
    );
    await saving.transaction
      .updateTable("record")
      .set({
        ...recordFigures(decision, input),
        subject_id: input.subjectId,
        late_entry: decision.decision.lateEntry,
        state: "corrected",
        version,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", record.id)
      .execute();
    saving.insert("record_host", ...hostRows(tenantId, decision));
    saving.insert("record_awaited", ...awaitedRows(tenantId, decision));
    for (const [table, rows] of versionRows(context, decision, input, { version, reason, enteredOn }))
      saving.insert(table, ...rows);
    const fresh = filesOf(input).filter((id) => !record.files.includes(id));
    saving.insert("file_use", ...fileUseRows(tenantId, record.id, fresh, record.files.length));
    reverseFacts(saving, context, changes.reverse);
    const facts = withLateReason(changes.post, reason, closedMonths);
    postFacts(saving, context, factOrigins(afterStornos(state, changes), version, facts));
    if (withdrawn.length > 0)
      saving.change(sql`UPDATE record_make_up SET withdrawn = true
        WHERE tenant_id = ${tenantId} AND id = ANY(${[...withdrawn]}::uuid[])`);
    reopenDuties(saving, tenantId, reopenedBy(released, today));
    markDischarged(saving, tenantId, dischargesOf(decision));
  },
  audit: ({ version }, { reason }, { record, input }) => ({
    object: `record ${record.id}`,
    before: { version: record.version, occurredOn: record.occurredOn, title: record.title },
    after: { version, occurredOn: input.occurredOn, templates: input.templateCodes, title: input.title, reason },
  }),
  answer(decision, _input, { record, others }) {
    const { elections, ...told } = presentRecord(decision);
    const leads = !others.has(record.hosts[0]?.subjectId ?? "");
    return { ...told, elections: leads ? elections : [], version: decision.version };
  },
};

/** How a host's own secretary entered its part; undefined where it came with the record. */
function enteredApart({ body }: StandingRecord, { host }: HostState): HostState["apart"] {
  return body.hosts?.find(({ subjectId }) => subjectId === host.subjectId)?.apart;
}

/** What counts as a change: all that the version says. */
function comparable(input: SubmittedRecord): unknown {
  const {
    organizationId,
    subjectId,
    templateCodes,
    fileIds,
    startTime,
    endTime,
    chairId,
    recorderId,
    hosts = [],
    awaited = [],
  } = input;
  const {
    hostId: _host,
    recorderId: _recorder,
    startTime: _start,
    endTime: _end,
    materials = [],
    ...entry
  } = entryOf(input);
  return JSON.parse(
    JSON.stringify([
      ...[organizationId, subjectId, templateCodes, fileIds, startTime, endTime, chairId, recorderId],
      ...[{ ...entry, materials }, hosts.map((host) => ({ ...host, ...attendanceOf(host) }))],
      awaited.map(({ subjectId: who }) => who).sort(),
    ]),
  );
}

/** The duties with the version under which a discharge is posted after these stornos. */
function afterStornos(state: SubmissionState, { reverse }: FactChanges): SubmissionState {
  const count = (id: string, kind: string) =>
    reverse.filter((fact) => fact.kind === kind && fact.sourceTable === "obligation" && fact.sourceId === id).length;
  const bumped = (duties: readonly StoredObligation[]) =>
    duties.map((duty) => ({
      ...duty,
      dueVersion: duty.dueVersion + count(duty.id, "obligation.due"),
      dischargeVersion: duty.dischargeVersion + count(duty.id, "obligation.discharged"),
    }));
  return {
    ...state,
    obligations: bumped(state.obligations),
    others: state.others.map((host) => ({ ...host, obligations: bumped(host.obligations) })),
  };
}
