import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { frameTexts } from "../../app/frame/texts.ts";
import { useTexts } from "../../app/language/texts.ts";
import { SignOut } from "../../app/session/SignOut.tsx";
import { sessionQuery } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Logo } from "../../ui/Logo.tsx";
import styles from "./SignIn.module.css";
import { EnrolForm } from "./second-factor/EnrolForm.tsx";
import { RecoveryCodes } from "./second-factor/RecoveryCodes.tsx";
import { signInTexts } from "./texts.ts";

/** A second factor that is demanded of the account is set up before anything else. */
export default function SecondFactorDuePage() {
  const t = useTexts(signInTexts);
  const frame = useTexts(frameTexts);
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const goOn = () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  return (
    <main className={styles.stage}>
      <div className={`${styles.box} ${styles.middle}`}>
        <div className={styles.head}>
          <Logo size={48} />
          <h1>{t("dueTitle")}</h1>
          <p className="quiet">{t("dueText")}</p>
        </div>
        {codes ? <RecoveryCodes codes={codes} onKept={goOn} /> : <EnrolForm onCodes={setCodes} />}
        {!codes && (
          <SignOut>
            {(leave) => (
              <Button kind="text" onClick={() => leave()}>
                {frame("signOut")}
              </Button>
            )}
          </SignOut>
        )}
      </div>
    </main>
  );
}
