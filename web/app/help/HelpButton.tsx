import { useMatches } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { uiTexts } from "../../ui/texts.ts";
import { useTexts } from "../language/texts.ts";
import styles from "./Help.module.css";

const HelpDrawer = lazy(() => import("./HelpDrawer.tsx"));

/** The “?” in the head of a page: what the page is for and what to do first. */
export function HelpButton() {
  const t = useTexts(uiTexts);
  const route = useMatches().at(-1)?.routeId ?? "";
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.ask}
        data-help=""
        aria-haspopup="dialog"
        aria-label={t("help")}
        title={t("help")}
        onClick={() => setOpen(true)}
      >
        <Icon name="help" />
      </button>
      {open && (
        <Suspense fallback={null}>
          <HelpDrawer route={route} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
