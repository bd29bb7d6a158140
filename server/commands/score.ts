import { parseArgs } from "node:util";
import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { type Names, wordArithmetic } from "@dutyloop/contract/messages/score-words.ts";
import { sql } from "kysely";
import { explainScore, foldAllScores } from "../modules/assessment/index.ts";
import { currentTemplates } from "../modules/standards/index.ts";
import type { Database } from "../platform/db/pools.ts";
import { Refused } from "../platform/ritual/refused.ts";
import { withApplication } from "./with-application.ts";

const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/;

/** `dutyloop score --org … --period 2026-03 [--explain] [--json]`: the figures of the same sheet that the board shows. */
export async function score(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      org: { type: "string" },
      period: { type: "string" },
      group: { type: "string" },
      language: { type: "string", default: "zh" },
      explain: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const { org, period } = values;
  if (org === undefined || period === undefined || !monthShape.test(period)) {
    console.error("dutyloop score --org <代码、名称或 id> --period 2026-03 [--explain] [--json]");
    return 2;
  }
  const language = values.language === "en" ? "en" : "zh";
  return withApplication(async ({ workshop }) => {
    const place = await findOrganization(workshop.database, org, values.group);
    if (typeof place === "string") {
      console.error(place);
      return 1;
    }
    await foldAllScores(workshop.database, place.tenantId, workshop.clock());
    const explained = await explainScore(
      workshop.database.reading(place.tenantId),
      place.tenantId,
      place,
      period,
    ).catch((error: unknown) => {
      if (error instanceof Refused) return error;
      throw error;
    });
    if (explained instanceof Refused) {
      console.error(wordRefusal(language, explained.refusal.code, explained.refusal.values));
      return 1;
    }
    if (values.json) console.log(JSON.stringify(explained, null, 2));
    else
      console.log(asText(explained, language, values.explain, await templateNames(workshop.database, place.tenantId)));
    return 0;
  });
}

type Explained = Awaited<ReturnType<typeof explainScore>>;

/** Names that the sentences use for the codes of templates. */
async function templateNames(database: Database, tenantId: number): Promise<Names> {
  const templates = await currentTemplates(database.reading(tenantId), tenantId);
  return Object.fromEntries([...templates].map(([code, { body }]) => [code, body.name]));
}

function asText(score: Explained, language: "zh" | "en", explain: boolean, templates: Names): string {
  const coverage = language === "zh" ? "完整度" : "coverage";
  const head = `${score.organizationName}  ${score.period}  ${score.scheme.name[language]}  ${score.total ?? "—"}  (${coverage} ${score.coverage}%)`;
  if (!explain) return head;
  const names = { ...templates, ...Object.fromEntries(score.lines.map((line) => [line.code, line.name])) };
  const lines = score.lines.map((line) => {
    const indent = line.parent === null ? "" : "  ";
    return `${indent}${line.name[language]}  ${line.points ?? "—"} / ${line.fullMarks}\n${indent}  ${wordArithmetic(language, line, names)}`;
  });
  return [head, ...lines].join("\n");
}

type Found = { tenantId: number; id: string; name: string };

/** An organisation by id, code or name in one group or in all; a sentence where none or several fit. */
async function findOrganization(
  database: Database,
  wanted: string,
  groupCode: string | undefined,
): Promise<Found | string> {
  const tenants = await database.outside.selectFrom("tenant").select(["tenant_id", "code"]).execute();
  const found: Found[] = [];
  for (const { tenant_id, code } of tenants) {
    if (groupCode !== undefined && code !== groupCode) continue;
    const { rows } = await sql<Found>`SELECT tenant_id AS "tenantId", id, name FROM organization
      WHERE tenant_id = ${tenant_id} AND (id::text = ${wanted} OR code = ${wanted} OR name = ${wanted})`.execute(
      database.reading(tenant_id),
    );
    found.push(...rows);
  }
  if (found.length === 1) return found[0] as Found;
  return found.length === 0
    ? `没有找到组织 / no such organisation: ${wanted}`
    : `有 ${found.length} 个组织符合，请用 --group 或 id / several fit: ${wanted}`;
}
