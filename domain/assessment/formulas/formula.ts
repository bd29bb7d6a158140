import type { ASTNode } from "@marcbachmann/cel-js";
import { type Rational, rational } from "../../kernel/rational.ts";
import { DivisionByZero, ExactNumber, functionArity, languageOver, mostPlaces } from "./formula-language.ts";
import { type FormulaProblem, problemOf, Unfit } from "./formula-problem.ts";

/** An expression over named numbers, ready to be computed. `evaluate` answers null for a division by zero. */
export type Formula = { evaluate(values: Readonly<Record<string, Rational>>): Rational | null };

/**
 * Reads a CEL expression over numbers: + - * / , comparisons, `? :`, `&&` `||` `!`, and the functions min, max,
 * clamp(value, floor, ceiling) and round(value, places) with halves away from zero. Every number is an exact fraction:
 * 0.1 + 0.2 is 0.3, 1 / 3 * 3 is 1. There are no lists, texts or loops. What it can't read comes back as a problem with
 * its place. `evaluate` throws where a name has no value.
 */
export function compileFormula(expression: string, names: readonly string[]): Formula | { problem: FormulaProblem } {
  try {
    return compiled(expression, names);
  } catch (error) {
    return { problem: problemOf(error as Error) };
  }
}

function compiled(expression: string, names: readonly string[]): Formula {
  const program = languageOver(names).parse(expression);
  prepare(program.ast, new Set(names));
  const checked = program.check();
  if (!checked.valid) throw checked.error;
  if (checked.type !== "number") throw new Unfit(program.ast, "formula.yes_or_no");
  return {
    evaluate(values) {
      try {
        return plain(program(new Map(names.map((name) => [name, givenFor(values, name)]))));
      } catch (error) {
        if (error instanceof DivisionByZero) return null;
        throw error;
      }
    },
  };
}

function givenFor(values: Readonly<Record<string, Rational>>, name: string): ExactNumber {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new RangeError(`no value for ${name}`);
  return new ExactNumber(value);
}

function plain({ n, d }: ExactNumber): Rational {
  return { n, d };
}

const arithmetic: ReadonlySet<string> = new Set([
  "+",
  "-",
  "*",
  "/",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "&&",
  "||",
  "?:",
  "-_",
  "!_",
]);

/** Refuses what formulas don't have, and turns each number into the exact fraction that its text says. */
function prepare(node: ASTNode, names: ReadonlySet<string>): void {
  if (node.op === "value") {
    Object.assign(node, { args: literal(node) });
  } else if (node.op === "id") {
    if (!names.has(node.args)) throw new Unfit(node, "formula.unknown_name", { name: node.args });
  } else if (node.op === "call") {
    const [name, given] = node.args;
    checkCall(node, name, given);
    for (const one of given) prepare(one, names);
  } else if (arithmetic.has(node.op)) {
    for (const one of [node.args].flat() as ASTNode[]) prepare(one, names);
  } else {
    throw new Unfit(node, "formula.not_allowed");
  }
}

function checkCall(node: ASTNode, name: string, given: readonly ASTNode[]): void {
  const arity = Object.hasOwn(functionArity, name) ? functionArity[name] : undefined;
  if (arity === undefined) throw new Unfit(node, "formula.unknown_function", { name });
  const { least, most } = arity;
  if (given.length < least || given.length > most) {
    const code = least === most ? "formula.takes_exactly" : "formula.takes_between";
    throw new Unfit(node, code, { name, least, most, given: given.length });
  }
  if (name === "round" && !isPlaces(given[1] as ASTNode)) throw new Unfit(node, "formula.places", { most: mostPlaces });
}

function isPlaces(node: ASTNode): boolean {
  return typeof node.args === "bigint" && node.args <= BigInt(mostPlaces);
}

/** The exact value of a literal, from its text: a binary float never stands between. */
function literal(node: ASTNode): ExactNumber | boolean {
  if (typeof node.args === "boolean") return node.args;
  const text = node.input.slice(node.range.start, node.range.end);
  if (typeof node.args === "string") throw new Unfit(node, "formula.text", { text });
  const parts = /^(\d{0,30})(?:\.(\d{1,30}))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text);
  if (parts === null) throw new Unfit(node, "formula.no_number", { text });
  const [, whole, fraction = "", exponent = ""] = parts;
  const shift = BigInt(exponent) - BigInt(fraction.length);
  const digits = BigInt(`${whole}${fraction}`);
  return new ExactNumber(shift < 0n ? rational(digits, 10n ** -shift) : rational(digits * 10n ** shift));
}
