import { parseArgs } from "node:util";
import type { SimulatedScheme } from "@dutyloop/contract/what-if.ts";
import { type Month, plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Application } from "../application.ts";
import { foldAllScores, simulate } from "../modules/assessment/index.ts";
import { readDefinitions } from "./definition-files.ts";
import { findGroup, findOrganization } from "./find-group.ts";
import { problemLine } from "./scheme-validate.ts";
import { simulationLines } from "./simulation-text.ts";
import { type Language, languageNamed, tellingRefusals } from "./told.ts";
import { withApplication } from "./with-application.ts";

type Options = {
  readonly files: readonly string[];
  readonly scheme?: string | undefined;
  readonly from: Month;
  readonly to: Month;
  readonly org?: string | undefined;
  readonly group?: string | undefined;
  readonly json: boolean;
  readonly language: Language;
};

const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * `dutyloop scheme simulate FILE.yaml --from 2025-11 --to 2026-10`: what the changed scheme would have done, with a first
 * answer after the first period. Indicators it brings along stand in further files or in the same folder.
 */
export async function schemeSimulate(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    console.error(
      "dutyloop scheme simulate <方案.yaml / scheme.yaml> [<指标.yaml / indicator.yaml>…] --from 2025-11 --to 2026-10 [--scheme <现行方案代码 / code of the scheme that stands>] [--org 组织] [--group 代码] [--language zh|en] [--json]",
    );
    return 2;
  }
  return withApplication((application) => simulateWith(application, options));
}

export function readOptions(args: string[]): Options | null {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      scheme: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      org: { type: "string" },
      group: { type: "string" },
      language: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const { from = "", to = "", language, ...rest } = values;
  if (files.length === 0 || !monthShape.test(from) || !monthShape.test(to) || from > to) return null;
  return { ...rest, files, from, to, language: languageNamed(language) };
}

export function simulateWith({ workshop }: Application, options: Options): Promise<number> {
  const { language, json, from, to } = options;
  return tellingRefusals(language, async () => {
    const { files, problems } = await readDefinitions(options.files);
    for (const problem of problems) console.error(problemLine(language, problem));
    if (problems.length > 0) return 1;
    const schemes = files.filter(({ kind }) => kind === "scheme");
    const [scheme] = schemes;
    if (scheme === undefined || schemes.length > 1) {
      console.error(language === "zh" ? "请给出一个方案文件。" : "Name one file with a scheme.");
      return 2;
    }
    const { database, clock, timeZone } = workshop;
    const group = await findGroup(database, options.group);
    const organization = await findOrganization(database, group, options.org);
    await foldAllScores(database, group.tenantId, clock());
    const input = {
      schemeCode: options.scheme ?? codeOf(scheme.body),
      body: scheme.body,
      indicators: files.filter(({ kind }) => kind === "indicator").map(({ body }) => body),
      organization,
      from,
      to,
    };
    const today = plainDateIn(clock(), timeZone);
    let result: SimulatedScheme | null = null;
    for await (const step of simulate(database, group.tenantId, input, today)) {
      if (step.done === 1 || step.done === step.of) {
        result = step.result();
        if (!json) for (const line of simulationLines(result, language)) console.log(line);
      } else if (!json) console.log(`${step.done} / ${step.of}`);
    }
    if (json) console.log(JSON.stringify(result, null, 2));
    return 0;
  });
}

function codeOf(body: unknown): string {
  return String((body as { code?: unknown }).code ?? "");
}
