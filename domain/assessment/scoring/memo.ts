/**
 * Remembers what `make` gave for a key, compared as Map does. Beyond `limit` keys it starts anew, so that it never grows
 * without bound.
 */
export function memoOf<Key, Result>(limit: number, make: (key: Key) => Result): (key: Key) => Result {
  const known = new Map<Key, Result>();
  return (key) => {
    const held = known.get(key);
    if (held !== undefined) return held;
    if (known.size >= limit) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** As `memoOf`, for the keys of a tuple from place `first` on; tuples have one length, greater than `first`. */
export function tupleMemoOf<Key, Result>(
  limit: number,
  first: number,
  make: (keys: readonly Key[]) => Result,
): (keys: readonly Key[]) => Result {
  type Level = Map<Key, Level | Result>;
  let root: Level = new Map();
  let held = 0;
  return (keys) => {
    let level = root;
    const last = keys.length - 1;
    for (let place = first; place < last; place += 1) {
      const next = level.get(keys[place]!) as Level | undefined;
      level = next ?? levelBelow(level, keys[place]!);
    }
    const known = level.get(keys[last]!) as Result | undefined;
    if (known !== undefined) return known;
    const made = make(keys);
    level.set(keys[last]!, made);
    held += 1;
    if (held >= limit) {
      root = new Map();
      held = 0;
    }
    return made;
  };
}

function levelBelow<Key, Value>(level: Map<Key, Map<Key, Value> | Value>, key: Key): Map<Key, Value> {
  const below = new Map<Key, Value>();
  level.set(key, below);
  return below;
}
