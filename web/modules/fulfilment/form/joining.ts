import type { Draft } from "../draft.ts";

type Joining = Pick<Draft, "hosts" | "awaited">;
type Place = { readonly organizationId: string };

const without = <T extends Place>(places: readonly T[] | undefined, organizationId: string): T[] =>
  (places ?? []).filter((one) => one.organizationId !== organizationId);

/** A host that joins and is entered here, or isn't any more. */
export function toggledHost({ hosts = [], awaited }: Joining, organizationId: string): Joining {
  const rest = without(hosts, organizationId);
  const joins = { organizationId, subjectId: organizationId, attendance: [], guests: [] };
  return {
    hosts: rest.length < hosts.length ? rest : [...hosts, joins],
    awaited: without(awaited, organizationId),
  };
}

/** A host whose own secretary enters its part later, or isn't awaited any more. */
export function toggledAwaited({ hosts, awaited = [] }: Joining, organizationId: string): Joining {
  const rest = without(awaited, organizationId);
  return {
    hosts: without(hosts, organizationId),
    awaited: rest.length < awaited.length ? rest : [...awaited, { organizationId, subjectId: organizationId }],
  };
}
