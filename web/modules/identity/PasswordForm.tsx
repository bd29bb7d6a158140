import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice, RefusalNotice } from "../../ui/States.tsx";
import styles from "./PasswordForm.module.css";
import { PasswordRules } from "./PasswordRules.tsx";
import { passwordTexts } from "./texts.ts";

const empty = { current: "", next: "", again: "" };

/** Changes one's own password; `onChanged` runs after the server took it. */
export function PasswordForm({ onChanged }: { onChanged?: () => void }) {
  const t = useTexts(passwordTexts);
  const { account } = useSession();
  const [typed, setTyped] = useState(empty);
  const save = useMutation({
    mutationFn: () => call("changePassword", { body: { current: typed.current, next: typed.next } }),
    onSuccess: () => {
      setTyped(empty);
      onChanged?.();
    },
  });
  const problems = problemsByField(save.error);
  const differ = typed.again !== "" && typed.again !== typed.next;
  const field = (key: keyof typeof empty) => ({
    label: t(key),
    type: "password",
    required: true,
    value: typed[key],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!differ) save.mutate();
      }}
    >
      {save.isError && <RefusalNotice error={save.error} doing="writing" />}
      {save.isSuccess && <Notice tone="good">{t("saved")}</Notice>}
      <input type="text" autoComplete="username" value={account.signInName} readOnly hidden />
      <TextField {...field("current")} autoComplete="current-password" error={problems.current} />
      <TextField {...field("next")} autoComplete="new-password" error={problems.next} />
      <PasswordRules password={typed.next} signInName={account.signInName} />
      <TextField {...field("again")} autoComplete="new-password" error={differ ? t("differ") : undefined} />
      <Button kind="primary" type="submit" busy={save.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}
