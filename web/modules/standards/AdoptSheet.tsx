import { call } from "../../app/api/client.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { standardsTexts } from "./texts.ts";
import { useTemplateAct } from "./use-template-act.ts";

type Props = {
  ends: boolean;
  code: string;
  version: number;
  organization: { id: string; name: string };
  onClose: () => void;
};

/** Adopts a version for an organisation and all below from today on, or ends that. */
export function AdoptSheet({ ends, code, version, organization, onClose }: Props) {
  const t = useTexts(standardsTexts);
  const { today: from } = useSession();
  const params = { organizationId: organization.id };
  const act = useTemplateAct(
    () =>
      ends
        ? call("endTemplateAdoption", { params, body: { code, from } })
        : call("adoptTemplate", { params, body: { code, version, from } }),
    onClose,
  );
  return (
    <AskSheet
      title={t(ends ? "endAdoption" : "adopt")}
      confirm={t("send")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p>{t(ends ? "endAbout" : "adoptAbout", { organization: organization.name })}</p>
    </AskSheet>
  );
}
