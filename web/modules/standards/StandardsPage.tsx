import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { also, without } from "../../app/frame/search.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { DraftsCard } from "./DraftsCard.tsx";
import styles from "./Standards.module.css";
import { StrengthTag } from "./StrengthTag.tsx";
import { useCadenceWords } from "./template-words.ts";
import { standardsTexts } from "./texts.ts";

type Template = Answer<"listTemplates">["items"][number];
const kinds = ["all", "branch", "committee", "task"] as const;
type Kind = (typeof kinds)[number];

/** Every template with its strength, how often, who does it, where it stands and what it costs to fill in. */
export default function StandardsPage() {
  const t = useTexts(standardsTexts);
  const may = useMay();
  const navigate = useNavigate();
  const { which } = useSearch({ from: "__root__" });
  const shown = kinds.find((kind) => kind === which) ?? "all";
  const templates = useQuery(ask("listTemplates", {}));
  const choose = (kind: Kind) =>
    void navigate({ to: ".", search: kind === "all" ? without("which") : also({ which: kind }) });
  return (
    <Page
      title={t("title")}
      about={t("about")}
      action={
        <Link className={buttonClass("quiet")} to="/standards/benchmark" search={without("which")}>
          {t("benchmark")}
        </Link>
      }
    >
      <div className={styles.tools}>
        <Choice
          label={t("which")}
          options={kinds.map((key) => ({ key, label: t(key) }))}
          value={shown}
          onChange={choose}
        />
      </div>
      <Card>
        <Loaded query={templates} rows={10}>
          {({ items }) => {
            const wanted = items.filter((item) => shown === "all" || kindOf(item) === shown);
            return wanted.length === 0 ? <Empty title={t("none")} /> : <TemplateTable items={wanted} />;
          }}
        </Loaded>
      </Card>
      {may("template.manage") && may("scheme.manage") && <DraftsCard />}
    </Page>
  );
}

function TemplateTable({ items }: { items: readonly Template[] }) {
  const t = useTexts(standardsTexts);
  const words = useWords();
  const cadence = useCadenceWords();
  return (
    <table className="table" aria-label={t("list")}>
      <thead>
        <tr>
          <th>{t("template")}</th>
          <th>{t("strength")}</th>
          <th className="wide-only">{t("cadence")}</th>
          <th className="wide-only">{t("owedBy")}</th>
          <th className="wide-only">{t("stage")}</th>
          <th className="right wide-only">{t("cost")}</th>
          <th className="right wide-only">{t("inYear")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ body, stage, cost }) => (
          <tr key={body.code}>
            <td>
              <span className={styles.words}>
                <Link
                  className="link"
                  to="/standards/$templateCode"
                  params={{ templateCode: body.code }}
                  search={without("which")}
                >
                  {words(body.name)}
                </Link>
                <span className="note narrow-only">{cadence(body.cadence)}</span>
              </span>
            </td>
            <td className="nowrap">
              <StrengthTag strength={body.strength} />
            </td>
            <td className="wide-only">{cadence(body.cadence)}</td>
            <td className="wide-only">{t(`owes_${body.owedBy}`)}</td>
            <td className="wide-only nowrap">
              {t(stage)} {body.example && <Tag>{t("example")}</Tag>}
            </td>
            <td className="right wide-only">{t("fields", { count: cost.typed })}</td>
            <td className="right wide-only">{t("fields", { count: cost.inYear })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function kindOf({ body }: Template): Kind {
  if (body.kind === "task") return "task";
  return body.owedBy === "committee" || body.owedBy === "leading_group" || body.owedBy === "leader"
    ? "committee"
    : "branch";
}
