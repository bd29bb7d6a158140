import { useTexts } from "../../app/language/texts.ts";
import { Shape } from "../../ui/Shape.tsx";
import { type PasswordHint, passwordHints } from "./password-hints.ts";
import styles from "./SignIn.module.css";
import { passwordTexts } from "./texts.ts";

const hints: readonly PasswordHint[] = ["length", "kinds", "name"];

/** The rules of a new password, each ticked as soon as it is met. */
export function PasswordRules({ password, signInName }: { password: string; signInName: string }) {
  const t = useTexts(passwordTexts);
  const met = passwordHints(password, signInName);
  return (
    <ul className={styles.rules}>
      {hints.map((hint) => (
        <li key={hint} className={met[hint] ? styles.met : undefined}>
          <Shape name={met[hint] ? "tick" : "square"} />
          {t(hint)}
          <span className="sr">{t(met[hint] ? "met" : "unmet")}</span>
        </li>
      ))}
    </ul>
  );
}
