import { applyTheme, darkQuery, schemeOf } from "../app/theme/apply-theme.ts";
import { readPreferences } from "../app/theme/preferences.ts";
import "./help.css";

// The guide looks as its reader set the product on this device; in which language it stands says the page itself.
const root = document.documentElement;
const preferences = { ...readPreferences(), language: root.lang === "en" ? "en" : "zh" } as const;
applyTheme(root, preferences, schemeOf(preferences, matchMedia(darkQuery).matches));

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
