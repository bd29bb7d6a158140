import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Loading, RefusalNotice } from "../../../ui/States.tsx";
import styles from "./SecondFactor.module.css";
import { secondFactorTexts } from "./texts.ts";

/** Loaded when it is shown: few see it, and seldom. */
const Picture = lazy(() => import("./Picture.tsx"));

/** Stays the same function, so that it runs when the field appears and never again. */
const focused = (input: HTMLInputElement | null) => input?.focus();

type Props = { onCodes: (codes: readonly string[]) => void; onCancel?: () => void };

/** Sets a second factor up: the password, then the picture to scan and a code that shows it was scanned. */
export function EnrolForm({ onCodes, onCancel }: Props) {
  const t = useTexts(secondFactorTexts);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const begin = useMutation({ mutationFn: () => call("beginSecondFactor", { body: { password } }) });
  const confirm = useMutation({
    mutationFn: () => call("confirmSecondFactor", { body: { code } }),
    onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
  });
  const step = begin.data ? confirm : begin;
  const problems = problemsByField(step.error);
  const said = problems.password ?? problems.code;
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate();
      }}
    >
      {step.error && !said && <RefusalNotice error={step.error} doing="writing" />}
      {begin.data ? (
        <>
          <h3>{t("scan")}</h3>
          <p className="note">{t("scanAbout")}</p>
          <div className={styles.picture} role="img" aria-label={t("picture")}>
            <Suspense fallback={<Loading rows={3} />}>
              <Picture address={begin.data.address} />
            </Suspense>
          </div>
          <p className="note">{t("byHand")}</p>
          <code className={styles.secret}>{begin.data.secret.replace(/.{4}(?=.)/g, "$& ")}</code>
          <h3>{t("type")}</h3>
          <div className={styles.form}>
            <TextField
              label={t("code")}
              required
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
              ref={focused}
              value={code}
              error={problems.code}
              onChange={(event) => setCode(event.target.value)}
            />
          </div>
        </>
      ) : (
        <div className={styles.form}>
          <TextField
            label={t("password")}
            type="password"
            required
            autoComplete="current-password"
            value={password}
            error={problems.password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
      )}
      <div className={styles.row}>
        {onCancel && <Button onClick={onCancel}>{t("cancel")}</Button>}
        <Button kind="primary" type="submit" busy={step.isPending}>
          {t(begin.data ? "confirm" : "next")}
        </Button>
      </div>
    </form>
  );
}
