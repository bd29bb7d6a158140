/** Chance that comes out the same at each run: whole numbers from 0 to below `bound`. */
export type Chance = (bound: number) => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (bound) => {
    // A step of mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

export function pick<T>(chance: Chance, list: readonly T[]): T {
  return list[chance(list.length)] as T;
}
