import type { Answer } from "@dutyloop/contract/endpoints.ts";
import {
  type Deviation,
  type DeviationReason,
  outsideWindow,
  reasonFor,
} from "@dutyloop/domain/fulfilment/deviation-rules.ts";
import type { RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import type { BilingualText, TemplateBody } from "@dutyloop/domain/standards/things.ts";

/** As it stands in record_version.body. */
export type KeptDeviation = {
  readonly organizationId: string;
  readonly template: string;
  readonly check: string;
  /** Null where nobody was asked. */
  readonly reason: string | null;
};

/** Where the hosts depart from what is generally asked for, each with the reason that was entered. */
export function deviationsKept(
  hosts: readonly { readonly organizationId: string; readonly decision: RecordDecision }[],
  reasons: readonly DeviationReason[] = [],
): KeptDeviation[] {
  return hosts.flatMap(({ organizationId, decision }) =>
    decision.deviations.map((deviation) => ({
      organizationId,
      template: deviation.templateCode,
      check: deviation.check,
      reason: reasonFor(deviation, reasons),
    })),
  );
}

export function presentDeviation(
  { organizationId, template: templateCode, check, reason }: KeptDeviation,
  template: TemplateBody,
): Answer<"getRecord">["deviations"][number] {
  const name = nameOf({ templateCode, check }, template);
  return { organizationId, templateCode, templateName: template.name, check, name, reason };
}

function nameOf({ check }: Deviation, { checks, cadence }: TemplateBody): BilingualText {
  const window = cadence?.window;
  if (check === outsideWindow && window)
    return {
      zh: `一般在 ${window.from} 至 ${window.to} 之间`,
      en: `Generally between ${window.from} and ${window.to}`,
    };
  return checks.find(({ code }) => code === check)?.name ?? { zh: check, en: check };
}
