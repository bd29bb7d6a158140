import type { PlainDate } from "../../kernel/plain-date.ts";
import type { MemberState, OrganizationKind, Post } from "../things.ts";

type Stretch = { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };

export type OrganizationRow = Stretch & {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: OrganizationKind;
  /** Class inside which branches are compared; null for what no scheme compares. */
  readonly class: string | null;
  readonly code: string;
  readonly name: string;
  /** Own label in the path, of no other organisation of the group. */
  readonly label: number;
  /** Where it stands from the newest change on, or stood last: the only input of access. */
  readonly path: string;
};
/** Where an organisation stands, what it is called and in which class it is compared, for a stretch of time. */
export type PlaceRow = Stretch & {
  readonly organizationId: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly name: string;
  readonly class: string | null;
};
export type CoverageRow = Stretch & { readonly unitId: string; readonly organizationId: string };
export type MembershipRow = Stretch & {
  readonly personId: string;
  readonly organizationId: string;
  readonly groupId: string | null;
  readonly state: MemberState;
};
export type AppointmentRow = Stretch & {
  readonly personId: string;
  readonly organizationId: string;
  readonly post: Post;
};
/** A role on an organisation; `reach` is how far the role goes down. */
export type GrantRow = Stretch & {
  readonly accountId: string;
  readonly role: string;
  readonly organizationId: string;
  readonly reach: "own" | "subtree";
};

/** Everything of a group that a reorganisation may change. Only rows that end on its first day or later need to be there; organisations all. */
export type GroupState = {
  readonly organizations: readonly OrganizationRow[];
  readonly places: readonly PlaceRow[];
  readonly coverages: readonly CoverageRow[];
  readonly memberships: readonly MembershipRow[];
  readonly appointments: readonly AppointmentRow[];
  readonly grants: readonly GrantRow[];
};
export type Table = keyof GroupState;
type Row<T extends Table> = GroupState[T][number];

/** What tells two rows of a table apart. */
export const keyOf: { readonly [T in Table]: (row: Row<T>) => string } = {
  organizations: ({ id }) => id,
  places: ({ organizationId, validFrom }) => `${organizationId} ${validFrom}`,
  coverages: ({ unitId, organizationId, validFrom }) => `${unitId} ${organizationId} ${validFrom}`,
  memberships: ({ personId, validFrom }) => `${personId} ${validFrom}`,
  appointments: ({ personId, organizationId, post, validFrom }) => `${personId} ${organizationId} ${post} ${validFrom}`,
  grants: ({ accountId, role, organizationId, validFrom }) => `${accountId} ${role} ${organizationId} ${validFrom}`,
};

/** Rows of a table before and after; null where there is none. Rows are named by their keys, so a store with other ids finds them. */
export type TableChange<T extends Table> = {
  readonly table: T;
  readonly key: string;
  readonly before: Row<T> | null;
  readonly after: Row<T> | null;
};
export type Change = { [T in Table]: TableChange<T> }[Table];
