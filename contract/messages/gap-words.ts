import type { OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";
import { fillIn } from "./fill-in.ts";
import { kindWords, postWords } from "./organization-words.ts";
import type { Language } from "./score-names.ts";

/** How strong the rule of a gap is, and what is proposed, on pages and in workbooks. */
export const gapWords = {
  zh: {
    must: "法定",
    general: "法定（一般）",
    practice: "做法",
    design: "平台默认",
    create: "设立{kind}“{name}”，隶属{under}",
    createLed: "设立{kind}“{name}”，隶属{under}，{person}任{post}",
    appoint: "由{person}任{post}",
    join: "{person}编入{group}",
    hidden: "一名党员",
    elsewhere: "上级党组织",
  },
  en: {
    must: "by regulation",
    general: "by regulation (usual)",
    practice: "practice",
    design: "default",
    create: "Set up “{name}” ({kind}) under {under}",
    createLed: "Set up “{name}” ({kind}) under {under}, with {person} as {post}",
    appoint: "{person} as {post}",
    join: "{person} joins {group}",
    hidden: "a member",
    elsewhere: "the superior",
  },
} as const;

type Proposed = {
  readonly unit: { readonly name: string };
  readonly proposal: {
    readonly act: "create" | "appoint" | "join_group";
    readonly kind: OrganizationKind | null;
    readonly name: string | null;
    readonly under: { readonly name: string | null } | null;
    readonly post: Post | null;
    readonly personId: string | null;
    readonly personName: string | null;
  };
};

/** What a proposal is about, in words of the reader; who may not be named is called so. */
export function gapParts({ proposal, unit }: Proposed, language: Language) {
  const words = gapWords[language];
  return {
    unit: unit.name,
    kind: proposal.kind === null ? "" : kindWords[language][proposal.kind],
    name: proposal.name ?? "",
    under: proposal.under?.name ?? words.elsewhere,
    group: proposal.under?.name ?? "",
    person: proposal.personName ?? words.hidden,
    post: proposal.post === null ? "" : postWords[language][proposal.post],
  };
}

/** A proposal in one sentence. */
export function wordProposal(gap: Proposed, language: Language): string {
  const words = gapWords[language];
  const { act, personId } = gap.proposal;
  const sentence = act === "create" ? (personId === null ? words.create : words.createLed) : words[shortOf[act]];
  return fillIn(sentence, gapParts(gap, language));
}

const shortOf = { appoint: "appoint", join_group: "join" } as const;
