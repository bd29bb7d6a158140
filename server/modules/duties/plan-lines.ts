import { lineOf, type WrittenLine } from "@dutyloop/domain/duties/plan-line-rules.ts";
import type { PlanLine, Requirement } from "@dutyloop/domain/duties/things.ts";
import { monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { type Cadence, type TemplateBody, templateBody } from "@dutyloop/domain/standards/things.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/** A line as it is stored, with the version of the template that it orders. */
export type StoredLine = {
  readonly id: string;
  readonly planId: string;
  /** Whose plan it stands in. */
  readonly organizationId: string;
  readonly year: number;
  readonly templateVersion: number;
  readonly written: WrittenLine;
  readonly line: PlanLine;
  readonly retiredAt: Date | null;
};

type Row = {
  readonly id: string;
  readonly planId: string;
  readonly organizationId: string;
  readonly year: number;
  readonly templateCode: string;
  readonly templateVersion: number;
  readonly checksum: string;
  readonly requirement: Requirement;
  readonly classes: string[];
  readonly kinds: OrganizationKind[];
  readonly cadence: Cadence | null;
  readonly direction: string;
  readonly fromMonth: PlainDate | null;
  readonly toMonth: PlainDate | null;
  readonly retiredAt: Date | null;
};

/** The lines of plans that fit a condition over `p` (plan) and `l` (plan_line), in the order of years, then the plan. */
export async function linesOfPlans(
  database: ReadDatabase,
  tenantId: number,
  which: RawBuilder<boolean>,
): Promise<StoredLine[]> {
  const { rows } = await sql<Row>`
    SELECT l.id, l.plan_id AS "planId", p.organization_id AS "organizationId", p.year, l.template_code AS "templateCode",
      l.template_version AS "templateVersion", v.checksum, l.requirement, l.classes, l.kinds, l.cadence, l.direction,
      l.from_month AS "fromMonth", l.to_month AS "toMonth", l.retired_at AS "retiredAt"
    FROM plan p
    JOIN plan_line l ON l.tenant_id = p.tenant_id AND l.plan_id = p.id
    JOIN template_version v ON v.tenant_id = l.tenant_id AND v.code = l.template_code AND v.version = l.template_version
    WHERE p.tenant_id = ${tenantId} AND ${which}
    ORDER BY p.year, l.position, l.id`.execute(database);
  const bodies = await bodiesOf(database, tenantId, rows);
  return rows.map((row) => storedLine(row, bodies.get(row.checksum)));
}

function storedLine(row: Row, body: TemplateBody | undefined): StoredLine {
  const { id, planId, organizationId, year, templateVersion, retiredAt } = row;
  const written: WrittenLine = {
    templateCode: row.templateCode,
    requirement: row.requirement,
    classes: row.classes,
    kinds: row.kinds,
    cadence: row.cadence,
    direction: row.direction,
    fromMonth: row.fromMonth && monthOf(row.fromMonth),
    toMonth: row.toMonth && monthOf(row.toMonth),
  };
  const line = lineOf(written, id, body, year);
  if (isRefusal(line)) throw new Error(`The stored line ${id} is refused as ${line.code}`);
  return { id, planId, organizationId, year, templateVersion, written, line, retiredAt };
}

type Version = { readonly templateCode: string; readonly templateVersion: number; readonly checksum: string };

/** Bodies by checksum: a version never changes, so what is remembered is never out of date, and groups share it. */
const remembered = new Map<string, TemplateBody>();

async function bodiesOf(
  database: ReadDatabase,
  tenantId: number,
  versions: readonly Version[],
): Promise<ReadonlyMap<string, TemplateBody>> {
  const unknown = versions.filter(({ checksum }) => !remembered.has(checksum));
  if (unknown.length > 0) {
    const { rows } = await sql<{ checksum: string; body: unknown }>`
      SELECT v.checksum, v.body FROM template_version v WHERE v.tenant_id = ${tenantId}
        AND v.checksum = ANY(${unknown.map(({ checksum }) => checksum)})`.execute(database);
    for (const { checksum, body } of rows) remembered.set(checksum, templateBody.parse(body));
  }
  return remembered;
}

/** The body of each of these versions of templates, by `code version`. */
export async function templateBodies(
  database: ReadDatabase,
  tenantId: number,
  wanted: readonly { readonly templateCode: string; readonly templateVersion: number }[],
): Promise<Map<string, TemplateBody>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<Version>`
    SELECT v.code AS "templateCode", v.version AS "templateVersion", v.checksum FROM template_version v
    WHERE v.tenant_id = ${tenantId} AND v.code = ANY(${[...new Set(wanted.map(({ templateCode }) => templateCode))]})`.execute(
    database,
  );
  const bodies = await bodiesOf(database, tenantId, rows);
  return new Map(
    rows.flatMap(({ templateCode, templateVersion, checksum }) => {
      const body = bodies.get(checksum);
      return body ? [[`${templateCode} ${templateVersion}`, body] as const] : [];
    }),
  );
}
