import { useQueries } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { everybodyOf, type HostPeople } from "../form/whole-form.ts";

type Asked = { organizationId: string; subjectId: string; templates: readonly string[]; on: string };

/** The people of a host whom the types of an event expect on its day, and the months whose books are closed. */
export function usePartPeople({ organizationId, subjectId, templates, on }: Asked) {
  const forms = useQueries({
    queries: templates.map((template) => ({
      ...ask("getRecordForm", { params: { organizationId }, query: { template, subjectId, on } }),
      // What the user marks must not change under his finger.
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const data = forms.flatMap((form) => form.data ?? []);
  const people: HostPeople = {
    organizationId,
    organizationName: data[0]?.subjectName ?? null,
    roster: everybodyOf(data.map(({ roster }) => roster)),
    loading: forms.some(({ isPending }) => isPending),
    error: forms.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const form of forms) if (form.isError) void form.refetch();
    },
  };
  return { people, types: data.map(({ template }) => template), closedMonths: data[0]?.closedMonths ?? [] };
}
