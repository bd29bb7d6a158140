import { indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { AssessedGroup } from "./assessed-group.ts";

const name = (text: string) => ({ zh: text, en: text });
const leaf = (indicator: string, fullMarks: string) => ({ kind: "leaf", indicator, version: 1, fullMarks });
const sum = (code: string, ...children: object[]) => ({ kind: "sum", code, name: name(code), children });
const committees = { kinds: ["COMMITTEE", "GENERAL_BRANCH"] };

/** The totals that branches reached in a quarter, each counting alike. */
const branchesSeason = {
  code: "branches_season",
  version: 1,
  name: name("branches_season"),
  dimension: "done",
  reads: [],
  aggregation: { form: "rollup", scheme: "season", line: null, weighting: "equal" },
  pointsRule: { rule: "linear", baseline: "0", target: "100" },
  noData: "pending",
  basis: name("basis"),
};

/** Other marks for the branch's month: the group's next version, and an adaptation of the first one. */
const monthly = (version: number, marks: readonly [string, string, string], over: object) => ({
  code: "monthly",
  version,
  name: name("monthly"),
  root: sum(
    "monthly_total",
    leaf("meetings_on_time", marks[0]),
    leaf("attendance", marks[1]),
    leaf("record_standard", marks[2]),
  ),
  ...over,
});

const fatal = (total: string) => ({
  code: "fatal",
  name: name("fatal"),
  when: { kind: "metric", conditions: [{ attribute: "severity", operator: "eq", values: ["fatal"] }], atLeast: 1 },
  effect: { caps: "total", total },
});

/** A month of imported figures with a veto. */
const grid = {
  code: "grid",
  version: 1,
  name: name("grid"),
  root: sum("grid_total", leaf("outage_hours", "40"), leaf("safety_events", "60")),
  vetoes: [fatal("20")],
};

/** A quarter that reads the branch's months, imported figures, honours and what is overdue. */
const season = {
  code: "season",
  version: 1,
  name: name("season"),
  cadence: "quarter",
  range: { floor: "0", ceiling: "110" },
  root: {
    kind: "weighted",
    code: "season_total",
    name: name("season_total"),
    children: [
      { weight: "70", node: leaf("monthly_figure", "100") },
      { weight: "30", node: sum("season_own", leaf("safety_events", "30"), leaf("overdue_findings", "10")) },
    ],
  },
  bonuses: [{ code: "season_bonus", name: name("bonus"), ceiling: "5", leaves: [leaf("honours", "5")] }],
  deductions: [
    { code: "season_deduction", name: name("deduction"), ceiling: "5", leaves: [leaf("overdue_deduction", "5")] },
  ],
  vetoes: [fatal("60")],
  tieBreakers: ["season_own"],
};

/** A quarter of a committee: its own months and the quarters of the branches below. */
const committeeSeason = {
  code: "committee_season",
  version: 1,
  name: name("committee_season"),
  cadence: "quarter",
  appliesTo: committees,
  root: sum("committee_season_total", leaf("committee_monthly_figure", "60"), leaf("branches_season", "40")),
};

/**
 * Puts every way of scoring to use from January on: branches' months, months of committees that roll these up, imported
 * figures, judged quarters, and quarters that read months. `monthly` has a second version that the group may adopt, and
 * a third that only the organisation `adapting` may.
 */
export async function adoptHistorySchemes({ query, tenantId, rootId }: AssessedGroup, adapting: string): Promise<void> {
  await query(
    "INSERT INTO indicator_version (tenant_id, code, version, body, checksum) VALUES ($1, 'branches_season', 1, $2::jsonb, 'test')",
    [tenantId, JSON.stringify(indicatorBody.parse(branchesSeason))],
  );
  const versions = [
    { body: monthly(2, ["50", "20", "30"], { lateFactor: "0.25" }), owner: rootId },
    { body: monthly(3, ["30", "30", "40"], { adapts: 1 }), owner: adapting },
    ...[grid, season, committeeSeason].map((body) => ({ body, owner: null })),
  ];
  for (const { body, owner } of versions) {
    const parsed = schemeBody.parse(body);
    await query(
      `INSERT INTO scheme_version (tenant_id, code, version, body, checksum, owner_id, base_version)
       VALUES ($1, $2, $3, $4::jsonb, 'test', $5, $6)`,
      [tenantId, parsed.code, parsed.version, JSON.stringify(parsed), owner, parsed.adapts],
    );
  }
  await query(
    `INSERT INTO scheme_adoption (tenant_id, organization_id, scheme_code, period_from, scheme_version, adopted_at)
     SELECT $1, $2, code, '2026-01-01', 1, now()
     FROM unnest('{grid,season,committee_season,committee_monthly,quarterly}'::text[]) AS code`,
    [tenantId, rootId],
  );
}
