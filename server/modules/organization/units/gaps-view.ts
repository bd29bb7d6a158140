import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, narrow, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { type Gap, gapsOf } from "@dutyloop/domain/organization/gaps/gap-rules.ts";
import { sql } from "kysely";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { freeCodes } from "./free-code.ts";
import { unitFactsOf } from "./unit-facts.ts";
import { holds } from "./unit-places.ts";
import { type UnitRow, unitRows } from "./unit-rows.ts";
import { ownBranchesOf } from "./units-view.ts";

type Request = ReadRequest<"listGaps">;
type Item = Answer<"listGaps">["items"][number];
type Listed = { readonly gap: Gap; readonly unit: UnitRow; readonly key: string };

/** 应建必建 of an organisation and those below it, in the order of the units' tree; paged by unit and number. */
export async function listGaps(request: Request): Promise<Answer<"listGaps">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const rows = await unitRows(database, tenantId, narrow(scope, place.path), today);
  const facts = unitFactsOf(rows);
  const listed = inOrder(gapsOf(facts), rows);
  const from = query.after === undefined ? 0 : listed.findIndex(({ key }) => key > (query.after ?? ""));
  const shown = from < 0 ? [] : listed.slice(from, from + query.limit);
  const counts = { must: 0, general: 0, practice: 0, design: 0 };
  for (const { gap } of listed) counts[gap.finding.strength] += 1;
  return {
    items: await itemsOf(request, shown),
    next: from >= 0 && listed.length > from + query.limit ? (shown.at(-1)?.key ?? null) : null,
    counts,
    ownBranches: ownBranchesOf(facts),
  };
}

/** The key of a gap sorts by the unit's path, then by its number among the unit's. */
function inOrder(gaps: readonly Gap[], rows: readonly UnitRow[]): Listed[] {
  const units = new Map(rows.map((row) => [row.id, row]));
  const numbers = new Map<string, number>();
  return gaps.map((gap) => {
    const unit = units.get(gap.unitId) as UnitRow;
    const number = (numbers.get(unit.id) ?? 0) + 1;
    numbers.set(unit.id, number);
    return { gap, unit, key: `${unit.path} ${String(number).padStart(4, "0")}` };
  });
}

async function itemsOf(request: Request, shown: readonly Listed[]): Promise<Item[]> {
  const { database, tenantId } = request;
  const [names, organizations, codes] = await Promise.all([
    personNames(request, shown),
    organizationNames(request, shown),
    freeCodes(
      database,
      tenantId,
      shown.flatMap(({ gap, unit }) => (gap.proposal.act === "create" ? [unit.code] : [])),
    ),
  ]);
  return shown.map(({ gap, unit }) => {
    const { proposal, finding } = gap;
    const personId = personOf(gap);
    const under = aboveOf(gap);
    // Of a secret unit only counts are told (PRV-22).
    const named = personId !== null && unit.restriction !== "SECRET" ? (names.get(personId) ?? null) : null;
    return {
      id: `${unit.id} ${finding.code} ${personId ?? ""}`.trimEnd(),
      unit: { id: unit.id, name: unit.name, kind: unit.kind, restriction: unit.restriction },
      keeper: { id: unit.keeperId, name: unit.keeperName },
      finding,
      proposal: {
        act: proposal.act,
        kind: proposal.act === "create" ? proposal.kind : null,
        name: proposal.act === "create" ? proposal.name : null,
        code: proposal.act === "create" ? (codes.get(unit.code) ?? null) : null,
        under: under === null ? null : { id: under, name: organizations.get(under) ?? null },
        post:
          proposal.act === "create"
            ? (proposal.leader?.post ?? null)
            : proposal.act === "appoint"
              ? proposal.post
              : null,
        personId,
        personName: named,
        joining: proposal.act === "create" ? proposal.joining.length : proposal.act === "join_group" ? 1 : 0,
        needsApproval: proposal.act === "create" && proposal.kind === "TEMP_BRANCH",
      },
    };
  });
}

/** Whom a proposal names: its leader, or who would join. */
export function personOf({ proposal }: Gap): string | null {
  return proposal.act === "create" ? (proposal.leader?.personId ?? null) : proposal.personId;
}

/** The organisation that a new one would stand under, or that the proposal is about. */
function aboveOf({ proposal }: Gap): string | null {
  if (proposal.act === "create") return proposal.parentId;
  return proposal.act === "appoint" ? proposal.organizationId : proposal.groupId;
}

/** Names of those whom the caller may read by name today, wherever they belong. */
async function personNames(request: Request, shown: readonly Listed[]): Promise<Map<string, string>> {
  const { database, tenantId, caller, today } = request;
  const ids = shown.flatMap(({ gap }) => personOf(gap) ?? []);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    SELECT p.id, p.name, o.path FROM person p
    JOIN membership m ON m.tenant_id = p.tenant_id AND m.person_id = p.id AND ${holds("m", today)}
    JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    WHERE p.tenant_id = ${tenantId} AND p.id = ANY(${ids}::uuid[])`.execute(database);
  const readable = scopeOf(caller.actor, "person.read", today);
  return new Map(rows.filter(({ path }) => covers(readable, path)).map(({ id, name }) => [id, name]));
}

async function organizationNames(
  { database, tenantId, scope }: Request,
  shown: readonly Listed[],
): Promise<Map<string, string>> {
  const ids = shown.flatMap(({ gap }) => aboveOf(gap) ?? []);
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    SELECT id, name, path FROM organization WHERE tenant_id = ${tenantId} AND id = ANY(${ids}::uuid[])`.execute(
    database,
  );
  return new Map(rows.filter(({ path }) => covers(scope, path)).map(({ id, name }) => [id, name]));
}
