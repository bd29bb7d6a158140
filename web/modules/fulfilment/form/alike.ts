import type { Answer } from "@dutyloop/contract/endpoints.ts";

type Standard = Answer<"submitRecord">["standards"][number];
export type Alike = Omit<Standard, "organizationId"> & { readonly organizationIds: readonly string[] };

/** Hosts of which a type was judged in the same way, item by item, are shown together. */
export function alikeOf(standards: readonly Standard[]): Alike[] {
  const found = new Map<string, Alike>();
  for (const standard of standards) {
    const { organizationId, ...judged } = standard;
    const key = JSON.stringify(judged);
    found.set(key, { ...judged, organizationIds: [...(found.get(key)?.organizationIds ?? []), organizationId] });
  }
  return [...found.values()];
}
