import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useState } from "react";
import { call } from "../../app/api/client.ts";
import { Refusal } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { beginSession } from "../../app/session/session.ts";
import { useTheme } from "../../app/theme/ThemeProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { SelectField, TextField } from "../../ui/Field.tsx";
import { helpAddress } from "../../ui/help-address.ts";
import { Logo } from "../../ui/Logo.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { CodeStep } from "./CodeStep.tsx";
import { languageNames } from "./language-names.ts";
import styles from "./SignIn.module.css";
import { signInTexts } from "./texts.ts";

type Props = { groups: Answer<"getSetup">["groups"] };

export function SignInPage({ groups }: Props) {
  const t = useTexts(signInTexts);
  const client = useQueryClient();
  const { preferences, change } = useTheme();
  const [capsLock, setCapsLock] = useState(false);
  const [visible, setVisible] = useState(false);
  const signIn = useMutation({
    mutationFn: (body: Body<"signIn">) => call("signIn", { body }),
    onSuccess: (session) => beginSession(client, session),
    onError: (error, { code: _code, ...first }) => {
      if (error instanceof Refusal && error.code === "sign_in.code_needed") setAsked(first);
      // Locked, or the password was changed meanwhile: it begins anew.
      else if (error instanceof Refusal && error.code !== "sign_in.code_wrong") setAsked(null);
    },
  });
  /** What was typed first, once the server asks for the code of a second factor besides. */
  const [asked, setAsked] = useState<Body<"signIn"> | null>(null);
  useEffect(() => {
    document.title = t("title");
  }, [t]);
  if (asked) {
    const { error } = signIn;
    const wrong = error instanceof Refusal && error.code === "sign_in.code_wrong" ? error.message : undefined;
    return (
      <CodeStep
        busy={signIn.isPending}
        wrong={wrong}
        error={wrong || (error instanceof Refusal && error.code === "sign_in.code_needed") ? null : error}
        onCode={(code) => signIn.mutate({ ...asked, code })}
        onBack={() => {
          signIn.reset();
          setAsked(null);
        }}
      />
    );
  }
  const watchCaps = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <main className={styles.stage}>
      <form
        className={styles.box}
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const group = data.get("group");
          signIn.mutate({
            ...(group ? { group: String(group) } : {}),
            signInName: String(data.get("signInName")),
            password: String(data.get("password")),
          });
        }}
      >
        <div className={styles.head}>
          <Logo size={56} />
          <h1>{t("title")}</h1>
          <p className="note">{t("slogan")}</p>
        </div>
        {signIn.isError && <RefusalNotice error={signIn.error} />}
        {groups.length > 1 && (
          <SelectField label={t("group")} name="group" required defaultValue="">
            <option value="" disabled>
              {t("chooseGroup")}
            </option>
            {groups.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={t("name")}
          name="signInName"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          minLength={2}
        />
        <div className={styles.line}>
          <TextField
            label={t("password")}
            name="password"
            type={visible ? "text" : "password"}
            autoComplete="current-password"
            required
            hint={capsLock ? t("caps") : undefined}
            onKeyUp={watchCaps}
            onKeyDown={watchCaps}
          />
          <button type="button" className={`link ${styles.reveal}`} onClick={() => setVisible(!visible)}>
            {t(visible ? "hide" : "show")}
          </button>
        </div>
        <Button kind="primary" big type="submit" busy={signIn.isPending}>
          {t("signIn")}
        </Button>
        <Button
          kind="text"
          className={styles.language}
          onClick={() => change({ language: preferences.language === "zh" ? "en" : "zh" })}
        >
          {languageNames.find(({ key }) => key !== preferences.language)?.label}
        </Button>
        <a className={`link ${styles.guide}`} href={helpAddress(preferences.language)}>
          {t("guide")}
        </a>
      </form>
    </main>
  );
}
