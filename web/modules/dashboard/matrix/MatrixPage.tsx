import { dutyMatrixTable } from "@dutyloop/contract/lists/duty-matrix.ts";
import { isUsable } from "@dutyloop/domain/standards/template-policy.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ask, usePages } from "../../../app/api/queries.ts";
import { also, without } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { BatchBar } from "../../../app/lists/BatchBar.tsx";
import { type BatchAct, useBatch } from "../../../app/lists/batch.ts";
import { ListTools } from "../../../app/lists/ListTools.tsx";
import { useLook } from "../../../app/lists/use-look.ts";
import { useMay, useSession } from "../../../app/session/session.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { DeniedPage } from "../../../ui/DeniedPage.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Empty, Failed, Loading } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { useIsPhone } from "../../../ui/use-phone.ts";
import styles from "./Matrix.module.css";
import { MatrixMonths } from "./MatrixMonths.tsx";
import { type MatrixRow, MatrixTable } from "./MatrixTable.tsx";
import { matrixTexts } from "./texts.ts";

const levels = ["children", "all"] as const;
const structures = ["monthly", "today"] as const;
const viewKeys = ["which", "on", "template"] as const;
// Who only looks needn't load it.
const AdoptMany = lazy(async () => ({ default: (await import("../../standards/AdoptMany.tsx")).AdoptMany }));
const rowId = ({ organizationId }: MatrixRow) => organizationId;
/** What is adopted for an organisation holds for all below it, which its own row doesn't say. */
const isWhole = ({ own, hasChildren }: MatrixRow) => !own || !hasChildren;

/** 组织 × 月: who held what he owed, from the group down to the branch and its records. */
export default function MatrixPage() {
  const t = useTexts(matrixTexts);
  const may = useMay();
  const words = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const { today } = useSession();
  const view = useView();
  const isPhone = useIsPhone();
  const organizationId = view.organizationId ?? "";
  const year = Number(view.period.slice(0, 4));
  const level = levels.find((one) => one === search.which) ?? "children";
  const { template } = search;
  // A view stays with the day; an address may name one.
  const on = search.on === "today" ? today : search.on;
  const asked = {
    params: { organizationId },
    query: { year, level, limit: 100, ...(template ? { template } : {}), ...(on ? { on } : {}) },
  };
  const { query, items, first } = usePages("getDutyMatrix", asked, {
    enabled: may("obligation.read") && organizationId !== "",
    keep: true,
  });
  const templates = useQuery({ ...ask("listTemplates", {}), enabled: may("template.read") });
  const look = useLook(dutyMatrixTable, viewKeys);
  const kinds = (templates.data?.items ?? []).filter(({ body }) => body.cadence !== null);
  const kind = kinds.find(({ body }) => body.code === template);
  const adopt: BatchAct<MatrixRow> = {
    key: "adopt",
    label: t("adopt"),
    fits: isWhole,
    sheet: (units, onClose) =>
      kind && (
        <Suspense fallback={null}>
          <AdoptMany template={kind} units={units} onClose={onClose} />
        </Suspense>
      ),
  };
  const acts = kind && isUsable(kind.stage) && may("template.manage") && !isPhone ? [adopt] : [];
  const batch = useBatch(items.filter(isWhole), rowId, acts);
  if (!may("obligation.read")) return <DeniedPage />;
  const last = query.data?.pages.at(-1);
  const [row] = items;
  const alone = items.length === 1 && row?.own === true && !row.hasChildren;
  const nothing = first?.totals.every(({ owed, late }) => owed + late === 0) ?? false;
  return (
    <Page
      title={t("title")}
      about={first && t("about", { organization: first.organizationName, year: String(year) })}
      action={
        may("record.read") && (
          <Link to="/duties/burden" search={without("which")} className={buttonClass("quiet")}>
            {t("burden")}
          </Link>
        )
      }
    >
      <div className={styles.tools}>
        {!alone && (
          <>
            <Choice
              label={t("level")}
              options={levels.map((key) => ({ key, label: t(key) }))}
              value={level}
              onChange={(key) =>
                void navigate({ to: ".", search: key === "all" ? also({ which: key }) : without("which") })
              }
            />
            <Choice
              label={t("structure")}
              options={structures.map((key) => ({ key, label: t(key) }))}
              value={on ? "today" : "monthly"}
              onChange={(key) =>
                void navigate({ to: ".", search: key === "today" ? also({ on: "today" }) : without("on") })
              }
            />
          </>
        )}
        <SelectField
          label={t("template")}
          hideLabel
          source={templates}
          value={template ?? ""}
          onChange={({ target }) =>
            void navigate({
              to: ".",
              search: target.value === "" ? without("template") : also({ template: target.value }),
            })
          }
        >
          <option value="">{t("anyTemplate")}</option>
          {kinds.map(({ body }) => (
            <option key={body.code} value={body.code}>
              {words(body.name)}
            </option>
          ))}
        </SelectField>
      </div>
      <Card>
        <ListTools name="getDutyMatrix" list={dutyMatrixTable} asked={asked} look={look} isEmpty={!first || nothing}>
          <BatchBar batch={batch} acts={acts} />
        </ListTools>
        {query.isPending && <Loading rows={10} />}
        {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
        {first && nothing && <Empty title={t("empty")} text={t("emptyText")} />}
        {first && !nothing && (
          <>
            <div className={styles.desk}>
              <MatrixTable
                year={year}
                totals={first.totals}
                rows={items}
                elsewhere={last?.elsewhere ?? null}
                shown={look.chosen}
                ticks={acts.length > 0 ? { chosen: batch.chosen, onChange: batch.choose, fits: isWhole } : undefined}
              />
            </div>
            <div className={styles.phone}>
              <MatrixMonths year={year} totals={first.totals} rows={items} shown={look.chosen} />
            </div>
            <p className="note">{t("legend")}</p>
            <MorePages query={query} shown={items.length} />
          </>
        )}
      </Card>
    </Page>
  );
}
