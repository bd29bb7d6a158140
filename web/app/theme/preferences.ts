import type { Language } from "../language/language.ts";

/** What a reader chose for this device. Nothing of it leaves the browser. */
export type Preferences = {
  readonly language: Language;
  readonly scheme: "system" | "light" | "dark";
  /** Without colours, for days of mourning. */
  readonly memorial: boolean;
  /** 长辈版: larger type and targets. */
  readonly elder: boolean;
};

const key = "dutyloop.preferences";
const usual: Preferences = { language: "zh", scheme: "system", memorial: false, elder: false };

export function readPreferences(store: Pick<Storage, "getItem"> = localStorage): Preferences {
  try {
    return { ...usual, ...(JSON.parse(store.getItem(key) ?? "{}") as Partial<Preferences>) };
  } catch {
    return usual;
  }
}

export function writePreferences(preferences: Preferences, store: Pick<Storage, "setItem"> = localStorage): void {
  store.setItem(key, JSON.stringify(preferences));
}
