import { Button } from "../../ui/Button.tsx";
import { Empty } from "../../ui/States.tsx";
import { uiTexts } from "../../ui/texts.ts";
import { useTexts } from "../language/texts.ts";

/** When a page itself fails, or its code can't be loaded. */
export function BrokenPage() {
  const t = useTexts(uiTexts);
  return (
    <div role="alert">
      <Empty title={t("brokenTitle")} text={t("brokenText")}>
        <Button kind="primary" onClick={() => location.reload()}>
          {t("reload")}
        </Button>
      </Empty>
    </div>
  );
}
