import { useNavigate } from "@tanstack/react-router";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Choice } from "../../../ui/Tabs.tsx";
import { boardTexts } from "./texts.ts";

type Props = { classes: readonly { class: string; organizations: number }[]; value: string };

/** Branches are compared inside their class only. */
export function ClassTabs({ classes, value }: Props) {
  const t = useTexts(boardTexts);
  const navigate = useNavigate();
  if (classes.length < 2) return null;
  return (
    <Choice
      label={t("classes")}
      options={classes.map((one) => ({
        key: one.class,
        label: t("classCount", { name: one.class || t("noClass"), count: one.organizations }),
      }))}
      value={value}
      onChange={(key) => void navigate({ to: ".", search: also({ class: key }) })}
    />
  );
}
