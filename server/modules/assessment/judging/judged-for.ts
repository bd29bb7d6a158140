import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { leavesOf } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { mostJudged } from "@dutyloop/domain/assessment/scoring/judging-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { BilingualText } from "@dutyloop/domain/standards/things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { adoptionsOf, versionInForce } from "../adoptions.ts";
import { loadDefinitions } from "../definitions.ts";

type Lines = Answer<"listJudges">["items"][number]["judgedFor"];

/** For each indicator the lines it is judged for today at a place or below it, one for each scheme version in force. */
export async function judgedFor(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  today: PlainDate,
): Promise<(indicatorCode: string) => Lines> {
  const adoptions = await adoptionsOf(database, tenantId);
  const places = [path, ...adoptions.map((one) => one.path).filter((one) => one.startsWith(path))];
  const inForce = new Map<string, { code: string; version: number }>();
  for (const { schemeCode: code } of adoptions) {
    for (const place of places) {
      const version = versionInForce(adoptions, code, place, today);
      if (version !== null) inForce.set(`${code} ${version}`, { code, version });
    }
  }
  const definitions = await Promise.all(
    [...inForce.values()].map(({ code, version }) => loadDefinitions(database, tenantId, code, version)),
  );
  return (indicatorCode) =>
    definitions.flatMap(({ scheme, indicators }) => {
      const leaf = leavesOf(scheme).find(({ indicator }) => indicator === indicatorCode);
      const indicator = indicators.find((body) => body.code === leaf?.indicator && body.version === leaf.version);
      if (!leaf || !indicator) return [];
      const { code, name, cadence } = scheme;
      const { fullMarks } = leaf;
      return [{ scheme: code, schemeName: name, cadence, fullMarks, most: mostJudged(indicator, fullMarks) }];
    });
}

/** Names of indicators by code, as their newest versions say. */
export async function indicatorNames(
  database: ReadDatabase,
  tenantId: number,
  codes: readonly string[],
): Promise<Map<string, BilingualText>> {
  const { rows } = await sql<{ code: string; name: BilingualText }>`
    SELECT DISTINCT ON (code) code, body->'name' AS name FROM indicator_version
    WHERE tenant_id = ${tenantId} AND code = ANY(${[...codes]}::text[]) ORDER BY code, version DESC`.execute(database);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
