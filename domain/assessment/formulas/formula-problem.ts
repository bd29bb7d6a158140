import type { ASTNode } from "@marcbachmann/cel-js";

/** What is wrong with a formula. `at` in the values is the place of the character, counted from one. */
export type FormulaProblem = { readonly code: string; readonly values: Readonly<Record<string, string | number>> };

/** Something that CEL knows and formulas don't. */
export class Unfit extends Error {
  readonly problem: FormulaProblem;
  constructor(at: ASTNode, code: string, values: FormulaProblem["values"] = {}) {
    super(code);
    this.problem = { code, values: { ...values, at: at.range.start + 1 } };
  }
}

/** An error of the language itself; what it has besides its words depends on where it was found. */
type LanguageError = Error & {
  readonly summary?: string;
  readonly range?: { readonly start: number };
  readonly node?: ASTNode;
};

/** What goes wrong most by the language's own words; a group in them is named by the value. */
const known: readonly (readonly [RegExp, string, string?])[] = [
  [/^(?:Unexpected token: EOF|Expected \w+, got EOF)$/, "formula.ends_early"],
  [/^Unexpected character: '?(.+?)'?$/, "formula.unexpected", "text"],
  [/^Exceeded max(?:AstNodes|Depth) \((\d+)\)/, "formula.too_long", "most"],
  [/^The name "(.+)" is taken$/, "formula.name_taken", "name"],
  [/'(.+)' is a reserved name/, "formula.name_taken", "name"],
  [/^Reserved identifier: (.+)$/, "formula.name_taken", "name"],
];

/** The problem that an error tells of; what nobody foresaw keeps the language's own words. */
export function problemOf(error: LanguageError | Unfit): FormulaProblem {
  if (error instanceof Unfit) return error.problem;
  const { summary = error.message, range, node } = error;
  const at = (range?.start ?? 0) + 1;
  if (summary.startsWith("Ternary condition must be bool")) return misused("?", at);
  if (summary.startsWith("Ternary branches")) return misused(":", at);
  if (node && /overload|^Logical operator requires bool/.test(summary)) return misused(operatorOf(node), at);
  for (const [words, code, name] of known) {
    const said = words.exec(summary);
    if (said) return { code, values: { ...(name ? { [name]: said[1] ?? "" } : {}), at } };
  }
  return { code: "formula.unreadable", values: { words: summary, at } };
}

const overConditions: ReadonlySet<string> = new Set(["&&", "||", "!", "?"]);

/** A number where a condition belongs, or the other way round. */
function misused(operator: string, at: number): FormulaProblem {
  const code = overConditions.has(operator) ? "formula.needs_condition" : "formula.needs_number";
  return { code, values: { operator, at } };
}

function operatorOf(node: ASTNode): string {
  return node.op === "call" ? node.args[0] : node.op.replace("_", "");
}
