import { applicantsList } from "@dutyloop/contract/lists/development.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { Empty } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Applicant, type Item } from "./StageColumn.tsx";
import { developmentTexts } from "./texts.ts";

const viewKeys = ["which"] as const;

/** The same people as a list with columns of one's own; data of this class have no workbook. */
export function ApplicantList({ organizationId }: { organizationId: string }) {
  const t = useTexts(developmentTexts);
  const asked = { params: { organizationId }, query: {} };
  const { query, items } = usePages("listApplicants", asked, { enabled: organizationId !== "", keep: true });
  return (
    <ListFrame
      name="listApplicants"
      list={applicantsList}
      asked={asked}
      query={query}
      items={items}
      keys={viewKeys}
      idOf={({ personId }) => personId}
      cells={cells}
      card={(item) => <Applicant item={item} />}
      empty={<Empty title={t("nobody")} text={t("nobodyText")} />}
    />
  );
}

const cells = {
  name: ({ personId, name }: Item) => (
    <Link to="/development/$personId" params={{ personId }} className="link">
      {name}
    </Link>
  ),
  overdue: ({ overdue }: Item) => (overdue ? <Overdue /> : null),
};

function Overdue() {
  const t = useTexts(developmentTexts);
  return (
    <Tag tone="warn" shape="diamond">
      {t("isOverdue")}
    </Tag>
  );
}
