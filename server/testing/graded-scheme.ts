import { type SchemeBody, schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { v7 as uuidv7 } from "uuid";
import type { Opened } from "../platform/db/opening.ts";
import type { Transaction } from "../platform/db/pools.ts";
import { postFacts } from "../platform/facts/post-facts.ts";
import { startSaving } from "../platform/ritual/saving.ts";
import type { Example } from "./example-branch.ts";

/** A scheme of two leaves with grades, a limited share of the best, and a veto on a fatal accident. */
const graded = {
  code: "graded",
  version: 1,
  name: { zh: "分等次的月积分", en: "Graded monthly points" },
  root: {
    kind: "sum",
    code: "graded_total",
    name: { zh: "合计", en: "Total" },
    children: [
      { kind: "leaf", indicator: "meetings_on_time", version: 1, fullMarks: "40" },
      { kind: "leaf", indicator: "attendance", version: 1, fullMarks: "60" },
    ],
  },
  vetoes: [
    {
      code: "fatal",
      name: { zh: "发生人身死亡事故", en: "A fatal accident" },
      when: {
        kind: "metric",
        conditions: [{ attribute: "severity", operator: "eq", values: ["fatal"] }],
        atLeast: 1,
      },
      effect: { caps: "grade", grade: "fair" },
    },
  ],
  grades: [
    { code: "good", name: { zh: "好", en: "Good" }, atLeast: "65" },
    { code: "fair", name: { zh: "一般", en: "Fair" }, atLeast: "40" },
    { code: "poor", name: { zh: "差", en: "Poor" }, atLeast: "0" },
  ],
  proportions: [{ grade: "good", atMost: "0.3" }],
};

/** Publishes the scheme, by the month or under another code by longer periods, and assesses the whole group by it. */
export async function gradedScheme(
  { query, tenantId, adopt }: Example,
  over: Partial<Pick<SchemeBody, "code" | "cadence">> = {},
): Promise<void> {
  const body = schemeBody.parse({ ...graded, ...over });
  await query(
    "INSERT INTO scheme_version (tenant_id, code, version, body, checksum) VALUES ($1, $2, $3, $4::jsonb, 'test')",
    [tenantId, body.code, body.version, JSON.stringify(body)],
  );
  await adopt(body.code);
}

type Fact = Omit<FactDraft, "subjectId" | "details">;

/** Posts a fact as a module would, inside a transaction that holds its month. */
export async function postFact(example: Example, transaction: Transaction, opened: Opened, fact: Fact): Promise<void> {
  const saving = startSaving(transaction);
  const context = {
    actor: { tenantId: example.tenantId, accountId: "", personId: null, grants: [] },
    closedMonths: new Set(opened.closedMonths),
    heldMonths: new Set([fact.countsOn.slice(0, 7)]),
    nextClosing: opened.nextClosing,
    now: example.clock(),
  };
  const origin = { table: "receipt", id: uuidv7(), version: 1, part: "", recordId: null };
  postFacts(saving, context, [{ draft: { ...fact, subjectId: null, details: {} }, origin }]);
  await saving.flush();
}

/** A fatal accident in March. */
export async function postFatalAccident(example: Example, organizationId: string): Promise<void> {
  const { database } = example.application.workshop;
  const day = "2026-03-19";
  await database.writing(example.tenantId, { months: ["2026-03"] }, (transaction, opened) =>
    postFact(example, transaction, opened, {
      kind: "metric",
      organizationId,
      occurredOn: day,
      countsOn: day,
      quantity: "1",
      base: null,
      attributes: { metric: "safety_events", severity: "fatal" },
    }),
  );
}
