import { languageTags } from "../language/language.ts";
import type { Preferences } from "./preferences.ts";
import { colours, paperColours, type Scheme, targets, typeSizes, variableName } from "./tokens.ts";

export const darkQuery = "(prefers-color-scheme: dark)";

export function schemeOf(preferences: Preferences, systemIsDark: boolean): Scheme {
  if (preferences.scheme === "system") return systemIsDark ? "dark" : "light";
  return preferences.scheme;
}

/** Writes the tokens onto the root element; done before the first picture, so that nothing flashes. */
export function applyTheme(root: HTMLElement, preferences: Preferences, scheme: Scheme): void {
  const size = preferences.elder ? "elder" : "usual";
  for (const [token, value] of Object.entries(colours[scheme])) root.style.setProperty(variableName(token), value);
  for (const [token, px] of Object.entries(typeSizes[size])) root.style.setProperty(`--type-${token}`, `${px / 16}rem`);
  for (const [token, px] of Object.entries(targets[size])) root.style.setProperty(`--target-${token}`, `${px}px`);
  root.style.colorScheme = scheme;
  root.lang = languageTags[preferences.language];
  root.toggleAttribute("data-memorial", preferences.memorial);
  root.toggleAttribute("data-elder", preferences.elder);
  document.querySelector('meta[name="theme-color"]')?.setAttribute("content", colours[scheme].card);
}

/** Makes paper white in every scheme; what the root element says of the screen gives way to it. */
export function putPaperColours(): void {
  const sheet = new CSSStyleSheet();
  const written = Object.entries(paperColours).map(([token, value]) => `${variableName(token)}: ${value} !important;`);
  sheet.replaceSync(`@media print { :root { color-scheme: light !important; ${written.join(" ")} } }`);
  document.adoptedStyleSheets.push(sheet);
}
