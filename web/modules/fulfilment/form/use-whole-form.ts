import { useQueries } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import type { Draft, RecordForm } from "../draft.ts";
import { circlesOf, everybodyOf, type HostPeople, type WholeForm } from "./whole-form.ts";

/**
 * The form with the people of every type and host that is chosen. The form itself brings those of its own type; types that
 * ask for others, and hosts that join, are asked for once they are chosen.
 */
export function useWholeForm(form: RecordForm, draft: Draft): WholeForm {
  const circles = circlesOf(form, draft);
  const others = circles.slice(1).map(({ code }) => ({ organizationId: form.organizationId, template: code }));
  const joining = (draft.hosts ?? []).flatMap(({ organizationId }) =>
    circles.map(({ code }) => ({ organizationId, template: code })),
  );
  const asked = [...others, ...joining];
  const answers = useQueries({
    queries: asked.map(({ organizationId, template }) => ({
      ...ask("getRecordForm", { params: { organizationId }, query: { template, on: form.occurredOn } }),
      // As with the form itself: what the user marks must not change under his finger.
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const answersOf = (organizationId: string) => answers.filter((_, at) => asked[at]?.organizationId === organizationId);
  const ofOthers = answers.slice(0, others.length).map(({ data }) => data?.roster ?? []);
  const byCircle = new Map(
    circles.map(({ participants }, at) => [participants, at === 0 ? form.roster : (ofOthers[at - 1] ?? [])]),
  );
  const types = [form.template, ...form.alsoPossible.map(({ template }) => template)];
  return {
    ...form,
    roster: everybodyOf([form.roster, ...ofOthers]),
    expectedAt: Object.fromEntries(types.map(({ code, participants }) => [code, byCircle.get(participants) ?? []])),
    hosts: (draft.hosts ?? []).map(({ organizationId }): HostPeople => {
      const own = answersOf(organizationId);
      return {
        organizationId,
        organizationName: own.find(({ data }) => data)?.data?.organizationName ?? null,
        roster: everybodyOf(own.map(({ data }) => data?.roster ?? [])),
        loading: own.some(({ isPending }) => isPending),
        error: own.find(({ error }) => error)?.error ?? null,
        retry: () => {
          for (const one of own) if (one.isError) void one.refetch();
        },
      };
    }),
  };
}
