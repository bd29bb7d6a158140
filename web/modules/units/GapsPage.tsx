import { gapsList } from "@dutyloop/contract/lists/units.ts";
import { wordFinding } from "@dutyloop/contract/messages/finding-words.ts";
import { wordProposal } from "@dutyloop/contract/messages/gap-words.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask, usePages } from "../../app/api/queries.ts";
import { also } from "../../app/frame/search.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useMay } from "../../app/session/session.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, Notice } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { type Accepted, AcceptGap, type Gap } from "./AcceptGap.tsx";
import { gapTexts, restrictionTexts, unitKindTexts } from "./texts.ts";
import styles from "./Units.module.css";

/** 应建必建: what ought to be built at and below the organisation in view, by which rule, and one click to do it. */
export default function GapsPage() {
  const t = useTexts(gapTexts);
  const kind = useTexts(unitKindTexts);
  const restriction = useTexts(restrictionTexts);
  const language = useLanguage();
  const may = useMay();
  const [chosen, setChosen] = useState<Gap | null>(null);
  const [done, setDone] = useState<Accepted | null>(null);
  const { query: viewed, enabled, organizationId } = useViewedOrganization();
  const asked = { params: { organizationId }, query: {} };
  const { query, items, first } = usePages("listGaps", asked, {
    enabled: enabled && organizationId !== "",
    keep: true,
  });
  const keeps = may("organization.manage");
  const actOf = (gap: Gap) =>
    gap.proposal.under === null ? (
      <span className="quiet">{t("branchFirst")}</span>
    ) : (
      <Button
        aria-label={t("acceptOf", { unit: gap.unit.name, sentence: wordProposal(gap, language) })}
        onClick={() => setChosen(gap)}
      >
        {t("accept")}
      </Button>
    );
  const nameOf = ({ unit }: Gap) => (
    <>
      {unit.name} <span className="note">{kind(unit.kind)}</span>{" "}
      {unit.restriction && <Tag>{restriction(unit.restriction)}</Tag>}
    </>
  );
  const basisOf = ({ finding }: Gap) => (
    <div className={styles.basis}>
      <span>
        <Tag
          tone={finding.strength === "must" ? "warn" : "neutral"}
          shape={finding.strength === "must" ? "diamond" : "square"}
        >
          {t(finding.strength)}
        </Tag>{" "}
        <span className="note">{finding.rule}</span>
      </span>
      <span>{wordFinding(language, finding.code, finding.values)}</span>
    </div>
  );
  // Where no unit is known nothing can be missing: that is no reason to be content.
  const known = useQuery({
    ...ask("listUnits", { params: { organizationId }, query: { limit: 1 } }),
    enabled: query.isSuccess && items.length === 0,
  });
  const noUnits = items.length === 0 && known.data?.items.length === 0;
  const counts = first?.counts;
  const all = counts ? counts.must + counts.general + counts.practice + counts.design : 0;
  const about =
    counts &&
    viewed.data &&
    !noUnits &&
    t("about", { organization: viewed.data.name, count: all, must: counts.must + counts.general });
  return (
    <Page
      title={t("title")}
      about={about}
      action={
        <Link to="/organizations/units" className={buttonClass("quiet")}>
          {t("units")}
        </Link>
      }
    >
      <div className={styles.list}>
        {done && (
          <Notice
            tone="good"
            action={
              <Link to="/organizations" search={also({ org: done.organizationId })} className="link">
                {t("open")}
              </Link>
            }
          >
            {t("done", { count: done.members })}
          </Notice>
        )}
        {first && first.ownBranches.departments > 0 && (
          <Notice
            tone="calm"
            action={
              <Link to="/organizations/units" search={also({ which: "no_own_branch" })} className="link">
                {t("openUnits")}
              </Link>
            }
          >
            {t("ownBranches", first.ownBranches)}
          </Notice>
        )}
        {noUnits ? (
          <Card>
            <Empty title={t("noUnits")} text={t("noUnitsText")}>
              {keeps && (
                <Link to="/organizations/units" className={buttonClass("primary")}>
                  {t("toUnits")}
                </Link>
              )}
            </Empty>
          </Card>
        ) : (
          <ListFrame
            name="listGaps"
            list={gapsList}
            asked={asked}
            query={query}
            items={items}
            idOf={({ id }) => id}
            cells={{ unit: nameOf, basis: basisOf }}
            doing={keeps ? { title: t("act"), cell: actOf } : undefined}
            card={(gap) => (
              <>
                <b>{nameOf(gap)}</b>
                {basisOf(gap)}
                <span className="note">{wordProposal(gap, language)}</span>
                {keeps && actOf(gap)}
              </>
            )}
            empty={<Empty title={t("none")} />}
          />
        )}
      </div>
      {chosen && <AcceptGap gap={chosen} onDone={setDone} onClose={() => setChosen(null)} />}
    </Page>
  );
}
