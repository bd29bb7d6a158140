import { unitsList } from "@dutyloop/contract/lists/units.ts";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { usePages } from "../../app/api/queries.ts";
import { also, without } from "../../app/frame/search.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useMay } from "../../app/session/session.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { ChangeUnit } from "./ChangeUnit.tsx";
import { CoverUnit } from "./CoverUnit.tsx";
import { CreateUnit } from "./CreateUnit.tsx";
import { unitTexts } from "./texts.ts";
import { type Doing, type Unit, UnitActs, UnitCoverage, UnitName, UnitRow } from "./UnitRow.tsx";
import styles from "./Units.module.css";

const viewKeys = ["q", "which"] as const;
const cells = {
  unit: (unit: Unit) => <UnitName unit={unit} />,
  coverage: (unit: Unit) => <UnitCoverage unit={unit} />,
};
const filters = ["level", "all", "own_branch", "no_own_branch"] as const;

/** Administrative units of the organisation in view, step by step or found by a word, and who covers each. */
export default function UnitsPage() {
  const t = useTexts(unitTexts);
  const may = useMay();
  const search = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const [doing, setDoing] = useState<Doing | null>(null);
  const typed = search.q ?? "";
  const setTyped = (q: string) =>
    void navigate({ to: ".", search: q === "" ? without("q") : also({ q }), replace: true });
  const q = useDeferredValue(typed.trim());
  const which = filters.find((filter) => filter === search.which) ?? "level";
  const { query: viewed, enabled, organizationId } = useViewedOrganization();
  const asked = { params: { organizationId }, query: { which, ...(q === "" ? {} : { q }) } };
  const { query, items } = usePages("listUnits", asked, { enabled: enabled && organizationId !== "", keep: true });
  // The tree step by step; what is found by a word or a filter stands in one list.
  const steps = which === "level" && q === "";
  const keeps = may("organization.manage");
  const actsOf = (unit: Unit) => <UnitActs unit={unit} onAct={setDoing} />;
  const nothing =
    q !== ""
      ? "noneFound"
      : ({ level: "none", all: "none", own_branch: "noneOwn", no_own_branch: "noneNotOwn" } as const)[which];
  return (
    <Page
      title={t("title")}
      about={viewed.data && t("about", { organization: viewed.data.name })}
      action={
        <span className={styles.acts}>
          <Link to="/organizations/gaps" className={buttonClass("quiet")}>
            {t("gaps")}
          </Link>
          {keeps && (
            <Button kind="primary" onClick={() => setDoing({ act: "create", unit: null })}>
              {t("create")}
            </Button>
          )}
        </span>
      }
    >
      <div className={styles.list}>
        <div className={styles.tools}>
          <div className={styles.find}>
            <TextField
              type="search"
              label={t("find")}
              value={typed}
              most={60}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <Choice
            label={t("which")}
            options={[
              { key: "level", label: t("level") },
              { key: "all", label: t("all") },
              { key: "own_branch", label: t("own") },
              { key: "no_own_branch", label: t("notOwn") },
            ]}
            value={which}
            onChange={(key) => navigate({ to: ".", search: key === "level" ? without("which") : also({ which: key }) })}
          />
        </div>
        <ListFrame
          name="listUnits"
          list={unitsList}
          asked={asked}
          query={query}
          items={items}
          keys={viewKeys}
          idOf={({ id }) => id}
          cells={cells}
          doing={keeps ? { title: t("act"), cell: actsOf } : undefined}
          card={(unit) => (
            <>
              <b>
                <UnitName unit={unit} />
              </b>
              <UnitCoverage unit={unit} />
              {keeps && actsOf(unit)}
            </>
          )}
          empty={<Empty title={t(nothing)} />}
          tree={
            steps ? (
              <UnitTree items={items} organizationId={organizationId} onAct={keeps ? setDoing : null} />
            ) : undefined
          }
        />
      </div>
      {doing?.act === "create" && <CreateUnit above={doing.unit} onClose={() => setDoing(null)} />}
      {doing?.act === "change" && (
        <ChangeUnit unit={doing.unit} organizationId={organizationId} onClose={() => setDoing(null)} />
      )}
      {doing?.act === "cover" && <CoverUnit unit={doing.unit} onClose={() => setDoing(null)} />}
    </Page>
  );
}

type TreeProps = Pick<Parameters<typeof UnitRow>[0], "organizationId" | "onAct"> & { items: readonly Unit[] };

/** The topmost units; each opens those below it. */
function UnitTree({ items, organizationId, onAct }: TreeProps) {
  const t = useTexts(unitTexts);
  return (
    <table className="table" aria-label={t("list")}>
      <thead>
        <tr>
          <th>{t("unit")}</th>
          <th className="wide-only">{t("region")}</th>
          <th className="wide-only">{t("coverage")}</th>
          <th className="right wide-only">{t("members")}</th>
          {onAct && <th className="wide-only">{t("act")}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((unit) => (
          <UnitRow
            key={unit.id}
            unit={unit}
            level={0}
            openFirst={items.length === 1}
            organizationId={organizationId}
            onAct={onAct}
          />
        ))}
      </tbody>
    </table>
  );
}
