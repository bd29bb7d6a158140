import { judgementsList } from "@dutyloop/contract/lists/judgements.ts";
import { usePages } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { judgingTexts } from "./texts.ts";

const viewKeys = ["subject"] as const;

type Props = { indicatorCode: string; organizationId: string; period: string };
type Item = ReturnType<typeof usePages<"listJudgements">>["items"][number];

/** What was given for an indicator and period, with who gave it and why. */
export function GivenList({ indicatorCode, organizationId, period }: Props) {
  const t = useTexts(judgingTexts);
  const asked = { params: { organizationId }, query: { indicatorCode, period } };
  const { query, items } = usePages("listJudgements", asked, { keep: true });
  return (
    <ListFrame
      title={t("given")}
      name="listJudgements"
      list={judgementsList}
      asked={asked}
      query={query}
      items={items}
      keys={viewKeys}
      idOf={({ id }) => id}
      cells={cells}
      empty={<Empty title={t("noneGiven")} />}
    />
  );
}

const cells = {
  points: ({ points }: Item) => points,
  standing: ({ standing }: Item) => <Standing standing={standing} />,
};

function Standing({ standing }: { standing: boolean }) {
  const t = useTexts(judgingTexts);
  return standing ? t("counts") : <Tag>{t("takenBack")}</Tag>;
}
