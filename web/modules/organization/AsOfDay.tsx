import { Link, useNavigate } from "@tanstack/react-router";
import { also, without } from "../../app/frame/search.ts";
import { useTexts } from "../../app/language/texts.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import styles from "./Organization.module.css";
import { organizationTexts } from "./texts.ts";

/** The day whose tree is shown; it stands in the address, so that a link shows the same. */
export function AsOfDay({ on, today }: { on: string | undefined; today: string }) {
  const t = useTexts(organizationTexts);
  const navigate = useNavigate();
  return (
    <div className={styles.day}>
      <TextField
        type="date"
        label={t("asOf")}
        value={on ?? today}
        onChange={({ target: { value } }) => {
          if (value !== "") void navigate({ to: ".", search: also({ on: value }), replace: true });
        }}
      />
      {on && (
        <Link to="." search={without("on")} className={buttonClass("quiet")}>
          {t("backToToday")}
        </Link>
      )}
    </div>
  );
}
