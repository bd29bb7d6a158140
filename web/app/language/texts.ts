import { type Language, useLanguage } from "./language.ts";

type Table = Record<string, string>;
type ParameterNames<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;
type Values<S extends string> = [ParameterNames<S>] extends [never] ? [] : [Record<ParameterNames<S>, string | number>];

/** One module's texts: the same keys in both languages, parameters as `{name}`. */
export type Texts<Z extends Table> = { readonly zh: Z; readonly en: { readonly [K in keyof Z]: string } };

export type Translate<Z extends Table> = <K extends keyof Z & string>(key: K, ...values: Values<Z[K]>) => string;

export function defineTexts<const Z extends Table>(texts: Texts<Z>): Texts<Z> {
  return texts;
}

/** Puts the values into the places `{name}` of a text. */
export function fill(text: string, values: Record<string, string | number> | undefined): string {
  return values ? text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place)) : text;
}

function translator<Z extends Table>(texts: Texts<Z>, language: Language): Translate<Z> {
  return (key, ...values) => fill(texts[language][key], values[0]);
}

export function useTexts<Z extends Table>(texts: Texts<Z>): Translate<Z> {
  return translator(texts, useLanguage());
}
