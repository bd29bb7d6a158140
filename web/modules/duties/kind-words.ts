import { kindWords } from "@dutyloop/contract/messages/organization-words.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { useLanguage } from "../../app/language/language.ts";

/** What kinds of organisation are called in the language of the page. */
export function useKindWords(): (kind: OrganizationKind) => string {
  const language = useLanguage();
  return (kind) => kindWords[language][kind];
}
