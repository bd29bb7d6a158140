import { parseArgs } from "node:util";
import { wordSchemeChange } from "@dutyloop/contract/messages/scheme-change-words.ts";
import { versionName } from "@dutyloop/domain/assessment/definitions/definition-catalogue.ts";
import type { DefinitionProblem } from "@dutyloop/domain/assessment/definitions/definition-problem.ts";
import { type SchemeBody, schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { diffSchemes } from "@dutyloop/domain/assessment/definitions/scheme-diff.ts";
import { readShape } from "@dutyloop/domain/assessment/validation/validation-shape.ts";
import { libraryDefinitions, readDefinitions } from "./definition-files.ts";
import { problemLine } from "./scheme-validate.ts";

/** `dutyloop scheme diff A B [--language en] [--json]`: each a file, or code@version of the built-in library. */
export async function schemeDiff(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { language: { type: "string", default: "zh" }, json: { type: "boolean", default: false } },
  });
  const language = values.language === "en" ? "en" : "zh";
  const [first, second] = positionals;
  if (first === undefined || second === undefined || positionals.length > 2) {
    console.error("dutyloop scheme diff <a.yaml | code@version> <b.yaml | code@version> [--language zh|en] [--json]");
    return 2;
  }
  const [a, b] = [await schemeAt(first), await schemeAt(second)];
  const problems = [a, b].flatMap((read) => (Array.isArray(read) ? read : []));
  if (Array.isArray(a) || Array.isArray(b)) {
    for (const problem of problems) console.error(problemLine(language, problem));
    return 1;
  }
  const changes = diffSchemes(a, b);
  if (values.json) console.log(JSON.stringify(changes, null, 2));
  else if (changes.length === 0) console.log(language === "zh" ? "两个方案没有差别。" : "The schemes don't differ.");
  else for (const change of changes) console.log(wordSchemeChange(language, change));
  return 0;
}

async function schemeAt(place: string): Promise<SchemeBody | DefinitionProblem[]> {
  const { schemes } = await libraryDefinitions();
  const known = schemes.find((body) => versionName(body) === place);
  if (known !== undefined) return known;
  if (/^[a-z]\w*@\d+$/.test(place)) {
    return [{ file: place, path: "", code: "definition.scheme_unknown", values: { scheme: place } }];
  }
  const { files, problems } = await readDefinitions([place]);
  const [file] = files;
  if (file?.kind === "indicator") return [{ file: place, path: "", code: "definition.not_a_scheme", values: {} }];
  if (file === undefined) return problems;
  const read = readShape(schemeBody, file.body);
  return Array.isArray(read) ? read.map((finding) => ({ file: place, ...finding })) : read;
}
