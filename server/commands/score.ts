import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parsePeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Application } from "../application.ts";
import { explainScore, foldAllScores, monthlyScheme, namesFor, scoreReport } from "../modules/assessment/index.ts";
import { type FoundGroup, findGroup, findOrganization } from "./find-group.ts";
import { documentText } from "./report-text.ts";
import { type ScoreOptions, showBoards } from "./score-boards.ts";
import { type Language, languageNamed, tellingRefusals } from "./told.ts";
import { withApplication } from "./with-application.ts";

export const scoreUsage =
  "dutyloop score --period 2026-03|2026-Q1|2026-H1|2026 [--scheme monthly] [--explain <组织 / organisation>] [--word <文件 / file.docx>] [--org <组织>] [--all] [--group 代码] [--language zh|en] [--json]";

/**
 * `dutyloop score --period …`: the boards of the group; with `--explain ORG` the 得分说明书 of one organisation, with
 * `--word` as a file; with `--org ORG` its figure alone. The same figures as board and drawer show.
 */
export async function score(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    console.error(scoreUsage);
    return 2;
  }
  return withApplication((application) => scoreWith(application, options));
}

export function readOptions(args: string[]): ScoreOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      period: { type: "string" },
      scheme: { type: "string", default: monthlyScheme },
      explain: { type: "string" },
      org: { type: "string" },
      word: { type: "string" },
      group: { type: "string" },
      language: { type: "string" },
      all: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const { period, language, ...rest } = values;
  if (period === undefined || parsePeriod(period) === null) return null;
  if (rest.word !== undefined && rest.explain === undefined) return null;
  return { ...rest, period, language: languageNamed(language) };
}

export function scoreWith({ workshop }: Application, options: ScoreOptions): Promise<number> {
  return tellingRefusals(options.language, async () => {
    const { database, clock, timeZone } = workshop;
    const group = await findGroup(database, options.group);
    const now = clock();
    await foldAllScores(database, group.tenantId, now);
    const times = { now, today: plainDateIn(now, timeZone) };
    const wanted = options.explain ?? options.org;
    if (wanted === undefined) await showBoards(database, group, options, times);
    else await showOne({ workshop }, group, wanted, options, times);
    return 0;
  });
}

async function showOne(
  { workshop: { database } }: Pick<Application, "workshop">,
  group: FoundGroup,
  wanted: string,
  { period, scheme, explain, word, json, language }: ScoreOptions,
  times: Parameters<typeof explainScore>[4],
): Promise<void> {
  const reading = database.reading(group.tenantId);
  const place = await findOrganization(database, group, wanted);
  const score = await explainScore(reading, group.tenantId, place, { period, scheme, version: null }, times);
  const report = scoreReport(score, await namesFor(reading, group.tenantId, score), language, times.today);
  if (word !== undefined) {
    const { writeDocument } = await import("../platform/documents/write-document.ts");
    await writeFile(word, await writeDocument(report));
    console.log(word);
  } else if (json) console.log(JSON.stringify(score, null, 2));
  else console.log(explain === undefined ? headOf(score, language) : documentText(report));
}

function headOf(score: Awaited<ReturnType<typeof explainScore>>, language: Language): string {
  const coverage = language === "zh" ? "完整度" : "coverage";
  const { organizationName, period, scheme, total } = score;
  return `${organizationName}  ${period}  ${scheme.name[language]}  ${total ?? "—"}  (${coverage} ${score.coverage}%)`;
}
