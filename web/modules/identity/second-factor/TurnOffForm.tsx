import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { RefusalNotice } from "../../../ui/States.tsx";
import styles from "./SecondFactor.module.css";
import { secondFactorTexts } from "./texts.ts";

/** Takes one's own second factor away, by password and code. */
export function TurnOffForm({ onDone }: { onDone: () => void }) {
  const t = useTexts(secondFactorTexts);
  const [typed, setTyped] = useState({ password: "", code: "" });
  const remove = useMutation({ mutationFn: () => call("removeSecondFactor", { body: typed }), onSuccess: onDone });
  const problems = problemsByField(remove.error);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate();
      }}
    >
      {remove.error && !problems.password && !problems.code && <RefusalNotice error={remove.error} doing="writing" />}
      <TextField
        label={t("password")}
        type="password"
        required
        autoComplete="current-password"
        value={typed.password}
        error={problems.password}
        onChange={(event) => setTyped({ ...typed, password: event.target.value })}
      />
      <TextField
        label={t("codeOrRecovery")}
        required
        autoComplete="one-time-code"
        maxLength={60}
        value={typed.code}
        error={problems.code}
        onChange={(event) => setTyped({ ...typed, code: event.target.value })}
      />
      <div className={styles.row}>
        <Button onClick={onDone}>{t("cancel")}</Button>
        <Button kind="primary" type="submit" busy={remove.isPending}>
          {t("turnOff")}
        </Button>
      </div>
    </form>
  );
}
