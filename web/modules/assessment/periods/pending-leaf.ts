import type { Answer } from "@dutyloop/contract/endpoints.ts";

export type PendingLeaf = Answer<"listPendingLeaves">["items"][number];

export function keyOf({ organizationId, scheme, line }: PendingLeaf): string {
  return `${organizationId} ${scheme.code} ${line}`;
}
