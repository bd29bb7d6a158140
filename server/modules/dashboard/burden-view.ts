import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { firstDayOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { rowOf, rowsOfChildren } from "./matrix/matrix-rows.ts";
import { monthsOfYear, viewedMonths } from "./matrix/months.ts";

type Sums = { readonly records: number; readonly typed: number; readonly filled: number };
type Row = Sums & { readonly id: string; readonly month: PlainDate };
const nothing: Sums = { records: 0, typed: 0, filled: 0 };

/** 减负: how many fields the branches at and below an organisation typed, and how many the system filled in itself (PLT-6). */
export async function getBurden(request: ReadRequest<"getBurden">): Promise<Answer<"getBurden">> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const below = narrow(scope, place.path);
  const listing = { database, tenantId, seen: inScope("o.path", scope) };
  const viewed = await rowOf(listing, place.id);
  const whole = below.subtrees.includes(place.path);
  const months = viewedMonths(viewed, monthsOfYear(query.year), undefined);
  const children = whole ? (await rowsOfChildren(listing, place.id, months)).filter(({ seen }) => seen) : [];
  const ids = [place.id, ...children.map(({ id }) => id)];
  const [own, subtree, branches] = await Promise.all([
    sums(request, [place.id], "own"),
    sums(request, ids, "subtree"),
    branchesOf(request, ids),
  ]);
  const ofYear = (rows: readonly Row[], id: string) =>
    rows
      .filter((row) => row.id === id)
      .reduce<Sums>(
        (sum, { records, typed, filled }) => ({
          records: sum.records + records,
          typed: sum.typed + typed,
          filled: sum.filled + filled,
        }),
        nothing,
      );
  const ofView = whole ? subtree : own;
  const rows = [
    { row: viewed, own: true, sum: ofYear(own, viewed.id) },
    ...children.map((row) => ({ row, own: false, sum: ofYear(subtree, row.id) })),
  ];
  return {
    organizationId: place.id,
    organizationName: place.name,
    year: query.year,
    branches: branches.get(place.id) ?? 0,
    months: monthsOfYear(query.year).map((month) => {
      const found = ofView.find((row) => row.id === place.id && row.month === firstDayOf(month));
      return { records: found?.records ?? 0, typed: found?.typed ?? 0, filled: found?.filled ?? 0 };
    }),
    rows: rows.map(({ row: { id, name, kind, hasChildren }, own: itself, sum }) => ({
      ...{ organizationId: id, organizationName: name, kind, own: itself, hasChildren },
      ...sum,
      branches: branches.get(id) ?? 0,
    })),
  };
}

async function sums(
  { database, tenantId, query }: ReadRequest<"getBurden">,
  ids: readonly string[],
  whose: "own" | "subtree",
): Promise<Row[]> {
  const sum = (name: string) => sql.ref(`${whose}_${name}`);
  const { rows } = await sql<Row>`
    SELECT organization_id AS id, month, ${sum("records")} AS records, ${sum("typed")} AS typed, ${sum("filled")} AS filled
    FROM record_rollup WHERE tenant_id = ${tenantId} AND organization_id = ANY(${[...ids]}::uuid[])
      AND month >= ${`${query.year}-01-01`}::date AND month <= ${`${query.year}-12-31`}::date`.execute(database);
  return rows;
}

async function branchesOf(
  { database, tenantId }: ReadRequest<"getBurden">,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; branches: number }>`
    SELECT organization_id AS id, branches FROM tree_count
    WHERE tenant_id = ${tenantId} AND organization_id = ANY(${[...ids]}::uuid[])`.execute(database);
  return new Map(rows.map(({ id, branches }) => [id, branches]));
}
