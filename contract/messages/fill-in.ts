export type MessageValues = Readonly<Record<string, string | number>>;

/** Puts values into `{name}` places; a value that isn't given leaves an ellipsis, never a brace. */
export function fillIn(text: string, values: MessageValues): string {
  return text.replace(/\{(\w+)\}/g, (_place, name: string) => String(values[name] ?? "…"));
}
