import { Environment } from "@marcbachmann/cel-js";
import {
  add,
  clamp,
  compare,
  divide,
  max,
  min,
  multiply,
  type Rational,
  roundHalfAwayFromZero,
  subtract,
} from "../../kernel/rational.ts";

/** The one kind of number a formula knows: an exact fraction. A class, because the language tells types by their class. */
export class ExactNumber implements Rational {
  readonly n: bigint;
  readonly d: bigint;
  constructor(value: Rational) {
    this.n = value.n;
    this.d = value.d;
  }
}

export class DivisionByZero extends Error {}

/** Most numbers that `min` and `max` compare. */
const mostCompared = 8;
/** Most decimals that `round` keeps. */
export const mostPlaces = 12;

/** How many numbers each function takes. */
export const functionArity: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  min: { least: 2, most: mostCompared },
  max: { least: 2, most: mostCompared },
  clamp: { least: 3, most: 3 },
  round: { least: 2, most: 2 },
};

type Exact = ExactNumber;
const exact = (value: Rational) => new ExactNumber(value);
const language = withFunctions(
  new Environment({ limits: { maxAstNodes: 200, maxDepth: 40, maxCallArguments: 32 } })
    .registerType("number", ExactNumber)
    .registerOperator("-number", (a: Exact) => exact({ n: -a.n, d: a.d }))
    .registerOperator("number + number", (a: Exact, b: Exact) => exact(add(a, b)))
    .registerOperator("number - number", (a: Exact, b: Exact) => exact(subtract(a, b)))
    .registerOperator("number * number", (a: Exact, b: Exact) => exact(multiply(a, b)))
    .registerOperator("number / number", quotient)
    .registerOperator("number == number", (a: Exact, b: Exact) => compare(a, b) === 0)
    .registerOperator("number < number", (a: Exact, b: Exact) => compare(a, b) < 0)
    .registerOperator("number <= number", (a: Exact, b: Exact) => compare(a, b) <= 0)
    .registerOperator("number > number", (a: Exact, b: Exact) => compare(a, b) > 0)
    .registerOperator("number >= number", (a: Exact, b: Exact) => compare(a, b) >= 0),
);

function quotient(a: Exact, b: Exact): Exact {
  if (b.n === 0n) throw new DivisionByZero();
  return exact(divide(a, b));
}

function withFunctions(environment: Environment): Environment {
  for (let count = 2; count <= mostCompared; count += 1) {
    const numbers = Array.from({ length: count }, () => "number").join(", ");
    environment.registerFunction(`min(${numbers}): number`, (...all: Exact[]) => exact(all.reduce(min)));
    environment.registerFunction(`max(${numbers}): number`, (...all: Exact[]) => exact(all.reduce(max)));
  }
  return environment
    .registerFunction("clamp(number, number, number): number", (...[value, floor, ceiling]: [Exact, Exact, Exact]) =>
      exact(clamp(value, floor, ceiling)),
    )
    .registerFunction("round(number, number): number", (value: Exact, places: Exact) =>
      exact(roundHalfAwayFromZero(value, Number(places.n))),
    );
}

/** The language with these names of numbers; throws where a name stands twice or is a word of the language. */
export function languageOver(names: readonly string[]): Environment {
  const own = language.clone();
  for (const name of names) {
    if (own.hasVariable(name)) throw new Error(`The name "${name}" is taken`);
    own.registerVariable(name, "number");
  }
  return own;
}
