import type { Body } from "@dutyloop/contract/endpoints.ts";
import type { DisputeState } from "@dutyloop/domain/assessment/board-things.ts";
import type {
  AnswerCircumstances,
  DisputeAnswer,
  ReversibleFact,
} from "@dutyloop/domain/assessment/boards/dispute-rules.ts";
import type { Span } from "@dutyloop/domain/assessment/period-things.ts";
import { periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { FactDraft, ScoringFact } from "@dutyloop/domain/assessment/things.ts";
import type { Month, PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import { type StoredFact, standingFacts } from "../../../platform/facts/reverse-facts.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { loadDefinitions } from "../definitions.ts";
import { type StandingWithReason, standings } from "../periods/period-store.ts";
import { type EntryFrame, entryFrame } from "./entry-checks.ts";
import { sheetsBeside } from "./newly-pending.ts";
import { readByLine, readByScheme } from "./read-by-line.ts";
import { type SheetData, sheetData } from "./replay.ts";
import { type SheetsOf, sheetsAbove } from "./replay-around.ts";

export type Correction = Body<"previewDispute">;

type Reads = (fact: Pick<ScoringFact, "kind" | "attributes">) => boolean;

/** A dispute with all that an answer to it looks at. */
export type Case = {
  readonly path: string;
  readonly organizationId: string;
  readonly standing: StandingWithReason;
  /** Months that take no ordinary entries. */
  readonly closedMonths: ReadonlySet<Month>;
  readonly data: SheetData;
  /** The organisation with all its sheets in the version, the disputed one among them. */
  readonly own: SheetsOf;
  /** Those above it, the nearest first, with theirs. */
  readonly above: readonly SheetsOf[];
  /** Whether the disputed line counts a fact, and whether any line of its scheme does. */
  readonly ofLine: Reads;
  readonly ofScheme: Reads;
  readonly frame: EntryFrame;
  /** 党小组 of the organisation. */
  readonly groups: ReadonlySet<string>;
  readonly standingFacts: readonly StoredFact[];
  readonly circumstances: AnswerCircumstances;
};

type Row = {
  organizationId: string;
  name: string;
  path: string;
  scheme: string;
  schemeVersion: number;
  span: Span;
  from: PlainDate;
  version: number;
  line: string;
  state: DisputeState;
  openedBy: string;
  groups: string[];
};

/** `lock` holds the dispute until the end of the transaction, so that it is answered once. Throws `not_found`. */
export async function loadCase(
  database: ReadDatabase | Transaction,
  tenantId: number,
  disputeId: string,
  correction: Correction,
  { answeredBy, now, today, lock }: { answeredBy: string; now: Date; today: PlainDate; lock: boolean },
): Promise<Case> {
  const row = await disputeRow(database, tenantId, disputeId, lock ? sql`FOR NO KEY UPDATE OF d` : sql``);
  const known = await standings(database, tenantId);
  const standing = known.standing(periodOf(row.span, row.from));
  // An answered dispute may be about an earlier version: nothing more is done to it, so the newest one will do.
  const definitions = await loadDefinitions(database, tenantId, row.scheme, row.schemeVersion);
  const { organizationId, name, path, state, openedBy } = row;
  const data = await sheetData(database, tenantId, organizationId, definitions, standing, now);
  const judged = { organizationId, countsOn: standing.to, accountId: answeredBy };
  const frame = await entryFrame(database, tenantId, path, judged, { today, lock });
  const ids = correction.reversals.map(({ factId }) => factId);
  const found = await standingFacts(database, tenantId, organizationId, ids);
  return {
    path,
    organizationId,
    standing,
    closedMonths: new Set([...known.states].flatMap(([name, state]) => (state === "open" ? [] : [name]))),
    data,
    own: {
      organizationId,
      name,
      path,
      sheets: await sheetsBeside(database, tenantId, organizationId, standing, now),
    },
    above: await sheetsAbove(database, tenantId, organizationId, standing, now),
    ofLine: readByLine(definitions, row.line),
    ofScheme: readByScheme(definitions),
    frame,
    groups: new Set(row.groups),
    standingFacts: found,
    circumstances: {
      state,
      organizationId,
      openedBy,
      answeredBy,
      period: standing,
      facts: namedFacts(organizationId, ids, data, found),
    },
  };
}

async function disputeRow(
  database: ReadDatabase,
  tenantId: number,
  disputeId: string,
  locking: RawBuilder<unknown>,
): Promise<Row> {
  const { rows } = await sql<Row>`
    SELECT d.organization_id AS "organizationId", o.name, o.path, d.scheme_code AS scheme, s.scheme_version AS "schemeVersion",
      v.body->>'cadence' AS span, d.period_from AS "from", d.period_version AS version, d.line_code AS line, d.state,
      d.opened_by AS "openedBy", ARRAY(SELECT g.id FROM organization g WHERE g.tenant_id = o.tenant_id AND g.parent_id = o.id
        AND g.kind = 'GROUP') AS groups
    FROM dispute d
    JOIN organization o ON o.tenant_id = d.tenant_id AND o.id = d.organization_id
    JOIN score_sheet s ON s.tenant_id = d.tenant_id AND s.organization_id = d.organization_id AND s.scheme_code = d.scheme_code
      AND s.period_from = d.period_from AND s.period_version = d.period_version AND s.basis = 'published'
    JOIN scheme_version v ON v.tenant_id = d.tenant_id AND v.code = d.scheme_code AND v.version = s.scheme_version
    WHERE d.tenant_id = ${tenantId} AND d.id = ${disputeId} ${locking}`.execute(database);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

/** The facts that an answer names, of those the version holds; one that a storno has reversed is marked. */
function namedFacts(
  organizationId: string,
  ids: readonly string[],
  { facts }: SheetData,
  standing: readonly StoredFact[],
): Map<string, ReversibleFact> {
  const named = facts.filter(({ id }) => ids.includes(id));
  return new Map(
    named.map((fact) => {
      const stands = standing.find(({ id }) => id === fact.id);
      const { id, kind, quantity, base, attributes, occurredOn } = fact;
      const content = { id, kind, organizationId, quantity, base, attributes, occurredOn };
      const rest = { subjectId: stands?.subjectId ?? null, countsOn: stands?.countsOn ?? occurredOn };
      return [id, { ...content, ...rest, details: stands?.details ?? {}, reversed: stands === undefined }];
    }),
  );
}

/** The answer as the rules read it. */
export function answerTo(
  { organizationId, frame }: Case,
  outcome: DisputeAnswer["outcome"],
  text: string,
  { reversals, additions }: Correction,
): DisputeAnswer {
  return {
    outcome,
    text,
    reversals,
    additions: additions.map((fact): FactDraft => {
      const details: FactDraft["details"] = fact.kind === "judgement" ? { account: frame.answeredBy } : {};
      return { ...fact, organizationId, details };
    }),
  };
}

/**
 * An answer corrects what the disputed line counts, of the organisation and its own 党小组. A corrected fact stays with the
 * line or leaves the scheme's sheet: it doesn't move into another line.
 */
export function strayRefusal(state: Case, { reversals, additions }: Correction): Refusal | null {
  const { data, ofLine, ofScheme, groups } = state;
  const named = new Map(data.facts.map((fact) => [fact.id, fact]));
  const strays = reversals.some(({ factId, change }) => {
    const fact = named.get(factId);
    if (fact === undefined) return false;
    const corrected = { kind: fact.kind, attributes: change?.attributes ?? fact.attributes };
    return !ofLine(fact) || (!ofLine(corrected) && ofScheme(corrected));
  });
  if (strays || !additions.every(ofLine)) return refuse("dispute.fact_not_of_line", {}, "reversals");
  const elsewhere = additions.some(({ subjectId }) => subjectId !== null && !groups.has(subjectId));
  return elsewhere ? refuse("record.subject_not_here", {}, "additions") : null;
}
