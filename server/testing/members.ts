import { admitPerson, appoint } from "../modules/organization/index.ts";
import type { Group, Site } from "./world.ts";

/** Eleven full members with the right to vote; five belong to the 党小组. */
export type Members = { readonly memberIds: readonly string[] };

export async function membersOf(act: Group["act"], site: Site, groupId: string): Promise<Members> {
  const memberIds: string[] = [];
  for (let number = 1; number <= 11; number += 1) {
    const { personId } = await act(admitPerson, {
      organizationId: site.id,
      name: `${site.mark}person-${number}`,
      memberState: "FULL",
      groupId: number <= 5 ? groupId : null,
      validFrom: "2026-01-01",
      exemptFromAttendance: false,
    });
    memberIds.push(personId);
  }
  const post = { organizationId: site.id, validFrom: "2026-01-01", validTo: null };
  await act(appoint, { ...post, personId: memberIds[0] as string, post: "SECRETARY" });
  await act(appoint, { ...post, personId: memberIds[1] as string, post: "DEPUTY_SECRETARY" });
  return { memberIds };
}
