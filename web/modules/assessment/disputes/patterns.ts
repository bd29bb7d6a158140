import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import type { Fact } from "../score/FactTable.tsx";
import { useTemplateNames } from "../score/template-names.ts";
import type { Pattern } from "./correction.ts";

type Named = { readonly id: string; readonly name: string };
type Sources = {
  readonly templates: Readonly<Record<string, { readonly zh: string }>>;
  readonly groups: readonly Named[];
};

/** A fact as it is booked: what the list shows by name goes back to codes and ids. */
export function patternOf(fact: Fact, { templates, groups }: Sources): Pattern {
  const { id, kind, occurredOn, countsOn, quantity, base, attributes, templateName, timeliness, subjectName } = fact;
  const template = Object.keys(templates).find((code) => templates[code]?.zh === templateName?.zh);
  return {
    id,
    kind,
    subjectId: groups.find(({ name }) => name === subjectName)?.id ?? null,
    occurredOn,
    countsOn,
    quantity,
    base,
    attributes: {
      ...attributes,
      ...(template === undefined ? {} : { template }),
      ...(timeliness === null ? {} : { timeliness }),
    },
  };
}

/** Facts of an organisation as patterns for corrections. */
export function usePatterns(organizationId: string): (fact: Fact) => Pattern {
  const templates = useTemplateNames();
  const organization = useQuery(ask("getOrganization", { params: { organizationId } }));
  const groups = organization.data?.groups ?? [];
  return (fact) => patternOf(fact, { templates, groups });
}
