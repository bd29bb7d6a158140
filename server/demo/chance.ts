/**
 * Chance that falls the same way each time. `of` gives an independent stream by a label, so that what one branch draws
 * doesn't depend on how many draws another one made, nor on which of them was first.
 */
export type Chance = {
  /** From 0, below 1. */
  readonly fraction: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
  readonly of: (label: string) => Chance;
};

export function chanceFrom(seed: string): Chance {
  const fraction = mulberry32(fnv1a(seed));
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1));
  const pick = <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T;
  return {
    fraction,
    whole,
    pick,
    happens: (probability) => fraction() < probability,
    shuffled(list) {
      const rest = [...list];
      return list.map(() => rest.splice(whole(0, rest.length - 1), 1)[0] as (typeof list)[number]);
    },
    of: (label) => chanceFrom(`${seed}|${label}`),
  };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
