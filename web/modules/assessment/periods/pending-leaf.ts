import type { Answer } from "@dutyloop/contract/endpoints.ts";

export type PendingLeaf = Answer<"listPendingLeaves">["items"][number];
/** A leaf that somebody settled, as it stands. */
export type SettledLeaf = Answer<"listSettlements">["items"][number];
/** What a settlement is made for. */
export type Leaf = Pick<PendingLeaf, "organizationId" | "scheme" | "line">;

export function keyOf({ organizationId, scheme, line }: Leaf): string {
  return `${organizationId} ${scheme.code} ${line}`;
}
