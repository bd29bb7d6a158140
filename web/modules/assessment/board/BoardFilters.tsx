import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type Span, spans } from "@dutyloop/domain/assessment/period-things.ts";
import { useNavigate } from "@tanstack/react-router";
import { also, type PageSearch, without } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SelectField } from "../../../ui/Field.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import styles from "./Board.module.css";
import { boardTexts } from "./texts.ts";

type Schemes = Answer<"getBoard">["schemes"];

/** Which scheme, and how long a period; which one of that length says the top bar. */
export function BoardFilters({ schemes, scheme }: { schemes: Schemes; scheme: string }) {
  const t = useTexts(boardTexts);
  const words = useWords();
  const navigate = useNavigate();
  const { span } = useView();
  const shortest = schemes.find(({ code }) => code === scheme)?.cadence ?? "month";
  const offered = spans.slice(spans.indexOf(shortest));
  const choose = (code: string) => {
    const cadence = schemes.find((one) => one.code === code)?.cadence ?? "month";
    const long = spans.indexOf(span) >= spans.indexOf(cadence) ? span : cadence;
    void navigate({ to: ".", search: (now: PageSearch) => without("class")({ ...now, scheme: code, span: long }) });
  };
  const show = (next: Span) =>
    void navigate({ to: ".", search: next === "month" ? without("span") : also({ span: next }) });
  return (
    <div className={styles.filters}>
      {schemes.length > 1 && (
        <SelectField label={t("scheme")} hideLabel value={scheme} onChange={(event) => choose(event.target.value)}>
          {schemes.map(({ code, name }) => (
            <option key={code} value={code}>
              {words(name)}
            </option>
          ))}
        </SelectField>
      )}
      <Choice label={t("span")} options={offered.map((key) => ({ key, label: t(key) }))} value={span} onChange={show} />
    </div>
  );
}
