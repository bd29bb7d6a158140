import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Notice } from "../../../ui/States.tsx";
import styles from "./SecondFactor.module.css";
import { secondFactorTexts } from "./texts.ts";

/** The ten codes for a lost device, shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTexts(secondFactorTexts);
  return (
    <div className={styles.stack}>
      <Notice tone="good">
        <strong>{t("codesTitle")}</strong> {t("codesAbout")}
      </Notice>
      <ul className={styles.codes} aria-label={t("codes")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.row}>
        <CopyButton text={codes.join("\n")} />
        <Button kind="primary" onClick={onKept}>
          {t("kept")}
        </Button>
      </div>
    </div>
  );
}
