import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { templatesList } from "@dutyloop/contract/lists/templates.ts";
import { templateGroups } from "@dutyloop/domain/standards/template-policy.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { without } from "../../app/frame/search.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useChoice } from "../../app/lists/use-choice.ts";
import { useMay } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
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
const kinds = ["all", ...templateGroups] as const;
const viewKeys = ["which"] as const;

/** Every template with its strength, how often, who does it, where it stands and what it costs to fill in. */
export default function StandardsPage() {
  const t = useTexts(standardsTexts);
  const may = useMay();
  const cadence = useCadenceWords();
  const [which, setWhich] = useChoice("which", kinds);
  const asked = { query: { which } };
  const query = useQuery({ ...ask("listTemplates", asked), placeholderData: keepPreviousData });
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
          value={which}
          onChange={setWhich}
        />
      </div>
      <ListFrame
        name="listTemplates"
        list={templatesList}
        asked={asked}
        query={query}
        items={query.data?.items ?? []}
        keys={viewKeys}
        idOf={({ body }) => body.code}
        cells={{
          template: (item) => <TemplateLink item={item} />,
          strength: ({ body }) => <StrengthTag strength={body.strength} />,
          stage: ({ stage, body }) => (
            <>
              {t(stage)} {body.example && <Tag>{t("example")}</Tag>}
            </>
          ),
        }}
        card={(item) => (
          <>
            <b>
              <TemplateLink item={item} />
            </b>
            <span>
              <StrengthTag strength={item.body.strength} /> <span className="note">{cadence(item.body.cadence)}</span>
            </span>
          </>
        )}
        empty={<Empty title={t("none")} />}
      />
      {may("template.manage") && may("scheme.manage") && <DraftsCard />}
    </Page>
  );
}

function TemplateLink({ item: { body } }: { item: Template }) {
  const words = useWords();
  return (
    <Link
      className="link"
      to="/standards/$templateCode"
      params={{ templateCode: body.code }}
      search={without("which", "cols")}
    >
      {words(body.name)}
    </Link>
  );
}
