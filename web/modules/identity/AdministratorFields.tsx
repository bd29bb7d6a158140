import { useTexts } from "../../app/language/texts.ts";
import { TextField } from "../../ui/Field.tsx";
import { PasswordRules } from "./PasswordRules.tsx";
import styles from "./SignIn.module.css";
import { firstRunTexts } from "./texts.ts";

export type Administrator = { displayName: string; signInName: string; password: string };

type Props = {
  title: string;
  about: string;
  value: Administrator;
  problem: (field: keyof Administrator) => string | undefined;
  onChange: (value: Administrator) => void;
};

/** One of the three administrators of the first run. */
export function AdministratorFields({ title, about, value, problem, onChange }: Props) {
  const t = useTexts(firstRunTexts);
  const field = (key: keyof Administrator) => ({
    label: t(key),
    required: true,
    value: value[key],
    error: problem(key),
    onChange: (event: { target: { value: string } }) => onChange({ ...value, [key]: event.target.value }),
  });
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>{title}</h2>
      </legend>
      <p className="note">{about}</p>
      <div className={styles.pair}>
        <TextField {...field("displayName")} autoComplete="off" />
        <TextField {...field("signInName")} autoComplete="off" autoCapitalize="none" />
      </div>
      <TextField {...field("password")} type="password" autoComplete="new-password" />
      <PasswordRules password={value.password} signInName={value.signInName} />
    </fieldset>
  );
}
