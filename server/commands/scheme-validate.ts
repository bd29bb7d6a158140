import { parseArgs } from "node:util";
import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import type { DefinitionProblem } from "@dutyloop/domain/assessment/definitions/definition-problem.ts";
import { validateDefinitions } from "@dutyloop/domain/assessment/validation/validation.ts";
import { libraryDefinitions, readDefinitions } from "./definition-files.ts";

/**
 * `dutyloop scheme validate FILE_OR_FOLDER… [--language en] [--json]`: the files among themselves and beside the
 * built-in library. One line for each problem; 1 where there is any.
 */
export async function schemeValidate(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { language: { type: "string", default: "zh" }, json: { type: "boolean", default: false } },
  });
  const language = values.language === "en" ? "en" : "zh";
  if (positionals.length === 0) {
    console.error("dutyloop scheme validate <文件或文件夹 / files or folders>… [--language zh|en] [--json]");
    return 2;
  }
  const { files, problems: unread } = await readDefinitions(positionals);
  const problems = [...unread, ...validateDefinitions(files, await libraryDefinitions())];
  if (values.json) console.log(JSON.stringify({ definitions: files.length, problems }, null, 2));
  else for (const line of problems.map((problem) => problemLine(language, problem))) console.log(line);
  if (problems.length === 0 && !values.json) {
    console.log(
      language === "zh" ? `${files.length} 个定义，没有问题。` : `No problem (definitions: ${files.length}).`,
    );
  }
  return problems.length === 0 ? 0 : 1;
}

/** `schemes/a.yaml: root.children: 权重之和为 90，须为 100。` */
export function problemLine(language: "zh" | "en", { file, path, code, values }: DefinitionProblem): string {
  return [file, ...(path === "" ? [] : [path]), wordRefusal(language, code, values)].join(": ");
}
