import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addMonths, firstDayOf, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { closedMonthRefusal } from "@dutyloop/domain/organization/tree-rules.ts";
import { v7 as uuidv7 } from "uuid";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import { tellingProgress } from "../../../platform/loops/progress.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { holdTree, monthsSince } from "../../organization/index.ts";
import { batchRow, undoableUntil } from "../batches/import-batch.ts";
import { digestOf } from "../sheets/digest.ts";
import { firstChange, writeRoster } from "../writing/write-roster.ts";
import { type CheckedRoster, checkRoster, sheetsOf } from "./check-roster.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type Reach, reachAt } from "./reach.ts";
import { type ReadRoster, readRoster } from "./read-roster.ts";

export type RosterFile = {
  readonly organizationId: string;
  readonly bytes: unknown;
  readonly fileName: string;
  /** As the preview answered them. */
  readonly digest: string;
  readonly fingerprint: string;
  readonly effectiveOn?: PlainDate | undefined;
  /** Under which the caller follows how far it is. */
  readonly progress?: string | undefined;
};
/** The file as it was read before anything was held, or why it can't be. */
type Prepared = { readonly roster: ReadRoster | Refusal | null };
type State = { readonly checked: CheckedRoster; readonly reach: Reach };
type Decision = { readonly importId: string | null; readonly counts: Counts[]; readonly until: string };
type Counts = Answer<"commitRoster">["sheets"][number];

/** Takes a roster in, all of it or nothing, as the preview of the same file on the same state said it would. */
export const commitRoster: UseCase<RosterFile, State, Decision, Answer<"commitRoster">, Prepared> = {
  name: "imports.commit_roster",
  access: "roster.import",
  postsIn: ({ effectiveOn }, today) => monthsSince(effectiveOn ?? firstDayOf(monthOf(today)), today),
  alsoPostsIn: ({ checked, reach }) => {
    const from = firstChange(checked, reach.effectiveOn);
    return from === null ? [] : monthsSince(from, reach.today);
  },
  async prepare(_database, { bytes, digest, progress }, { actor, now }) {
    if (digestOf(bytes) !== digest) return { roster: null };
    tellingProgress(actor.accountId, progress, now)("reading");
    return { roster: await readRoster(bytes) };
  },
  async load(transaction, input, context, { roster }) {
    const { actor, fields, today, now, closedMonths } = context;
    const tell = tellingProgress(actor.accountId, input.progress, now);
    await holdTree(transaction, actor.tenantId);
    const asking = { database: transaction, tenantId: actor.tenantId, fields, today, actor };
    const reach = await reachAt(asking, input.organizationId, input.effectiveOn);
    if (roster === null) throw new Refused(refuse("import.another_file"));
    if (isRefusal(roster)) throw new Refused(roster);
    tell("checking");
    return { checked: await checkRoster(roster, reach, closedMonths), reach };
  },
  place: ({ reach }) => reach.path,
  decide({ checked, reach }, { fingerprint }, { closedMonths, now }) {
    const sheets = sheetsOf(checked);
    const errors = sheets.reduce((sum, sheet) => sum + sheet.errors, checked.strange.length);
    if (errors > 0) return refuse("import.has_errors", { errors });
    if (fingerprintOf(checked, reach.effectiveOn) !== fingerprint) return refuse("import.state_changed");
    const from = firstChange(checked, reach.effectiveOn);
    const closed = from === null ? null : closedMonthRefusal(from, closedMonths, "effectiveOn");
    if (closed) return closed;
    const counts = sheets.map(({ sheet: { name }, counts: { added, changed, unchanged } }) => ({
      name,
      added,
      changed,
      unchanged,
    }));
    const changes = counts.some(({ added, changed }) => added + changed > 0);
    return { importId: changes ? uuidv7() : null, counts, until: undoableUntil(now).toISOString() };
  },
  async save(saving, { importId, counts }, context, input, { checked, reach }) {
    const { actor, now, today, fields } = context;
    const tell = tellingProgress(actor.accountId, input.progress, now);
    if (importId !== null) {
      const act = { tenantId: actor.tenantId, kind: "import" as const, id: importId };
      await writeRoster({ transaction: saving.transaction, act, tell }, checked, {
        fields,
        effectiveOn: reach.effectiveOn,
        oldestMonth: firstDayOf(addMonths(monthOf(today), -mostMonths)),
        today,
        now,
      });
      const changedFrom = firstChange(checked, reach.effectiveOn);
      if (countsOthers(checked)) requestTreeCount(saving, context);
      saving.insert("import_batch", batchRow(context, input, importId, "roster", { sheets: counts, changedFrom }));
    }
    tell("done");
  },
  // Nothing of the file enters the audit but its digest: it names people.
  audit: ({ importId, counts }, { organizationId, digest }) => ({
    object: importId === null ? `organization ${organizationId}` : `import ${importId}`,
    after: { organizationId, digest, sheets: counts },
  }),
  answer: ({ importId, counts, until }) => ({
    importId,
    sheets: counts,
    undoableUntil: importId === null ? null : until,
  }),
};

/** Whether organisations, units or members are others than before: posts alone change no count. */
function countsOthers({ organizations, units, coverage, people }: CheckedRoster): boolean {
  return [organizations, units, coverage, people].some(({ counts: { added, changed } }) => added + changed > 0);
}

/** As far back as sheets are asked for where members are new. */
const mostMonths = 13;
