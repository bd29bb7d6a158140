/** SEC-22: so many different places asked for beyond one's scope within so many minutes are told of. */
export const beyondScope = { places: 20, minutes: 10 } as const;

/** What an account was refused for reasons of scope since the first of it. */
export type ScopeAttempts = { readonly since: Date; readonly places: ReadonlySet<string> };

/**
 * Whether a refusal may be one of scope. What lies outside is answered like what isn't there, so both count; a page that asks
 * for the same again and again counts once.
 */
export function mayBeBeyondScope(code: string): boolean {
  return code === "access.not_allowed" || code === "not_found";
}

/** The attempts after one more, and whether they are to be told of: once a stretch, by the attempt that reaches the limit. */
export function afterScopeAttempt(
  before: ScopeAttempts | undefined,
  place: string,
  now: Date,
): { readonly attempts: ScopeAttempts; readonly alarm: boolean } {
  if (before === undefined || isOver(before, now))
    return { attempts: { since: now, places: new Set([place]) }, alarm: false };
  // More than the limit needn't be remembered: they were told of.
  if (before.places.has(place) || before.places.size >= beyondScope.places) return { attempts: before, alarm: false };
  const places = new Set([...before.places, place]);
  return { attempts: { since: before.since, places }, alarm: places.size === beyondScope.places };
}

/** Whether a stretch has ended; the next attempt begins another. */
export function isOver({ since }: ScopeAttempts, now: Date): boolean {
  return now.getTime() - since.getTime() >= beyondScope.minutes * 60_000;
}
