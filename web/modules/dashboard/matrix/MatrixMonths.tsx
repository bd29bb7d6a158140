import { matrixMonths } from "@dutyloop/contract/lists/duty-matrix.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { wordMonth } from "../../../app/frame/months.ts";
import { also } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SelectField } from "../../../ui/Field.tsx";
import { StateTag } from "./MatrixCell.tsx";
import { type MatrixRow, monthsOf } from "./MatrixTable.tsx";
import { matrixTexts } from "./texts.ts";

type Props = { year: number; totals: readonly DutyFigures[]; rows: readonly MatrixRow[]; shown: readonly string[] };
const keyOf = ({ organizationId, own }: MatrixRow) => `${organizationId} ${own}`;

/** On a phone: one organisation's months, each a way to its duties. */
export function MatrixMonths({ year, totals, rows, shown }: Props) {
  const t = useTexts(matrixTexts);
  const language = useLanguage();
  const view = useView();
  const [chosen, choose] = useState("");
  const row = rows.find((one) => keyOf(one) === chosen) ?? (rows.length === 1 ? rows[0] : undefined);
  const months = row ? row.months : totals;
  const organizationId = row?.organizationId ?? view.organizationId ?? "";
  return (
    <>
      {rows.length > 1 && (
        <SelectField
          label={t("chooseOrganization")}
          value={row ? chosen : ""}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t("total")}</option>
          {rows.map((one) => (
            <option key={keyOf(one)} value={keyOf(one)}>
              {one.own && one.hasChildren ? t("own", { name: one.organizationName }) : one.organizationName}
            </option>
          ))}
        </SelectField>
      )}
      {row && !row.own && row.hasChildren && (
        <p>
          <Link to="." search={also({ org: row.organizationId })} className="link" onClick={() => choose("")}>
            {t("openLevel", { name: row.organizationName })}
          </Link>
        </p>
      )}
      <ul aria-label={row?.organizationName ?? t("total")}>
        {shown.map((key) => {
          const index = matrixMonths.indexOf(key);
          const month = monthsOf(year)[index];
          if (month === undefined) return null;
          const figures = months[index] ?? null;
          return (
            <li key={month}>
              <Link to="/duties" search={also({ org: organizationId, period: month, which: "all" })}>
                <span>{wordMonth(language, month)}</span>
                {figures === null ? (
                  <span className="faint">{t("notHere")}</span>
                ) : (
                  <span>
                    {t("done_of", figures)} <StateTag figures={figures} />
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
