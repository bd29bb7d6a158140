import { useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { TextField } from "../../ui/Field.tsx";
import type { SheetProps } from "./NodePanel.tsx";
import { renamed, reshaped } from "./plan-edits.ts";
import { studioTexts } from "./texts.ts";

/** Another name; what only begins may have another code and class too. */
export function ReshapeSheet({ node, basis, acts, onPlan, onClose }: SheetProps) {
  const t = useTexts(studioTexts);
  const [typed, setTyped] = useState({ name: node.name, code: node.code, class: node.class ?? "" });
  const begun = node.change === "begun";
  const save = () => {
    const name = typed.name.trim();
    const part = { name, code: typed.code.trim(), class: typed.class.trim() || null };
    onPlan(begun ? reshaped(acts, node.id, part) : renamed(acts, basis, node.id, name));
    onClose();
  };
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  return (
    <AskSheet
      title={t(begun ? "reshapeTitle" : "renameTitle", { organization: node.name })}
      confirm={t("save")}
      cancel={t("cancel")}
      act={{ mutate: save, isPending: false, error: null }}
      blocked={typed.name.trim() === ""}
      onClose={onClose}
    >
      <TextField label={t("organizationName")} required most={100} {...field("name")} />
      {begun && <TextField label={t("code")} hint={t("codeHint")} required most={40} {...field("code")} />}
      {begun && <TextField label={t("class")} hint={t("classHint")} optional most={40} {...field("class")} />}
    </AskSheet>
  );
}
