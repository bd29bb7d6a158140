import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { uiTexts } from "../../ui/texts.ts";
import { useTexts } from "../language/texts.ts";

export function NotFoundPage() {
  const t = useTexts(uiTexts);
  return (
    <Page title={t("notFoundTitle")}>
      <Empty title={t("notFoundTitle")} text={t("notFoundText")}>
        <Link to="/" className={buttonClass("primary")}>
          {t("home")}
        </Link>
      </Empty>
    </Page>
  );
}
