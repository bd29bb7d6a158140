import type { bulletinsZh } from "./bulletins-zh.ts";

/** Bulletins. */
export const bulletinsEn: Record<keyof typeof bulletinsZh, string> = {
  "bulletin.month_ahead": "{month} hasn't begun, so there is nothing to report. Choose this month or one before it.",
  "bulletin.control_characters":
    "There are invisible control characters in the text. Paste it again without its format.",
  "bulletin.saved_by_other": "Somebody else has just saved the texts of this month. Refresh, read them, then go on.",
};
