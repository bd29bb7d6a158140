import { createHash } from "node:crypto";
import type { LedgerField } from "@dutyloop/domain/fulfilment/ledger/ledger-things.ts";
import { columnOfRefusal, readMeeting } from "@dutyloop/domain/fulfilment/ledger/read-meeting.ts";
import { monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import type { CheckedRow } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { v7 as uuidv7 } from "uuid";
import type { Context } from "../../../platform/ritual/use-case.ts";
import type { CellFault } from "../../../platform/spreadsheets/table.ts";
import { aroundDay, type StoredObligation } from "../../duties/index.ts";
import { decideSubmission, factsToPost, type Submission, type SubmittedRecord } from "../../fulfilment/index.ts";
import { type CheckedSheet, checkedSheet } from "../sheets/checked-sheet.ts";
import type { ReadRow } from "../sheets/read-sheet.ts";
import { keyOf, type LedgerState, rosterIn } from "./ledger-state.ts";
import type { ReadLedger } from "./read-ledger.ts";

/** A meeting of the ledger as it would be entered, with what it is worth. */
export type JudgedMeeting = { readonly input: SubmittedRecord; readonly submission: Submission };
export type JudgedLedger = {
  readonly sheet: CheckedSheet;
  readonly strange: readonly CellFault[];
  /** What would be written, in the order in which it was held. */
  readonly added: readonly JudgedMeeting[];
};
type Judged = CheckedRow<LedgerField, JudgedMeeting>;
type Books = Pick<Context, "today" | "closedMonths">;

/**
 * Judges every row of a ledger by the rules of a record that is entered by hand, in the order in which the meetings were
 * held: each on the duties that those before it left open.
 */
export function judgeLedger(
  { sheet, strange }: ReadLedger,
  templates: ReadonlyMap<string, TemplateBody>,
  state: LedgerState,
  books: Books,
): JudgedLedger {
  const duties = new Map([...state.obligations].map(([id, owed]) => [id, [...owed]]));
  const judging: Judging = { templates, state, books, seen: new Set(), duties };
  const order = sheet.rows.map((row, place) => ({ row, place }));
  order.sort((a, b) => heldBefore(a.row, b.row) || a.place - b.place);
  const results: Judged[] = [];
  for (const { row, place } of order) results[place] = judge(judging, row);
  return {
    sheet: checkedSheet(sheet, results) as unknown as CheckedSheet,
    strange,
    added: order.flatMap(({ place }) => results[place]?.after ?? []),
  };
}

/** What a ledger would write, as one number: another one once what it is compared with has changed in a way that matters. */
export function fingerprintOf({ added }: JudgedLedger, { closedMonths }: Books): string {
  const hash = createHash("sha256");
  for (const { input, submission } of added) {
    const facts = factsToPost(submission).map((fact) => [fact, closedMonths.has(monthOf(fact.countsOn))]);
    const duties = submission.decision.discharges.map(({ obligation }) => obligation.id);
    hash.update(`\n${JSON.stringify([input, duties, facts])}`);
  }
  return hash.digest("hex");
}

function heldBefore(one: ReadRow<LedgerField>, other: ReadRow<LedgerField>): number {
  const when = ({ given: { date, start } }: ReadRow<LedgerField>) => `${date} ${start ?? ""}`;
  const [a, b] = [when(one), when(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

type Judging = {
  readonly templates: ReadonlyMap<string, TemplateBody>;
  readonly state: LedgerState;
  readonly books: Books;
  /** Keys of the rows so far. */
  readonly seen: Set<string>;
  /** The duties of each branch as the rows so far leave them. */
  readonly duties: Map<string, StoredObligation[]>;
};

function judge({ templates: known, state, books, seen, duties }: Judging, { given }: ReadRow<LedgerField>): Judged {
  const host = state.hosts.get(given.organization ?? "");
  const templates = [given.type, given.alsoType].flatMap((code) => known.get(code ?? "") ?? []);
  const roster = host === undefined || given.date === null ? [] : rosterIn(state, host.organizationId, given.date);
  const groupId = host === undefined || host.subjectId === host.organizationId ? null : host.subjectId;
  const place = host === undefined ? null : { ...host, groupId, roster };
  const { meeting, faults, namedIn } = readMeeting(given, place, templates, books.today);
  const wrong = () => faults.checked<JudgedMeeting>(null, null, false);
  if (faults.list.length > 0 || host === undefined) return wrong();
  const { organizationId, subjectId } = host;
  const input: SubmittedRecord = { ...meeting, organizationId, subjectId, fileIds: [] };
  const key = keyOf(input);
  if (seen.has(key)) {
    faults.add("title", "import.twice");
    return wrong();
  }
  seen.add(key);
  if (state.meetings.has(key)) return { outcome: "unchanged", faults: [], before: null, after: null };
  const owed = duties.get(organizationId) ?? [];
  const submission = decideSubmission(
    {
      recordId: uuidv7(),
      host: {
        id: organizationId,
        name: host.organizationName,
        path: host.path,
        kind: host.kind,
        subjectId,
        subjectName: host.subjectName,
        subjectFits: true,
      },
      templates,
      unknownTemplates: false,
      roster,
      obligations: aroundDay(owed, input.templateCodes, input.occurredOn),
      filesMissing: false,
      others: [],
    },
    input,
    books,
  );
  if (isRefusal(submission)) {
    const { code, values, field } = submission;
    faults.add(columnOfRefusal(field, values.personId, namedIn), code, values);
    return wrong();
  }
  duties.set(organizationId, leftBy(owed, submission));
  return faults.checked(null, { input, submission }, false);
}

function leftBy(duties: StoredObligation[], { decision }: Submission): StoredObligation[] {
  if (decision.discharges.length === 0) return duties;
  const done = new Set(decision.discharges.map(({ obligation }) => obligation.id));
  return duties.map((duty) => (done.has(duty.id) ? { ...duty, state: "discharged", duePosted: true } : duty));
}
