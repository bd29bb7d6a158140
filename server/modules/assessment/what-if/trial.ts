import { orderKeyOf } from "@dutyloop/domain/assessment/boards/order-key.ts";
import { leavesOf } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { singleKinds } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import type { LeafResult } from "@dutyloop/domain/assessment/scoring/leaf-score.ts";
import { memoOf } from "@dutyloop/domain/assessment/scoring/memo.ts";
import { plainContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import type { VetoFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { stepsOf } from "@dutyloop/domain/assessment/scoring/steps.ts";
import type { Evidence } from "@dutyloop/domain/assessment/things.ts";
import { type SheetComposer, sheetComposer } from "@dutyloop/domain/assessment/what-if/what-if-sheets.ts";
import { compare, parse } from "@dutyloop/domain/kernel/rational.ts";
import type { Database } from "../../../platform/db/pools.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";
import { type Contexts, contextsIn } from "./decided.ts";
import { factsAgain } from "./facts-again.ts";
import { isInRange, type Portion } from "./portions.ts";
import { finestPlaces, type SheetSource, sheetSource, standingVetoes, unitsOf } from "./sheet-source.ts";
import { eachSheet, type StandingSheet } from "./stored-sheets.ts";
import { addPoints, newTried, type Tried } from "./tried-figures.ts";
import { isWholeIn, type TriedOne } from "./tried-organizations.ts";

/** A changed scheme tried beside the one that stands, for the organisations at and below a path. */
export type Trial = {
  readonly database: Database;
  readonly tenantId: number;
  readonly schemeCode: string;
  readonly path: string;
  readonly organizations: ReadonlyMap<string, TriedOne>;
  /** Versions by which somebody here was scored, as far as known. */
  readonly before: Map<number, Definitions>;
  readonly after: Definitions;
  /** Leaves of the standing versions and of the changed scheme, by code. */
  readonly codesBefore: string[];
  readonly codesAfter: readonly string[];
  readonly sources: Map<number | null, SheetSource>;
  readonly compose: SheetComposer;
  /** Whether a coverage reaches the changed scheme's threshold. */
  readonly isCovered: (coverage: string) => boolean;
  /** Whether only one period is tried, so that tie-breakers hold. */
  readonly single: boolean;
  /** Organisations of which some sheet was compared. */
  readonly tried: Map<string, Tried>;
  sheets: number;
};

export type TrialParts = Pick<
  Trial,
  "database" | "tenantId" | "schemeCode" | "path" | "organizations" | "before" | "after" | "single"
> & {
  /** Whether everybody here was scored by the standing scheme in each period, as far as that applies to him. */
  readonly inForce: boolean;
};

/** How many different coverages are remembered. */
const remembered = 10_000;

export function startTrial({ inForce, ...parts }: TrialParts): Trial {
  const { before, after } = parts;
  const versions = [...before.values()];
  const codesBefore = leafCodes(versions);
  const threshold = parse(after.scheme.coverageThreshold);
  // Who is scored by both schemes has a sheet; the leaves of whoever has none are scored from facts.
  const widened = !inForce || !versions.every(({ scheme }) => isWithin(after.scheme.appliesTo, scheme.appliesTo));
  return {
    ...parts,
    codesBefore,
    codesAfter: leafCodes([after]),
    sources: new Map([
      ...[...before].map(([version, one]) => [version, sheetSource(one, after, codesBefore)] as const),
      ...(widened ? [[null, sheetSource(null, after, codesBefore)] as const] : []),
    ]),
    compose: sheetComposer(after.scheme, after.frames),
    isCovered: memoOf(remembered, (coverage) => compare(parse(coverage), threshold) >= 0),
    tried: new Map(),
    sheets: 0,
  };
}

/** Codes of the leaves of these versions, each once. */
function leafCodes(versions: readonly Definitions[]): string[] {
  return [...new Set(versions.flatMap(({ scheme }) => leavesOf(scheme).map(({ indicator }) => indicator)))];
}

type Audience = Definitions["scheme"]["appliesTo"];

function isWithin(narrow: Audience, wide: Audience): boolean {
  const classes = wide.classes.length === 0 || (narrow.classes.length > 0 && isSubset(narrow.classes, wide.classes));
  return classes && isSubset(narrow.kinds, wide.kinds);
}

function isSubset(some: readonly string[], of: readonly string[]): boolean {
  return some.every((one) => of.includes(one));
}

/** What a portion needs beside its sheets. */
export type Facts = {
  /** Versions whose leaves it was read for. */
  readonly covers: ReadonlySet<number | null>;
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  readonly contexts: Contexts;
};

/** Compares every sheet of a portion. */
export async function tryPortion(trial: Trial, portion: Portion, facts: Facts): Promise<void> {
  const { database, tenantId, schemeCode, path, single, organizations } = trial;
  const seen = new Set<string>();
  const unexpected: StandingSheet[] = [];
  await eachSheet(database, tenantId, schemeCode, path, portion, single, (sheet) => {
    const organization = organizations.get(sheet.organizationId);
    if (organization === undefined || !isWholeIn(portion.period, organization)) return;
    seen.add(sheet.organizationId);
    const source = trial.sources.get(sheet.schemeVersion);
    if (source === undefined || !facts.covers.has(sheet.schemeVersion)) unexpected.push(sheet);
    else trySheet(trial, organization, sheet, source, facts);
  });
  if (unexpected.length > 0) await tryUnexpected(trial, portion, unexpected);
  if (!trial.sources.has(null)) return;
  for (const organization of organizations.values()) {
    if (seen.has(organization.id) || !isInRange(portion.ids, organization.id)) continue;
    if (isWholeIn(portion.period, organization)) tryWithout(trial, organization, facts);
  }
}

/** Sheets of versions that nobody here uses now: their organisations stood elsewhere. */
async function tryUnexpected(trial: Trial, portion: Portion, sheets: readonly StandingSheet[]): Promise<void> {
  const { database, tenantId, schemeCode, after, before, codesBefore, organizations, sources } = trial;
  for (const version of new Set(sheets.map(({ schemeVersion }) => schemeVersion))) {
    if (sources.has(version)) continue;
    const definitions = await loadDefinitions(database.reading(tenantId), tenantId, schemeCode, version);
    before.set(version, definitions);
    codesBefore.push(...leafCodes([definitions]).filter((code) => !codesBefore.includes(code)));
    sources.set(version, sheetSource(definitions, after, codesBefore));
  }
  const facts = await factsFor(trial, portion);
  for (const sheet of sheets) {
    trySheet(trial, organizations.get(sheet.organizationId)!, sheet, sources.get(sheet.schemeVersion)!, facts);
  }
}

const noFacts = { evidence: new Map(), contexts: { plain: plainContext, of: new Map() } };

/** Reads what has to be scored again in a portion. */
export async function factsFor(trial: Trial, portion: Portion): Promise<Facts> {
  const { database, tenantId, schemeCode, organizations, after, sources } = trial;
  const again = [...sources.values()].flatMap((source) => source.again ?? []);
  const covers = new Set(sources.keys());
  if (again.length === 0) return { covers, ...noFacts };
  const ids = [...organizations.keys()];
  const wanted = {
    kinds: new Set(again.flatMap(({ kinds }) => [...kinds])),
    singles: singleKinds(after.indicators),
    organizationIds: ids.length > fewOrganizations ? null : ids,
  };
  const indicators = [...new Set(again.flatMap(({ definitions }) => definitions.indicators))];
  const reading = database.reading(tenantId);
  const [evidence, contexts] = await Promise.all([
    factsAgain(database, tenantId, portion, wanted),
    contextsIn(reading, tenantId, schemeCode, { ...after, indicators }, portion.period, ids),
  ]);
  return { covers, evidence, contexts };
}

/** Up to so many their facts are asked for by name. */
const fewOrganizations = 1000;

function trySheet(trial: Trial, organization: TriedOne, sheet: StandingSheet, source: SheetSource, facts: Facts): void {
  const tried = triedOf(trial, organization.id);
  const counts = sheet.orderKey !== "";
  const results = new Array<LeafResult>(trial.codesAfter.length);
  for (const { at, slot, leaf, read } of source.cells) {
    const { units, changed } = read(sheet.lines[at] ?? "");
    if (counts) addPoints(tried.before, slot, units);
    if (leaf !== null && changed !== null) results[leaf] = changed;
  }
  if (counts && sheet.total !== null) {
    tried.before.totals.push(unitsOf(sheet.total, finestPlaces));
    tried.before.orderKey = sheet.orderKey;
  }
  tried.class = sheet.class;
  trial.sheets += 1;
  finish(trial, organization, tried, source, results, standingVetoes(source, sheet.lines), facts);
}

/** Somebody whom only the changed scheme scores. */
function tryWithout(trial: Trial, organization: TriedOne, facts: Facts): void {
  const source = trial.sources.get(null);
  const { appliesTo } = trial.after.scheme;
  if (source === undefined || !isIn(appliesTo, organization.kind, organization.class)) return;
  const tried = triedOf(trial, organization.id);
  tried.class = organization.class;
  trial.sheets += 1;
  finish(trial, organization, tried, source, [], [], facts);
}

function triedOf({ tried, codesBefore, codesAfter }: Trial, id: string): Tried {
  const known = tried.get(id) ?? newTried(codesBefore.length, codesAfter.length);
  tried.set(id, known);
  return known;
}

function isIn({ kinds, classes }: Audience, kind: TriedOne["kind"], ofClass: string): boolean {
  return kinds.includes(kind) && (classes.length === 0 || classes.includes(ofClass));
}

/** Puts the changed sheet together and adds it up where it counts. */
function finish(
  { after, compose, codesAfter, single, isCovered }: Trial,
  { id, kind }: TriedOne,
  tried: Tried,
  { again }: SheetSource,
  results: LeafResult[],
  vetoes: readonly VetoFigures[],
  facts: Facts,
): void {
  if (!isIn(after.scheme.appliesTo, kind, tried.class)) return;
  let triggered = vetoes;
  if (again !== null) {
    const context = facts.contexts.of.get(id) ?? facts.contexts.plain;
    const figures = again.scorer.score(facts.evidence.get(id) ?? [], context);
    again.leaves.forEach((leaf, index) => {
      const line = figures.lines[1 + index];
      if (line !== undefined)
        results[leaf] = { figures: line, steps: line.points === null ? null : stepsOf(line.points) };
    });
    triggered = [...vetoes, ...figures.vetoes];
  }
  const figures = compose(results, triggered);
  if (figures.total === null || !isCovered(figures.coverage)) return;
  tried.after.totals.push(unitsOf(figures.total, after.scheme.places));
  if (single) tried.after.orderKey = orderKeyOf(after.scheme, figures, after.frames);
  for (let leaf = 0; leaf < codesAfter.length; leaf += 1) {
    const { steps } = results[leaf] as LeafResult;
    addPoints(tried.after, leaf, steps === null ? null : Number(steps));
  }
}
