import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useRoleName } from "../../modules/identity/role-names.ts";
import { classes } from "../../ui/classes.ts";
import { helpAddress } from "../../ui/help-address.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useTour } from "../help/tour/tour.tsx";
import { useLanguage } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import { SignOut } from "../session/SignOut.tsx";
import { useSession } from "../session/session.ts";
import styles from "./Pick.module.css";
import { frameTexts } from "./texts.ts";

/** Who is signed in, the way to their page and out. */
export function AccountMenu() {
  const t = useTexts(frameTexts);
  const { account, grants, group } = useSession();
  const roleName = useRoleName();
  const language = useLanguage();
  const tour = useTour();
  const [open, setOpen] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const role = grants[0] ? roleName(grants[0].role) : "";
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      const outside = event instanceof MouseEvent && !element.current?.contains(event.target as Node);
      if (outside || (event instanceof KeyboardEvent && event.key === "Escape")) setOpen(false);
    };
    document.addEventListener("mousedown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("mousedown", close);
      document.removeEventListener("keydown", close);
    };
  }, [open]);
  return (
    <SignOut>
      {(leave) => (
        <div className={classes(styles.menu, styles.account)} ref={element}>
          <button
            type="button"
            className={classes(styles.pick, styles.plain)}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <span className={styles.words}>{role ? `${account.displayName} · ${role}` : account.displayName}</span>
            <Icon name="down" size={14} />
          </button>
          {open && (
            <div className={styles.pop}>
              <p className={classes(styles.who, "note")}>{group.name}</p>
              <Link to="/me" onClick={() => setOpen(false)}>
                {t("account")}
              </Link>
              <a href={helpAddress(language)} target="_blank" rel="noopener">
                {t("guide")}
              </a>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  tour.start();
                }}
              >
                {t("tour")}
              </button>
              <button type="button" onClick={() => leave()}>
                {t("signOut")}
              </button>
            </div>
          )}
        </div>
      )}
    </SignOut>
  );
}
