import { useState } from "react";
import { useTexts } from "../app/language/texts.ts";
import { Button } from "./Button.tsx";
import { uiTexts } from "./texts.ts";

/** Over plain http a browser has no clipboard: there the text is marked and copied by hand. */
const clipboard: Clipboard | undefined = navigator.clipboard;

/** Copies a text that is shown once. */
export function CopyButton({ text }: { text: string }) {
  const t = useTexts(uiTexts);
  const [copied, setCopied] = useState(false);
  if (!clipboard) return null;
  const copy = () => clipboard.writeText(text).then(() => setCopied(true));
  return <Button onClick={() => void copy()}>{t(copied ? "copied" : "copy")}</Button>;
}
