import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import styles from "./Admin.module.css";
import { adminTexts } from "./texts.ts";

/** Opens an account and shows its first password this once. */
export function OpenAccount({ onClose }: { onClose: () => void }) {
  const t = useTexts(adminTexts);
  const client = useQueryClient();
  const [typed, setTyped] = useState({ displayName: "", signInName: "" });
  const open = useMutation({
    mutationFn: () => call("openAccount", { body: typed }),
    onSuccess: () =>
      Promise.all(["listAccounts", "getFirstSteps"].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
  const problems = problemsByField(open.error);
  const field = (key: keyof typeof typed) => ({
    label: t(key),
    required: true,
    value: typed[key],
    error: problems[key],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  if (open.data) {
    const { initialPassword } = open.data;
    return (
      <Dialog kind="sheet" title={<h2>{t("opened", { name: typed.displayName })}</h2>} onClose={onClose}>
        <div className={styles.form}>
          <p>{t("passwordOnce")}</p>
          <code className={styles.secret}>{initialPassword}</code>
          <div className={styles.row}>
            <CopyButton text={initialPassword} />
            <Button kind="primary" onClick={onClose}>
              {t("ok")}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog kind="sheet" title={<h2>{t("openAccount")}</h2>} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate();
        }}
      >
        {open.isError && <RefusalNotice error={open.error} doing="writing" />}
        <TextField {...field("displayName")} maxLength={100} />
        <TextField {...field("signInName")} minLength={2} maxLength={60} autoCapitalize="none" />
        <Button kind="primary" big type="submit" busy={open.isPending}>
          {t("openAccount")}
        </Button>
      </form>
    </Dialog>
  );
}
