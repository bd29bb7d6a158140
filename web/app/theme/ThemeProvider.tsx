import { createContext, type ReactNode, use, useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { LanguageContext } from "../language/language.ts";
import { applyTheme, darkQuery, schemeOf } from "./apply-theme.ts";
import { type Preferences, readPreferences, writePreferences } from "./preferences.ts";
import type { Scheme } from "./tokens.ts";

type Theme = { preferences: Preferences; scheme: Scheme; change: (part: Partial<Preferences>) => void };
const ThemeContext = createContext<Theme | null>(null);

export function useTheme(): Theme {
  const theme = use(ThemeContext);
  if (!theme) throw new Error("useTheme outside ThemeProvider");
  return theme;
}

function watchSystem(changed: () => void): () => void {
  const media = matchMedia(darkQuery);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(() => readPreferences());
  const systemIsDark = useSyncExternalStore(watchSystem, () => matchMedia(darkQuery).matches);
  const scheme = schemeOf(preferences, systemIsDark);
  useLayoutEffect(() => applyTheme(document.documentElement, preferences, scheme), [preferences, scheme]);
  useEffect(() => {
    writePreferences(preferences);
  }, [preferences]);
  const change = (part: Partial<Preferences>) => setPreferences((now) => ({ ...now, ...part }));
  return (
    <ThemeContext value={{ preferences, scheme, change }}>
      <LanguageContext value={preferences.language}>{children}</LanguageContext>
    </ThemeContext>
  );
}
