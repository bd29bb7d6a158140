import { dispositionsList } from "@dutyloop/contract/lists/membership.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useMay } from "../../app/session/session.ts";
import { DeniedPage } from "../../ui/DeniedPage.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { memberStateTexts } from "../organization/texts.ts";
import { dispositionTexts } from "./member-texts.ts";
import styles from "./People.module.css";

type Item = ReturnType<typeof usePages<"listDispositions">>["items"][number];

const cells = {
  name: (item: Item) => <Whose item={item} />,
  change: (item: Item) => <Change item={item} />,
};

/** Dispositions of the organisation in view and all below it, for those whom MEM-12 names. */
export default function DispositionsPage() {
  const may = useMay();
  return may("member.read_dispositions") ? <Dispositions /> : <DeniedPage />;
}

function Dispositions() {
  const t = useTexts(dispositionTexts);
  const language = useLanguage();
  const { query: viewed, organizationId } = useViewedOrganization();
  const asked = { params: { organizationId } };
  const { query, items } = usePages("listDispositions", asked, { enabled: organizationId !== "" });
  return (
    <Page title={t("title")} about={viewed.data && t("about", { organization: viewed.data.name })}>
      <ListFrame
        name="listDispositions"
        list={dispositionsList}
        asked={asked}
        query={query}
        items={items}
        idOf={({ id }) => id}
        cells={cells}
        empty={<Empty title={t("nothing")} />}
        card={(item) => (
          <>
            <span className={styles.what}>
              <b>
                <Whose item={item} />
              </b>
              <span className="quiet">{item.organizationName}</span>
            </span>
            <span>
              <Change item={item} />
            </span>
            <span className="note">
              {[wordDate(language, item.effectiveOn), item.rule, item.decidedBy].join(" · ")}
            </span>
            {item.reason && <span className="note">{item.reason}</span>}
          </>
        )}
      />
    </Page>
  );
}

/** Who may read dispositions needn't be one who may open the page of the person. */
function Whose({ item: { personId, personName } }: { item: Item }) {
  const may = useMay();
  if (!may("person.read")) return personName;
  return (
    <Link to="/people/$personId" params={{ personId }} className="link">
      {personName}
    </Link>
  );
}

function Change({ item: { from, to, endsOn, undecided } }: { item: Item }) {
  const t = useTexts(dispositionTexts);
  const state = useTexts(memberStateTexts);
  const language = useLanguage();
  return (
    <>
      {from === null ? state(to) : `${state(from)} → ${state(to)}`}{" "}
      {endsOn && <span className="note">{t("until", { date: wordDate(language, endsOn) })}</span>}{" "}
      {undecided && (
        <Tag tone="warn" shape="diamond">
          {t("undecided")}
        </Tag>
      )}
    </>
  );
}
