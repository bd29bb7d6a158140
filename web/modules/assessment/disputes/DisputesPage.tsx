import { disputesList } from "@dutyloop/contract/lists/disputes.ts";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "../../../app/api/queries.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { also } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { useChoice } from "../../../app/lists/use-choice.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import { gated } from "../gated.tsx";
import { AnswerDispute } from "./AnswerDispute.tsx";
import { type Dispute, DisputeCard, DisputeState } from "./DisputeCard.tsx";
import { disputeTexts } from "./texts.ts";

const viewKeys = ["which"] as const;
const filters = ["open", "upheld", "rejected", "all"] as const;

/** Disputes of the organisation in view and all below: the open ones first to be answered. */
function DisputesPage() {
  const t = useTexts(disputeTexts);
  const words = useWords();
  const wordPeriod = usePeriodWords();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const { organizationId } = useView();
  const [which, setWhich] = useChoice("which", filters);
  const asked = {
    params: { organizationId: organizationId ?? "" },
    query: which === "all" ? {} : { state: which },
  };
  const { query, items } = usePages("listDisputes", asked);
  const opened = items.find(({ id }) => id === search.subject);
  const open = (subject: string | undefined) => void navigate({ to: ".", search: also({ subject }) });
  const cells = {
    organization: (dispute: Dispute) => (
      <button type="button" className="link" onClick={() => open(dispute.id)}>
        {dispute.organizationName}
      </button>
    ),
    period: ({ period, scheme }: Dispute) => `${wordPeriod(period)} ${words(scheme.name)}`,
    state: ({ state }: Dispute) => <DisputeState state={state} />,
  };
  return (
    <AssessmentPage title={t("title")} about={t("about")}>
      <Choice
        label={t("filter")}
        options={filters.map((key) => ({ key, label: t(key) }))}
        value={which}
        onChange={setWhich}
      />
      <ListFrame
        name="listDisputes"
        list={disputesList}
        asked={asked}
        query={query}
        items={items}
        keys={viewKeys}
        idOf={({ id }) => id}
        cells={cells}
        empty={<Empty title={t(which === "open" ? "noneOpen" : "none")} />}
      />
      {opened && (
        <Dialog kind="drawer" title={<h1>{opened.organizationName}</h1>} onClose={() => open(undefined)}>
          <p className="quiet">
            {wordPeriod(opened.period)} {words(opened.scheme.name)}
          </p>
          <DisputeCard dispute={opened} />
          {opened.state === "open" && <AnswerDispute dispute={opened} onDone={() => open(undefined)} />}
        </Dialog>
      )}
    </AssessmentPage>
  );
}

export default gated("disputes", DisputesPage);
