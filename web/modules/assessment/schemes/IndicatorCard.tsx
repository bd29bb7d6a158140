import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { useWords, type Words } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { useFactKind } from "../score/fact-title.ts";
import styles from "./Schemes.module.css";
import { schemeTexts } from "./texts.ts";

/** What of an indicator's body is shown. */
type Shown = {
  readonly basis?: Words;
  readonly owner?: Words | null;
  readonly dimension?: string;
  readonly source?: string;
  readonly noData?: string;
  readonly reads?: readonly string[];
};

const noData = ["pending", "not_applicable", "full", "zero"] as const;
const dimensions = ["done", "right", "good"] as const;

/** Which document orders an indicator, who answers for it, what it reads and what no data means. */
export function IndicatorCard({ code, version, fields }: { code: string; version: number; fields: number }) {
  const t = useTexts(schemeTexts);
  const words = useWords();
  const kindOf = useFactKind();
  const indicator = useQuery(ask("getIndicator", { params: { code, version: String(version) } }));
  return (
    <Loaded query={indicator} rows={2}>
      {(data) => {
        const body = data.body as Shown;
        const meaning = noData.find((one) => one === body.noData);
        const dimension = dimensions.find((one) => one === body.dimension);
        const reads = (body.reads ?? []).map(kindOf).join(t("and"));
        return (
          <dl className={styles.indicator}>
            {body.basis && <Item term={t("basis")} text={words(body.basis)} />}
            {body.owner && <Item term={t("owner")} text={words(body.owner)} />}
            {dimension && <Item term={t("dimension")} text={t(dimension)} />}
            {reads && <Item term={t("reads")} text={reads} />}
            <Item term={t("source")} text={body.source === "system" ? t("system") : (body.source ?? "")} />
            {meaning && <Item term={t("noData")} text={t(meaning)} />}
            <Item term={t("fields")} text={String(fields)} />
            <Item term={t("version")} text={String(version)} />
          </dl>
        );
      }}
    </Loaded>
  );
}

function Item({ term, text }: { term: string; text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}
