import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";

/** Where an organisation stood from a day to a day. */
export type PathStretch = { readonly from: PlainDate; readonly to: PlainDate | null; readonly path: string };
type Life = { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };

/**
 * Where a new organisation stood below another: where that one has moved since, the new one has moved along.
 *
 * @param upper stretches of the other one in the order of time
 */
export function stretchesBelow(upper: readonly PathStretch[], label: number, life: Life): PathStretch[] {
  const below: PathStretch[] = [];
  for (const { from, to, path } of upper) {
    if ((to !== null && to < life.validFrom) || (life.validTo !== null && from > life.validTo)) continue;
    const last = below.at(-1);
    const own = `${path}${label}.`;
    const isBefore = from < life.validFrom;
    const end = to === null || (life.validTo !== null && life.validTo < to) ? life.validTo : to;
    if (last?.path === own) below[below.length - 1] = { ...last, to: end };
    else below.push({ from: isBefore ? life.validFrom : from, to: end, path: own });
  }
  return below;
}
