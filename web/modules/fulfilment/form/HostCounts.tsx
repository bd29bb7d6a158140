import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { hostsTexts } from "./hosts-texts.ts";
import { useCountWords } from "./use-count-words.ts";

type Props = Pick<Answer<"submitRecord">, "hosts" | "together">;

/** 应到, 实到 and 到会率 of each organisation that held an event together with others, and of all. */
export function HostCounts({ hosts, together }: Props) {
  const t = useTexts(hostsTexts);
  const words = useCountWords();
  if (hosts.length < 2) return null;
  return (
    <Card title={t("attendance")}>
      <table className="table" aria-label={t("attendance")}>
        <tbody>
          {hosts.map((host) => (
            <tr key={`${host.organizationId} ${host.subjectId}`}>
              <th scope="row">{host.subjectName}</th>
              <td>{words(host)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("together")}</th>
            <td>
              <b>{words(together)}</b>
            </td>
          </tr>
        </tbody>
      </table>
    </Card>
  );
}
