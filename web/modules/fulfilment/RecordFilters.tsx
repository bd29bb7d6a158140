import type { Query } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { also, type PageSearch, without } from "../../app/frame/search.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { SelectField } from "../../ui/Field.tsx";
import styles from "./Record.module.css";
import { recordTexts } from "./texts.ts";

type State = NonNullable<Query<"listRecords">["state"]>;
const states: readonly State[] = ["submitted", "corrected", "revoked"];

/** What the list is narrowed to, as the address says it. */
export function useRecordFilters() {
  const { template, state: asked, which } = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const state = states.find((one) => one === asked);
  const late = which === "late";
  return {
    template: template ?? "",
    state: state ?? "",
    late,
    narrowed: Boolean(template ?? state) || late,
    query: {
      ...(template ? { template } : {}),
      ...(state ? { state } : {}),
      ...(late ? { entered: "late" as const } : {}),
    },
    set: (part: PageSearch) => void navigate({ to: ".", search: also(part), replace: true }),
    clear: () => void navigate({ to: ".", search: without("template", "state", "which"), replace: true }),
  };
}

/** By type, by state, and 逾期补录; the month stands in the top bar. */
export function RecordFilters({ filters }: { filters: ReturnType<typeof useRecordFilters> }) {
  const t = useTexts(recordTexts);
  const words = useWords();
  const templates = useQuery({ ...ask("listTemplates", {}), staleTime: 300_000 });
  const chosen = (value: string) => (value === "" ? undefined : value);
  return (
    <search className={styles.filters}>
      <SelectField
        label={t("kind")}
        hideLabel
        source={templates}
        value={filters.template}
        onChange={(event) => filters.set({ template: chosen(event.target.value) })}
      >
        <option value="">{t("allKinds")}</option>
        {templates.data?.items.map(({ body }) => (
          <option key={body.code} value={body.code}>
            {words(body.name)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("filterState")}
        hideLabel
        value={filters.state}
        onChange={(event) => filters.set({ state: chosen(event.target.value) })}
      >
        <option value="">{t("allStates")}</option>
        <option value="submitted">{t("stateSubmitted")}</option>
        <option value="corrected">{t("corrected")}</option>
        <option value="revoked">{t("revoked")}</option>
      </SelectField>
      <SelectField
        label={t("filterEntered")}
        hideLabel
        value={filters.late ? "late" : ""}
        onChange={(event) => filters.set({ which: chosen(event.target.value) })}
      >
        <option value="">{t("anyEntry")}</option>
        <option value="late">{t("onlyLate")}</option>
      </SelectField>
    </search>
  );
}
