import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import type { Client } from "../../server/testing/client.ts";
import type { Founded } from "../../server/testing/founded.ts";
import type { Stage } from "../../server/testing/stage.ts";

const known = 10;
/** Few times say little of each. */
const enoughTimes = 500;

export type Guessed = { readonly asked: number; readonly apart: number; readonly most: number };

/** How far apart the medians lie, as a part, for names that exist and names that don't, asked in turn. */
export async function guessedNames(
  stage: Stage,
  group: Founded,
  stranger: () => Client,
  asked: number,
): Promise<Guessed> {
  for (let at = 0; at < known; at += 1) await group.account(`known-${at}`, "employee");
  const [exists, not]: [number[], number[]] = [[], []];
  for (let at = 0; at < asked; at += 1) {
    // Nobody is locked by being asked often.
    if (at % (known * 4) === 0) await forgetFailures(stage.database.superUrl);
    const isKnown = (at >> 1) % 2 === at % 2;
    const name = isKnown ? `known-${at % known}` : `unknown-${at}`;
    const began = performance.now();
    await stranger().signIn(name, "Wrong-password-1");
    (isKnown ? exists : not).push(performance.now() - began);
  }
  const [there, missing] = [median(exists), median(not)];
  return { asked, apart: Math.abs(there - missing) / missing, most: asked >= enoughTimes ? 0.05 : 0.2 };
}

function forgetFailures(superUrl: string): Promise<unknown> {
  return withClient(superUrl, (client) => client.query("UPDATE account SET failed_sign_ins = 0, locked_until = NULL"));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
