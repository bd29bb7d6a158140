import type { PlainDate } from "../../kernel/plain-date.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import type { Act, SortedActs } from "./acts.ts";
import type { GroupState, OrganizationRow } from "./reorganization-rows.ts";
import { about } from "./tree-refusals.ts";

/** What stands around the organisations that may change. */
export type Surroundings = {
  /** Organisations above, known for their paths alone: no act may touch or use them. */
  readonly above: readonly string[];
  /** Those elsewhere in the group whose id or code a new organisation can't have. */
  readonly taken: readonly { readonly id: string; readonly code: string }[];
  /** Units that a new organisation may cover. */
  readonly units: readonly string[];
  /** Letters of transfer on their way: who, and from and to which organisations. */
  readonly letters: readonly { readonly personId: string; readonly organizationIds: readonly string[] }[];
};

/** What speaks against the acts because of what stands around: organisations out of reach, codes and units of others. */
export function surroundingRefusals(
  acts: readonly Act[],
  sorted: SortedActs,
  { above, taken, units }: Surroundings,
): Refusal[] {
  const outOfReach = new Set(above);
  const reached = acts.flatMap((each, index) => {
    const id = namedBy(each).find((named) => outOfReach.has(named));
    return id === undefined ? [] : [about("reorganization.organization_unknown", index + 1, id)];
  });
  const [ids, codes] = [new Set(taken.map(({ id }) => id)), new Set(taken.map(({ code }) => code))];
  const free = new Set(units);
  const covered = new Set<string>();
  const created = sorted.created.flatMap(({ organization: { id, code, unitIds }, act }): Refusal[] => {
    if (ids.has(id)) return [about("reorganization.id_taken", act, id)];
    if (codes.has(code)) return [about("reorganization.code_taken", act, id, { code })];
    const unknown = unitIds.find((unit) => !free.has(unit));
    if (unknown !== undefined) return [about("reorganization.unit_unknown", act, id, { unit: unknown })];
    const twice = unitIds.find((unit) => covered.has(unit));
    for (const unit of unitIds) covered.add(unit);
    return twice === undefined ? [] : [about("reorganization.unit_twice", act, id, { unit: twice })];
  });
  return [...reached, ...created];
}

function namedBy(act: Act): readonly string[] {
  switch (act.act) {
    case "create":
      return [act.parentId ?? "", ...act.predecessorIds];
    case "move":
      return [act.organizationId, act.parentId ?? ""];
    case "merge":
      return [...act.organizationIds, act.intoId];
    case "split":
      return [act.organizationId, ...act.intoIds];
    default:
      return [act.organizationId];
  }
}

/** An organisation that has another place or name from a later day on: that stretch would be lost. */
export function laterChangeRefusals(state: GroupState, effectiveOn: PlainDate): Refusal[] {
  const begins = new Map(state.organizations.map(({ id, validFrom }) => [id, validFrom]));
  const later = state.places.find(
    ({ organizationId, validFrom }) => validFrom > effectiveOn && validFrom > (begins.get(organizationId) ?? validFrom),
  );
  if (!later) return [];
  return [refuse("reorganization.changes_later", { organization: later.organizationId, on: later.validFrom })];
}

/** Who is on the way from or to another branch has arrived or come back before his branch ends or he is placed anew. */
export function letterRefusals(
  letters: Surroundings["letters"],
  placed: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, OrganizationRow>,
  before: ReadonlyMap<string, OrganizationRow>,
): Refusal[] {
  const ends = (id: string) => (after.get(id)?.validTo ?? null) !== (before.get(id)?.validTo ?? null);
  return letters.flatMap(({ personId, organizationIds }) => {
    const organization = organizationIds.find(ends);
    if (organization === undefined && !placed.has(personId)) return [];
    return [
      refuse("reorganization.letter_on_its_way", {
        person: personId,
        organization: organization ?? organizationIds[0] ?? "",
      }),
    ];
  });
}
