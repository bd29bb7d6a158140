type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target" | "isComposing">;

/** What is written on the key that goes with K. */
export function modifier(platform: string = navigator.platform): string {
  return /Mac|iPhone|iPad/.test(platform) ? "⌘" : "Ctrl";
}

/** What a key asks of the frame: the palette from anywhere, the help only where nobody types. */
export function askedBy({ key, ctrlKey, metaKey, altKey, target, isComposing }: Pressed): "palette" | "keys" | null {
  if (isComposing || altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k" ? "palette" : null;
  if (key !== "?" && key !== "？") return null;
  const typing = (target as Partial<Element> | null)?.closest?.(
    "input, textarea, select, [contenteditable=true], dialog",
  );
  return typing ? null : "keys";
}
