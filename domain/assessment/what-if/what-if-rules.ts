import { changeOfRank, ranks } from "../boards/rank-rules.ts";

/** What one scheme gives an organisation in the periods tried; whole numbers in units of its last place (92.42 → 9242). */
export type TriedFigures = {
  /** Totals of the periods that count: closed, existed for the whole, coverage reached. */
  readonly totals: readonly number[];
  /** Order key where a single period is tried, so that tie-breakers hold; null to rank by the mean. */
  readonly orderKey: string | null;
};

export type TriedOrganization = {
  readonly organizationId: string;
  readonly class: string;
  readonly before: TriedFigures;
  readonly after: TriedFigures;
};

/** Decimals of the two schemes. */
export type TriedPlaces = { readonly before: number; readonly after: number };

export type Mover = {
  readonly organizationId: string;
  readonly class: string;
  /** Null without a period that counts. */
  readonly meanBefore: string | null;
  readonly meanAfter: string | null;
  readonly changeOfMean: string | null;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  /** Places gained, below zero lost; null where a rank is missing. */
  readonly changeOfRank: number | null;
};

type Mean = { readonly units: number; readonly orderKey: string } | null;

/**
 * Compares two schemes over past periods (ASM-6): the mean of each organisation's totals, rounded once as its figure of
 * the longer period is, the ranks within each class, and all organisations in the order of how far they move, then of how
 * much their mean changes. Exact as long as the totals of an organisation add up to less than 10^15 units.
 */
export function compareSchemes(organizations: readonly TriedOrganization[], places: TriedPlaces): Mover[] {
  const before = organizations.map((organization) => meanOf(organization.before));
  const after = organizations.map((organization) => meanOf(organization.after));
  const [rankBefore, rankAfter] = [ranksByClass(organizations, before), ranksByClass(organizations, after)];
  const finest = Math.max(places.before, places.after);
  const [scaleBefore, scaleAfter] = [10 ** (finest - places.before), 10 ** (finest - places.after)];
  const compared = organizations.map(({ organizationId, class: ofClass }, index) => {
    const [old, now] = [before[index] ?? null, after[index] ?? null];
    const [from, to] = [rankBefore.get(organizationId) ?? null, rankAfter.get(organizationId) ?? null];
    const change = old === null || now === null ? null : now.units * scaleAfter - old.units * scaleBefore;
    const mover: Mover = {
      organizationId,
      class: ofClass,
      meanBefore: old && decimalOf(old.units, places.before),
      meanAfter: now && decimalOf(now.units, places.after),
      changeOfMean: change === null ? null : decimalOf(change, finest),
      rankBefore: from,
      rankAfter: to,
      changeOfRank: changeOfRank(from, to),
    };
    return { mover, moved: Math.abs(mover.changeOfRank ?? 0), changed: Math.abs(change ?? 0) };
  });
  return compared
    .sort(
      (a, b) =>
        b.moved - a.moved || b.changed - a.changed || (a.mover.organizationId < b.mover.organizationId ? -1 : 1),
    )
    .map(({ mover }) => mover);
}

/** The mean, half away from zero, and the text it is ranked by. */
function meanOf({ totals, orderKey }: TriedFigures): Mean {
  if (totals.length === 0) return null;
  const sum = totals.reduce((total, each) => total + each, 0);
  const units = Math.sign(sum) * Math.floor((2 * Math.abs(sum) + totals.length) / (2 * totals.length));
  return { units, orderKey: orderKey ?? sortableUnits(units) };
}

/** Raises every sum in reach above zero, to sixteen digits that a number still holds exactly. */
const sixteenDigits = 4_000_000_000_000_000;

function sortableUnits(units: number): string {
  return String(units + sixteenDigits);
}

function ranksByClass(organizations: readonly TriedOrganization[], means: readonly Mean[]): Map<string, number | null> {
  const rows = organizations.map(({ organizationId, class: ofClass }, index) => ({
    organizationId,
    ofClass,
    orderKey: means[index]?.orderKey ?? "",
  }));
  return new Map([...Map.groupBy(rows, (row) => row.ofClass).values()].flatMap((members) => [...ranks(members)]));
}

function decimalOf(units: number, places: number): string {
  const digits = String(Math.abs(units)).padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0 ? `-${text}` : text;
}
