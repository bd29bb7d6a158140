import { useQuery } from "@tanstack/react-query";
import { ask } from "../../app/api/queries.ts";
import { useWords } from "../../app/language/language.ts";

/** What a template is called; its code until the library is there. */
export function useTemplateName(): (code: string) => string {
  const words = useWords();
  const { data } = useQuery({ ...ask("listTemplates", {}), staleTime: 300_000 });
  const names = new Map(data?.items.map(({ body }) => [body.code, body.name]));
  return (code) => {
    const name = names.get(code);
    return name ? words(name) : code;
  };
}
