import { useQueryClient } from "@tanstack/react-query";
import { frameTexts } from "../../app/frame/texts.ts";
import { useTexts } from "../../app/language/texts.ts";
import { SignOut } from "../../app/session/SignOut.tsx";
import { sessionQuery } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Logo } from "../../ui/Logo.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import styles from "./SignIn.module.css";
import { signInTexts } from "./texts.ts";

/** A first or expired password is changed before anything else. */
export default function ExpiredPasswordPage() {
  const t = useTexts(signInTexts);
  const frame = useTexts(frameTexts);
  const client = useQueryClient();
  return (
    <main className={styles.stage}>
      <div className={styles.box}>
        <div className={styles.head}>
          <Logo size={48} />
          <h1>{t("expiredTitle")}</h1>
          <p className="quiet">{t("expiredText")}</p>
        </div>
        <PasswordForm onChanged={() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey })} />
        <SignOut>
          {(leave) => (
            <Button kind="text" onClick={() => leave()}>
              {frame("signOut")}
            </Button>
          )}
        </SignOut>
      </div>
    </main>
  );
}
