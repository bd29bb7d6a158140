import { isDeepStrictEqual } from "node:util";
import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { v7 as uuidv7 } from "uuid";
import { placeInScope } from "../../../platform/access/place.ts";
import type { Act } from "../../../platform/changes/index.ts";
import { pause, tellingProgress } from "../../../platform/loops/progress.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { aroundDay, keepDischarged } from "../../duties/index.ts";
import { dischargesOf, monthsOfExtensions, postingMonths, saveSubmission } from "../../fulfilment/index.ts";
import { batchRow, undoableUntil } from "../batches/import-batch.ts";
import { digestOf } from "../sheets/digest.ts";
import { fingerprintOf, type JudgedLedger, judgeLedger } from "./judge-ledger.ts";
import { type LedgerState, ledgerState } from "./ledger-state.ts";
import { liveTemplates } from "./preview-ledger.ts";
import { type ReadLedger, readLedger } from "./read-ledger.ts";

export type LedgerFile = {
  readonly organizationId: string;
  readonly bytes: unknown;
  readonly fileName: string;
  /** As the preview answered them. */
  readonly digest: string;
  readonly fingerprint: string;
  /** Under which the caller follows how far it is. */
  readonly progress?: string | undefined;
};
/** The file as the templates of that moment read it before anything was held, or why it can't be read. */
type Prepared = { readonly templates: ReadonlyMap<string, TemplateBody>; readonly read: ReadLedger | Refusal } | null;
type State = {
  readonly path: string;
  readonly read: ReadLedger;
  readonly templates: ReadonlyMap<string, TemplateBody>;
  readonly ledger: LedgerState;
  readonly months: readonly Month[];
};
type Counts = Answer<"commitLedger">["sheets"][number];
type Decision = {
  readonly importId: string | null;
  readonly counts: Counts;
  readonly judged: JudgedLedger;
  readonly until: string;
};

/** Meetings that are written at once. */
const atOnce = 250;

/** Takes past meetings in, all of them or none, as the preview of the same file on the same state said it would. */
export const commitLedger: UseCase<LedgerFile, State, Decision, Answer<"commitLedger">, Prepared> = {
  name: "imports.commit_ledger",
  access: "roster.import",
  alsoPostsIn: ({ months }) => months,
  async prepare(database, { bytes, digest, progress }, { actor, now }) {
    if (digestOf(bytes) !== digest) return null;
    tellingProgress(actor.accountId, progress, now)("reading");
    const templates = await liveTemplates(database, actor.tenantId);
    return { templates, read: await readLedger(bytes, [...templates.values()]) };
  },
  async load(transaction, input, { actor, today, now }, prepared) {
    const { tenantId } = actor;
    const tell = tellingProgress(actor.accountId, input.progress, now);
    const whole = scopeOf(actor, "roster.import", today);
    const { path } = await placeInScope(transaction, tenantId, whole, input.organizationId);
    if (prepared === null) throw new Refused(refuse("import.another_file"));
    const { read } = prepared;
    if (isRefusal(read)) throw new Refused(read);
    const templates = await liveTemplates(transaction, tenantId);
    // Its columns are those of the templates.
    if (!isDeepStrictEqual(templates, prepared.templates)) throw new Refused(refuse("import.state_changed"));
    tell("checking");
    const where = { database: transaction, tenantId, scope: narrow(whole, path) };
    const ledger = await ledgerState(where, read.sheet.rows, true);
    return { path, read, templates, ledger, months: monthsOf(read, ledger, today) };
  },
  place: ({ path }) => path,
  decide({ read, templates, ledger }, { fingerprint }, context) {
    const judged = judgeLedger(read, templates, ledger, context);
    const { sheet, strange } = judged;
    const errors = sheet.errors + strange.length;
    if (errors > 0) return refuse("import.has_errors", { errors });
    if (fingerprintOf(judged, context) !== fingerprint) return refuse("import.state_changed");
    const { added, changed, unchanged } = sheet.counts;
    return {
      importId: added > 0 ? uuidv7() : null,
      counts: { name: sheet.sheet.name, added, changed, unchanged },
      judged,
      until: undoableUntil(context.now).toISOString(),
    };
  },
  async save(saving, { importId, counts, judged: { added } }, context, input) {
    const { actor, now } = context;
    const tell = tellingProgress(actor.accountId, input.progress, now);
    if (importId !== null) {
      const act: Act = { tenantId: actor.tenantId, kind: "import", id: importId };
      saving.insert(
        "import_batch",
        batchRow(context, input, importId, "ledger", { sheets: [counts], changedFrom: null }),
      );
      await saving.flush();
      for (let at = 0; at < added.length; at += atOnce) {
        tell("writing", at, added.length);
        for (const { submission, input: meeting } of added.slice(at, at + atOnce))
          saveSubmission(saving, submission, context, meeting, importId);
        await saving.flush();
        await pause();
      }
      const discharged = added.flatMap(({ submission }) => dischargesOf(submission));
      await keepDischarged(saving.transaction, act, discharged);
    }
    tell("done");
  },
  // Nothing of the file enters the audit but its digest: it names people.
  audit: ({ importId, counts }, { organizationId, digest }) => ({
    object: importId === null ? `organization ${organizationId}` : `import ${importId}`,
    after: { organizationId, digest, sheets: [counts] },
  }),
  answer: ({ importId, counts, until }) => ({
    importId,
    sheets: [counts],
    undoableUntil: importId === null ? null : until,
  }),
};

/** Every month that a record of one of these days may post in. */
function monthsOf({ sheet }: ReadLedger, { hosts, obligations }: LedgerState, today: string): Month[] {
  const months = new Set<Month>();
  for (const { given } of sheet.rows) {
    const { date, organization, type, alsoType } = given;
    const host = hosts.get(organization ?? "");
    if (date === null || host === undefined || date > today) continue;
    for (const month of postingMonths(date, today)) months.add(month);
    const codes = [type, alsoType].filter((code) => code !== null);
    const duties = aroundDay(obligations.get(host.organizationId) ?? [], codes, date);
    for (const month of monthsOfExtensions(duties, date)) months.add(month);
  }
  return [...months].sort();
}
