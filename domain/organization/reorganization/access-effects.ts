import { isWithin, type PlainDate } from "../../kernel/plain-date.ts";
import type { GrantRow, OrganizationRow } from "./reorganization-rows.ts";

/** What a grant reaches before and no longer, or newly. */
export type AccessEffect = {
  readonly accountId: string;
  readonly role: string;
  readonly organizationId: string;
  /** The grant ends with its organisation. */
  readonly ends: boolean;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
};

type Organizations = ReadonlyMap<string, OrganizationRow>;

/**
 * Who reaches what no longer or newly, by paths before and after; only grants for which that differs or that end. What
 * has ended counts with what stands: whoever oversees it still reaches its papers.
 */
export function accessEffects(
  grants: readonly GrantRow[],
  before: Organizations,
  after: Organizations,
  effectiveOn: PlainDate,
): AccessEffect[] {
  const changed = [...after.values()].filter((row) => before.get(row.id)?.path !== row.path);
  return grants
    .filter((grant) => isWithin(effectiveOn, grant.validFrom, grant.validTo))
    .flatMap((grant) => {
      const ends =
        (after.get(grant.organizationId)?.validTo ?? null) !== (before.get(grant.organizationId)?.validTo ?? null);
      const reached = changed.map(({ id }) => ({
        id,
        was: reaches(grant, id, before),
        is: !ends && reaches(grant, id, after),
      }));
      const gained = reached.filter(({ was, is }) => is && !was).map(({ id }) => id);
      const lost = ends ? reachedBy(grant, before) : reached.filter(({ was, is }) => was && !is).map(({ id }) => id);
      const { accountId, role, organizationId } = grant;
      return ends || gained.length > 0 || lost.length > 0
        ? [{ accountId, role, organizationId, ends, gained, lost }]
        : [];
    });
}

function reachedBy(grant: GrantRow, organizations: Organizations): string[] {
  return [...organizations.keys()].filter((id) => reaches(grant, id, organizations));
}

function reaches({ organizationId, reach }: GrantRow, id: string, organizations: Organizations): boolean {
  if (id === organizationId) return organizations.has(id);
  const [own, other] = [organizations.get(organizationId)?.path, organizations.get(id)?.path];
  return reach === "subtree" && own !== undefined && (other?.startsWith(own) ?? false);
}
