import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { format, multiply, type Rational, rational } from "@dutyloop/domain/kernel/rational.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { benchmarkFor, benchmarkStanding, targetReached } from "@dutyloop/domain/standards/benchmark-rules.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { resultsOf, type StoredResult } from "./benchmark-state.ts";
import { setsOfGroup } from "./own-sets.ts";

const percent = (share: Rational) => format(multiply(share, rational(100)), 2);
/** 三年登高: the year asked for and the two before it. */
const yearsShown = 3;

/** How an organisation stands against the set of its kind: each item, each arm of the radar, each year's target. */
export async function getBenchmark(request: ReadRequest<"getBenchmark">): Promise<Answer<"getBenchmark">> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { year } = query;
  const sets = await setsOfGroup(database, tenantId);
  const setIn = (one: number) => benchmarkFor(sets(one), place.kind as OrganizationKind);
  const set = setIn(year);
  if (!set) return { year, set: null, share: percent(rational(0)), gaps: 0, unchecked: 0, years: [] };
  const targets = await database
    .selectFrom("benchmark_target")
    .where("tenant_id", "=", tenantId)
    .where("organization_id", "=", place.id)
    .where("set_code", "=", set.code)
    .select(["year", "target"])
    .execute();
  const years = await Promise.all(
    Array.from({ length: yearsShown }, async (_, index) => {
      const one = year - yearsShown + 1 + index;
      const results = await resultsOf(database, tenantId, place.id, one, set.code);
      return { year: one, results, standing: benchmarkStanding(setIn(one) ?? set, results) };
    }),
  );
  const now = years.at(-1) as (typeof years)[number];
  const found = new Map(now.results.map((result) => [result.itemCode, result]));
  return {
    year,
    set: {
      code: set.code,
      name: set.name,
      example: set.example,
      parts: set.parts.map(({ code, name, items }, index) => {
        const { met, checked } = now.standing.parts[index] ?? { met: 0, checked: 0 };
        const shown = items.map((item) => ({ ...item, result: presented(found.get(item.code)) }));
        return { code, name, met, checked, share: percent(rational(met, items.length)), items: shown };
      }),
    },
    share: percent(now.standing.share),
    gaps: now.standing.gaps.length,
    unchecked: now.standing.unchecked.length,
    years: years.map(({ year: one, standing }) => {
      const target = targets.find((row) => row.year === one)?.target ?? null;
      return {
        year: one,
        target,
        share: percent(standing.share),
        reached: target === null ? null : targetReached(standing.share, target),
      };
    }),
  };
}

function presented(result: StoredResult | undefined) {
  if (!result) return null;
  const { selfMet, selfNote, dueOn, selfAt, verifiedMet, verifiedNote, verifiedAt } = result;
  const verified =
    verifiedMet === null || verifiedAt === null
      ? null
      : { met: verifiedMet, note: verifiedNote ?? "", at: verifiedAt.toISOString() };
  return { met: selfMet, note: selfNote, dueOn, at: selfAt.toISOString(), verified };
}
