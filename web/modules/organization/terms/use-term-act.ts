import type { RouteName } from "@dutyloop/contract/routes.ts";
import { useActOn } from "../../../app/api/use-act-on.ts";

/** What shows terms, or the posts that end with one. */
const shown: readonly RouteName[] = ["listTerms", "getTerm", "getTeam", "getOrganization", "getPerson", "listPeople"];

/** One act about a term. */
export function useTermAct(write: () => Promise<unknown>, onClose: () => void) {
  return useActOn(shown, write, onClose);
}
