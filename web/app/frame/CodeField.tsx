import type { ComponentProps } from "react";
import { TextField } from "../../ui/Field.tsx";
import { useTexts } from "../language/texts.ts";
import { frameTexts } from "./texts.ts";

/** The code of an organisation or unit: what may stand in one is said before and after. */
export function CodeField(props: Omit<ComponentProps<typeof TextField>, "label"> & { label?: string }) {
  const t = useTexts(frameTexts);
  return (
    <TextField
      label={t("code")}
      hint={t("codeHint")}
      required
      most={40}
      pattern="[A-Za-z0-9][A-Za-z0-9_\-]*"
      wrong={t("codeWrong")}
      autoComplete="off"
      spellCheck={false}
      {...props}
    />
  );
}
