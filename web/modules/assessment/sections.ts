import type { Action } from "@dutyloop/domain/identity/things.ts";

export type SectionName = "board" | "periods" | "disputes" | "bulletins" | "schemes" | "deliveries" | "judging";
type Section = { readonly name: SectionName; readonly to: string; readonly needs: Action };

/** The pages of 考责 in the order of a month: what it gave, closing it, disputes, the rules, what feeds them. */
const sections: readonly Section[] = [
  { name: "board", to: "/board", needs: "score.read" },
  { name: "periods", to: "/board/periods", needs: "period.manage" },
  { name: "disputes", to: "/board/disputes", needs: "dispute.answer" },
  { name: "bulletins", to: "/board/bulletins", needs: "dashboard.read" },
  { name: "schemes", to: "/board/schemes", needs: "scheme.read" },
  { name: "deliveries", to: "/board/deliveries", needs: "measure.import" },
  { name: "judging", to: "/board/judging", needs: "score.judge" },
];

export function sectionsFor(may: (action: Action) => boolean): readonly Section[] {
  return sections.filter(({ needs }) => may(needs));
}

/** Whether a page may be opened by its address, too. */
export function mayOpen(section: SectionName, may: (action: Action) => boolean): boolean {
  return sectionsFor(may).some(({ name }) => name === section);
}
