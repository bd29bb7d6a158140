import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { useTexts } from "../language/texts.ts";
import styles from "./Drafts.module.css";
import { draftTexts } from "./texts.ts";

type Props = {
  title: string;
  /** What is asked for before the code. */
  children?: ReactNode;
  onBegin: (code: string) => unknown;
  onClose: () => void;
};

/** Names what is begun: the code stays with all its versions. */
export function BeginDraft({ title, children, onBegin, onClose }: Props) {
  const t = useTexts(draftTexts);
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onBegin(code);
  };
  return (
    <Dialog kind="sheet" title={<h2>{title}</h2>} onClose={onClose}>
      <form className={styles.begin} onSubmit={submit}>
        {children}
        <TextField
          label={t("code")}
          hint={t("codeHint")}
          required
          pattern="[a-z][a-z0-9_]{0,63}"
          wrong={t("codeHint")}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <div className={styles.publish}>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit">
            {t("begin")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
