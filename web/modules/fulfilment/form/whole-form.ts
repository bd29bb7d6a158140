import { chosenTypes } from "../chosen-types.ts";
import type { Draft, RecordForm } from "../draft.ts";
import type { Part } from "../use-draft.ts";
import type { Roster } from "./attendance-count.ts";
import { papersOf } from "./papers.ts";

/** A host that joins, with its people of that day; `error` where they couldn't be had. */
export type HostPeople = {
  readonly organizationId: string;
  readonly organizationName: string | null;
  readonly roster: Roster;
  readonly loading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
};

/** The form with the people of every type that is chosen, and of every host that joins. */
export type WholeForm = RecordForm & {
  readonly hosts: readonly HostPeople[];
  /** Of the host that leads: who is expected at each chosen type. */
  readonly expectedAt: Readonly<Record<string, Roster>>;
};

/** Everybody of several lists once, in their order. */
export function everybodyOf(rosters: readonly Roster[]): Roster {
  return [...new Map(rosters.flat().map((person) => [person.personId, person])).values()];
}

/** One type for each circle of people that the chosen types ask for. */
export function circlesOf(form: RecordForm, draft: Pick<Draft, "templateCodes">): RecordForm["template"][] {
  const types = chosenTypes(form, draft);
  return types.filter((one, at) => types.findIndex(({ participants }) => participants === one.participants) === at);
}

/**
 * The draft as it is sent: of each host only its people of that day, only the papers that the chosen types know, and only
 * reasons that were written.
 */
export function sendable(draft: Draft, form: WholeForm): Draft {
  const { hosts, awaited, materials, deviations, ...rest } = draft;
  const { asked } = papersOf(chosenTypes(form, draft));
  const known = new Set(asked.map(({ code }) => code));
  const reasons = (deviations ?? []).filter(({ reason }) => reason.trim() !== "");
  return {
    ...rest,
    ...(reasons.length > 0 ? { deviations: reasons } : {}),
    ...(hosts?.length ? { hosts: hosts.map((host) => withPeopleOfThatDay(host, form)) } : {}),
    ...(awaited?.length ? { awaited } : {}),
    ...(asked.length > 0 ? { materials: (materials ?? []).filter(({ code }) => known.has(code)) } : {}),
  };
}

type Host = NonNullable<Draft["hosts"]>[number];

function withPeopleOfThatDay(host: Host, form: WholeForm): Host {
  const people = form.hosts.find(({ organizationId }) => organizationId === host.organizationId);
  if (!people || people.loading || people.error) return host;
  const here = new Set(people.roster.map(({ personId }) => personId));
  return { ...host, attendance: host.attendance.filter(({ personId }) => here.has(personId)) };
}

/** What a part of the form gets. */
export type WholePart = Omit<Part, "form"> & { readonly form: WholeForm };
