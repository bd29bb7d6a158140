import { Link } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Page } from "../../ui/Page.tsx";
import styles from "./Assessment.module.css";
import { sectionsFor } from "./sections.ts";
import { sectionTexts } from "./texts.ts";

/** A page of 考责, with the ways to its neighbours for those who may go there. */
export function AssessmentPage({ children, ...page }: ComponentProps<typeof Page>) {
  const t = useTexts(sectionTexts);
  const may = useMay();
  const sections = sectionsFor(may);
  return (
    <Page {...page}>
      {sections.length > 1 && (
        <nav className={styles.sections} aria-label={t("sections")}>
          {sections.map(({ name, to }) => (
            <Link key={name} to={to} activeOptions={{ exact: to === "/board", includeSearch: false }}>
              {t(name === "board" && !may("board.read") ? "ownScore" : name)}
            </Link>
          ))}
        </nav>
      )}
      {children}
    </Page>
  );
}
