import type { Basis, CreateAct, PlanAct, PlanNode } from "./plan-tree.ts";

type Acts = readonly PlanAct[];

const isCreated = (acts: Acts, id: string) => acts.some((act) => act.act === "create" && act.id === id);

/** Another superior; back at the old one the act goes, and what only begins is begun elsewhere. */
export function moved(acts: Acts, basis: Basis, id: string, parentId: string): PlanAct[] {
  if (isCreated(acts, id)) {
    return acts.map((act) => (act.act === "create" && act.id === id ? { ...act, parentId } : act));
  }
  const others = acts.filter((act) => !(act.act === "move" && act.organizationId === id));
  const old = basis.organizations.find((row) => row.id === id)?.parentId;
  return old === parentId ? others : [...others, { act: "move", organizationId: id, parentId }];
}

export function renamed(acts: Acts, basis: Basis, id: string, name: string): PlanAct[] {
  if (isCreated(acts, id)) {
    return acts.map((act) => (act.act === "create" && act.id === id ? { ...act, name } : act));
  }
  const others = acts.filter((act) => !(act.act === "rename" && act.organizationId === id));
  const old = basis.organizations.find((row) => row.id === id)?.name;
  return old === name ? others : [...others, { act: "rename", organizationId: id, name }];
}

/** What an organisation that begins is to be. */
export function reshaped(acts: Acts, id: string, part: Partial<Pick<CreateAct, "name" | "code" | "class">>): PlanAct[] {
  return acts.map((act) => (act.act === "create" && act.id === id ? { ...act, ...part } : act));
}

/** Ends an organisation; what only begins isn't begun. */
export function revoked(acts: Acts, id: string): PlanAct[] {
  if (isCreated(acts, id)) return withoutOrganization(acts, id);
  return [...withoutChangesOf(acts, id), { act: "revoke", organizationId: id }];
}

/** Ends a branch and brings its members into another; several into the same one are one act. */
export function merged(acts: Acts, id: string, intoId: string): PlanAct[] {
  const others = withoutChangesOf(acts, id);
  if (!others.some((act) => act.act === "merge" && act.intoId === intoId)) {
    return [...others, { act: "merge", organizationIds: [id], intoId }];
  }
  return others.map((act) =>
    act.act === "merge" && act.intoId === intoId ? { ...act, organizationIds: [...act.organizationIds, id] } : act,
  );
}

/** Puts people into a branch, whatever was planned for them before; back at home they need no act. */
export function placed(
  acts: Acts,
  basis: Basis,
  personIds: readonly string[],
  organizationId: string,
  groupId: string | null = null,
): PlanAct[] {
  const going = new Set(personIds);
  const others = acts.flatMap((act): PlanAct[] => {
    if (act.act !== "place") return [act];
    const staying = act.personIds.filter((id) => !going.has(id));
    return staying.length === 0 ? [] : [{ ...act, personIds: staying }];
  });
  const merging = new Set(others.flatMap((act) => (act.act === "merge" ? act.organizationIds : [])));
  const home = new Map(basis.people.map((person) => [person.personId, person]));
  const away = [...going].filter((id) => {
    const person = home.get(id);
    return !(person?.organizationId === organizationId && person.groupId === groupId && !merging.has(organizationId));
  });
  if (away.length === 0) return others;
  const into = others.findIndex(
    (act) => act.act === "place" && act.organizationId === organizationId && act.groupId === groupId,
  );
  if (into < 0) return [...others, { act: "place", personIds: away, organizationId, groupId }];
  return others.map((act, at) =>
    at === into && act.act === "place" ? { ...act, personIds: [...act.personIds, ...away] } : act,
  );
}

/** A new organisation, and into it those who work in its units. */
export function created(acts: Acts, basis: Basis, organization: CreateAct, personIds: readonly string[]): PlanAct[] {
  const others = acts.map((act) =>
    act.act === "create"
      ? { ...act, unitIds: act.unitIds.filter((unit) => !organization.unitIds.includes(unit)) }
      : act,
  );
  return placed([...others, organization], basis, personIds, organization.id);
}

/** A branch becomes several: each is begun with its people, and the old one ends unless it stays. */
export function split(
  acts: Acts,
  basis: Basis,
  organizationId: string,
  parts: readonly { organization: CreateAct; personIds: readonly string[] }[],
  stays: boolean,
): PlanAct[] {
  const left = stays ? [...acts] : withoutChangesOf(acts, organizationId);
  const begun = parts.reduce<PlanAct[]>(
    (now, { organization, personIds }) => created(now, basis, organization, personIds),
    left.filter((act) => !(act.act === "split" && act.organizationId === organizationId)),
  );
  return [...begun, { act: "split", organizationId, intoIds: parts.map(({ organization }) => organization.id), stays }];
}

export function appointed(acts: Acts, personId: string, organizationId: string): PlanAct[] {
  const others = acts.filter((act) => !(act.act === "appoint" && act.organizationId === organizationId));
  return [...others, { act: "appoint", personId, organizationId, post: "SECRETARY" }];
}

/** Without one act; what hangs on an organisation that then isn't begun goes too. */
export function without(acts: Acts, at: number): PlanAct[] {
  const act = acts[at];
  if (act?.act === "create") return withoutOrganization(acts, act.id);
  return acts.filter((_each, index) => index !== at);
}

/** Where people come from: whose history is shown with the branch that they go to. */
export function predecessorsOf(basis: Basis, personIds: readonly string[]): string[] {
  const going = new Set(personIds);
  return [...new Set(basis.people.filter(({ personId }) => going.has(personId)).map((each) => each.organizationId))];
}

/** Everybody who works in these units and still is somewhere in the tree. */
export function peopleOfUnits(nodes: Iterable<PlanNode>, unitIds: readonly string[]): string[] {
  const wanted = new Set(unitIds);
  return [...nodes].flatMap(({ people }) =>
    people.filter(({ unitId }) => unitId !== null && wanted.has(unitId)).map(({ personId }) => personId),
  );
}

/** Without what is done with an organisation that now ends. */
function withoutChangesOf(acts: Acts, id: string): PlanAct[] {
  return acts.flatMap((act): PlanAct[] => {
    if (act.act === "merge") {
      const staying = act.organizationIds.filter((each) => each !== id);
      return act.intoId === id || staying.length === 0 ? [] : [{ ...act, organizationIds: staying }];
    }
    const about = act.act === "create" ? undefined : act.organizationId;
    return about === id ? [] : [act];
  });
}

/** Without an organisation that was to begin, and without those that were to begin below it. */
function withoutOrganization(acts: Acts, id: string): PlanAct[] {
  const below = acts.flatMap((act) => (act.act === "create" && act.parentId === id ? [act.id] : []));
  const left = below.reduce<PlanAct[]>((now, each) => withoutOrganization(now, each), [...acts]);
  return withoutChangesOf(left, id).flatMap((act): PlanAct[] => {
    if (act.act === "create") return act.id === id ? [] : [act];
    if (act.act === "move") return act.parentId === id ? [] : [act];
    if (act.act !== "split") return [act];
    const intoIds = act.intoIds.filter((each) => each !== id);
    return intoIds.length === 0 ? [] : [{ ...act, intoIds }];
  });
}
