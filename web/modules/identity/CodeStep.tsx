import { type FormEvent, useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Logo } from "../../ui/Logo.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import styles from "./SignIn.module.css";
import { signInTexts } from "./texts.ts";

/** Stays the same function, so that it runs when the field appears and never again. */
const focused = (input: HTMLInputElement | null) => input?.focus();

type Props = {
  busy: boolean;
  /** The sentence about a code that wasn't taken. */
  wrong: string | undefined;
  error: unknown;
  onCode: (code: string) => void;
  onBack: () => void;
};

/** The second step of signing in: the code of the moment, or a recovery code. */
export function CodeStep({ busy, wrong, error, onCode, onBack }: Props) {
  const t = useTexts(signInTexts);
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <main className={styles.stage}>
      <form className={styles.box} onSubmit={submit}>
        <div className={styles.head}>
          <Logo size={56} />
          <h1>{t("codeTitle")}</h1>
        </div>
        {error !== null && <RefusalNotice error={error} doing="writing" />}
        <TextField
          label={t("code")}
          hint={t("codeHint")}
          required
          ref={focused}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          value={code}
          error={wrong}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button kind="primary" big type="submit" busy={busy}>
          {t("signIn")}
        </Button>
        <Button kind="text" className={styles.language} onClick={onBack}>
          {t("back")}
        </Button>
      </form>
    </main>
  );
}
