import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { coverageRate, hasOwnBranch } from "@dutyloop/domain/organization/gaps/coverage-rate.ts";
import type { UnitFacts } from "@dutyloop/domain/organization/gaps/unit-facts.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { type UnitRow, unitFactsOf, unitRows } from "./unit-facts.ts";

type Request = ReadRequest<"listUnits">;
type Item = Answer<"listUnits">["items"][number];

/** Units that an organisation and those below it answer for: step by step, found by a word, or by 一部门一支部. Paged by path. */
export async function listUnits(request: Request): Promise<Answer<"listUnits">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const rows = await unitRows(database, tenantId, narrow(scope, place.path), today);
  const facts = unitFactsOf(rows);
  const byId = new Map(facts.map((unit) => [unit.id, unit]));
  const parents = new Set(rows.map(({ parentId }) => parentId));
  const wanted = chosen(rows, byId, query).filter(({ path }) => query.after === undefined || path > query.after);
  const shown = wanted.slice(0, query.limit);
  return {
    items: shown.map((row) => itemOf(row, byId.get(row.id) as UnitFacts, parents.has(row.id))),
    next: wanted.length > query.limit ? (shown.at(-1)?.path ?? null) : null,
    ownBranches: ownBranchesOf(facts),
  };
}

function chosen(rows: readonly UnitRow[], facts: ReadonlyMap<string, UnitFacts>, query: Request["query"]): UnitRow[] {
  const { which, parentId, q } = query;
  const found = q === undefined ? rows : rows.filter((row) => holdsWord(row, q));
  if (which !== "level")
    return found.filter(({ id }) => hasOwnBranch(facts.get(id) as UnitFacts) === (which === "own_branch"));
  if (q !== undefined) return [...found];
  if (parentId !== undefined) return found.filter((row) => row.parentId === parentId);
  const known = new Set(rows.map(({ id }) => id));
  return found.filter((row) => row.parentId === null || !known.has(row.parentId));
}

function holdsWord({ name, code }: UnitRow, q: string): boolean {
  const word = q.normalize("NFKC").toLowerCase();
  return name.toLowerCase().includes(word) || code.toLowerCase().includes(word);
}

function itemOf(row: UnitRow, facts: UnitFacts, hasChildren: boolean): Item {
  const { id, parentId, kind, code, name, region, restriction, validFrom, validTo } = row;
  const { keeperId, keeperName, keeperKind, coveredFrom } = row;
  const keeper = { id: keeperId, name: keeperName };
  return {
    ...{ id, parentId, kind, code, name, region, restriction, validFrom, validTo },
    coverage:
      keeperKind !== null && coveredFrom !== null ? { ...keeper, kind: keeperKind, validFrom: coveredFrom } : null,
    keeper,
    fullMembers: facts.fullMembers,
    probationaryMembers: facts.probationaryMembers,
    ownBranch: hasOwnBranch(facts),
    hasChildren,
  };
}

/** 一部门一支部 of the units given, as two counts. */
export function ownBranchesOf(facts: readonly UnitFacts[]): { covered: number; departments: number } {
  const { covered, departments } = coverageRate(facts);
  return { covered, departments };
}

/** 一部门一支部 of everything that the organisations of a scope answer for on a day. */
export async function ownBranchesIn(
  database: ReadDatabase,
  tenantId: number,
  scope: Scope,
  on: PlainDate,
): Promise<{ covered: number; departments: number }> {
  return ownBranchesOf(unitFactsOf(await unitRows(database, tenantId, scope, on)));
}
