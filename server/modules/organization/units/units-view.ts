import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { coverageRate, hasOwnBranch } from "@dutyloop/domain/organization/gaps/coverage-rate.ts";
import type { UnitFacts } from "@dutyloop/domain/organization/gaps/unit-facts.ts";
import { type RawBuilder, sql } from "kysely";
import { placeInScope, topPath } from "../../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { unitFactsOf } from "./unit-facts.ts";
import { type UnitRow, unitPage, unitRows } from "./unit-rows.ts";

type Request = ReadRequest<"listUnits">;
type Item = Answer<"listUnits">["items"][number];

/** Units that an organisation and those below it answer for: step by step, all in one list, found by a word, or by 一部门一支部. Paged by path. */
export async function listUnits(request: Request): Promise<Answer<"listUnits">> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const below = narrow(scope, place.path);
  if (query.which === "level" || query.which === "all") return treeOf(request, below);
  return departmentsOf(request, below, query.which === "own_branch");
}

async function treeOf({ database, tenantId, query, today }: Request, scope: Scope): Promise<Answer<"listUnits">> {
  const { after, limit, parentId, q } = query;
  const which =
    q !== undefined
      ? holdsWord(q)
      : query.which === "all"
        ? sql<boolean>`true`
        : parentId !== undefined
          ? sql<boolean>`s.parent_id = ${parentId}::uuid`
          : sql<boolean>`NOT EXISTS (SELECT 1 FROM shown p WHERE p.id = s.parent_id)`;
  const rows = await unitPage(database, tenantId, scope, today, { which, after, limit: limit + 1 });
  return {
    ...pageOf(
      rows.filter(({ listed }) => listed),
      rows,
      limit,
    ),
    ownBranches: null,
  };
}

/** Whether a department has a branch of its own follows from all who share its branch, so all are looked at. */
async function departmentsOf(request: Request, scope: Scope, own: boolean): Promise<Answer<"listUnits">> {
  const { database, tenantId, query, today } = request;
  const rows = await unitRows(database, tenantId, scope, today);
  const facts = new Map(unitFactsOf(rows).map((unit) => [unit.id, unit]));
  const wanted = rows.filter(
    (row) =>
      hasOwnBranch(facts.get(row.id) as UnitFacts) === own &&
      (query.q === undefined || namesWord(row, query.q)) &&
      (query.after === undefined || row.path > query.after),
  );
  return { ...pageOf(wanted, rows, query.limit), ownBranches: ownBranchesOf([...facts.values()]) };
}

/** @param rows the wanted ones with the teams that count in them */
function pageOf(
  wanted: readonly UnitRow[],
  rows: readonly UnitRow[],
  limit: number,
): Pick<Answer<"listUnits">, "items" | "next"> {
  const facts = new Map(unitFactsOf(rows).map((unit) => [unit.id, unit]));
  const shown = wanted.slice(0, limit);
  return {
    items: shown.map((row) => itemOf(row, facts.get(row.id) as UnitFacts)),
    next: wanted.length > limit ? (shown.at(-1)?.path ?? null) : null,
  };
}

function holdsWord(q: string): RawBuilder<boolean> {
  const word = q.normalize("NFKC").toLowerCase();
  return sql<boolean>`(strpos(lower(s.name), ${word}) > 0 OR strpos(lower(s.code), ${word}) > 0)`;
}

function namesWord({ name, code }: UnitRow, q: string): boolean {
  const word = q.normalize("NFKC").toLowerCase();
  return name.toLowerCase().includes(word) || code.toLowerCase().includes(word);
}

function itemOf(row: UnitRow, facts: UnitFacts): Item {
  const { id, parentId, kind, code, name, region, restriction, validFrom, validTo } = row;
  const { keeperId, keeperName, keeperKind, coveredFrom, hasChildren } = row;
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

/** 一部门一支部 of the whole group on a day, by the organisation that answers for each department. */
export async function ownBranchesByKeeper(
  database: ReadDatabase | Transaction,
  tenantId: number,
  on: PlainDate,
): Promise<Map<string, { covered: number; departments: number }>> {
  const rows = await unitRows(database, tenantId, { subtrees: [await topPath(database, tenantId)], exact: [] }, on);
  const facts = unitFactsOf(rows);
  const byKeeper = Map.groupBy(rows.keys(), (index) => rows[index]?.keeperId ?? "");
  return new Map([...byKeeper].map(([id, own]) => [id, ownBranchesOf(own.map((index) => facts[index] as UnitFacts))]));
}
