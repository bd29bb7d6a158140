import { call } from "../../app/api/client.ts";
import { useTexts } from "../../app/language/texts.ts";
import { BatchSheet } from "../../app/lists/BatchSheet.tsx";
import { useSession } from "../../app/session/session.ts";
import { standardsTexts } from "./texts.ts";
import { useForgetTemplates } from "./use-template-act.ts";

type Unit = { readonly organizationId: string; readonly organizationName: string };
type Props = { template: { version: number; body: { code: string } }; units: readonly Unit[]; onClose: () => void };

/** Adopts a version for several organisations, each with all below it, from today on. */
export function AdoptMany({ template: { body, version }, units, onClose }: Props) {
  const t = useTexts(standardsTexts);
  const { today: from } = useSession();
  const forget = useForgetTemplates();
  return (
    <BatchSheet
      title={t("adoptMany", { count: units.length })}
      confirm={t("send")}
      items={units}
      nameOf={({ organizationName }) => organizationName}
      write={({ organizationId }) =>
        call("adoptTemplate", { params: { organizationId }, body: { code: body.code, version, from } })
      }
      onDone={forget}
      onClose={onClose}
    >
      <p>{t("adoptManyAbout")}</p>
    </BatchSheet>
  );
}
