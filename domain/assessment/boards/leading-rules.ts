/** Organisations of a board that share a rank, from the best rank on. */
export type RankGroup = {
  readonly rank: number;
  readonly total: string | null;
  readonly organizations: number;
  /** Their names as far as they are few enough to be named. */
  readonly names: readonly string[];
};
export type LeadingAndLagging = { readonly leading: readonly RankGroup[]; readonly lagging: readonly RankGroup[] };

/** So many organisations make up either end of a board; who shares a rank with one of them belongs to it, too. */
export const namedAtEitherEnd = 3;

/**
 * 谁领先、谁落后: whole ranks from both ends until each has enough organisations. Nobody stands at both ends, and where
 * all share one rank nobody lags. The lagging ones begin with the last rank.
 */
export function leadingAndLagging(groups: readonly RankGroup[]): LeadingAndLagging {
  const leading = taken(groups);
  const rest = groups.slice(leading.length);
  return { leading, lagging: taken(rest.toReversed()) };
}

function taken(groups: readonly RankGroup[]): RankGroup[] {
  const found: RankGroup[] = [];
  let count = 0;
  for (const group of groups) {
    if (count >= namedAtEitherEnd) break;
    found.push(group);
    count += group.organizations;
  }
  return found;
}
