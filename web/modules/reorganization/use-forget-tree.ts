import { useQueryClient } from "@tanstack/react-query";

const changed = [
  "listReorganizations",
  "getReorganization",
  "getReorganizationBasis",
  "listOrganizations",
  "getOrganization",
  "searchOrganizations",
  "listFindings",
  "listUnits",
  "listGaps",
  "listTerms",
  "listPeople",
  "getWorkbench",
];

/** An act that changes the tree is done: what shows it is asked for again. */
export function useForgetTree(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(changed.map((name) => client.invalidateQueries({ queryKey: [name] })));
  };
}
