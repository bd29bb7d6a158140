/** How far a draft is, on pages and in workbooks. */
export const draftWords = {
  zh: { awaitingTag: "待审签", draftTag: "填写中", sentBackTag: "已退回", untitled: "（没写主题）" },
  en: { awaitingTag: "to be signed", draftTag: "being written", sentBackTag: "sent back", untitled: "(no theme yet)" },
} as const;

/** Handed over to be signed, sent back, or being typed. */
export function draftStanding({ state, sentBackReason }: { state: string; sentBackReason: string | null }) {
  if (state === "awaiting_signature") return "awaitingTag";
  return sentBackReason === null ? "draftTag" : "sentBackTag";
}
