import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { kindWords, postWords } from "@dutyloop/contract/messages/organization-words.ts";
import type { Language } from "../../app/language/language.ts";
import type { Translate } from "../../app/language/texts.ts";
import type { gapTexts } from "./texts.ts";

export type Gap = Answer<"listGaps">["items"][number];
type Texts = Translate<(typeof gapTexts)["zh"]>;

/** What a proposal is about, in words of the reader; who may not be named is called so. */
export function partsOf({ proposal, unit }: Gap, language: Language, t: Texts) {
  return {
    unit: unit.name,
    kind: proposal.kind === null ? "" : kindWords[language][proposal.kind],
    name: proposal.name ?? "",
    under: proposal.under?.name ?? t("elsewhere"),
    group: proposal.under?.name ?? "",
    person: proposal.personName ?? t("hidden"),
    post: proposal.post === null ? "" : postWords[language][proposal.post],
  };
}

/** A proposal in one sentence. */
export function wordProposal(gap: Gap, language: Language, t: Texts): string {
  const parts = partsOf(gap, language, t);
  const { act, personId } = gap.proposal;
  if (act === "create") return personId === null ? t("create", parts) : t("createLed", parts);
  return act === "appoint" ? t("appoint", parts) : t("join", parts);
}
