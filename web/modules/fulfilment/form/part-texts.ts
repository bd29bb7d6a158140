import { defineTexts } from "../../../app/language/texts.ts";

export const partTexts = defineTexts({
  zh: {
    minutesTooLong: "最多 {most} 字，多了 {over} 字，请删减；原文仍保留在这里。",
  },
  en: {
    minutesTooLong: "At most {most} characters; {over} too many. Shorten it; what you pasted is still here.",
  },
});
