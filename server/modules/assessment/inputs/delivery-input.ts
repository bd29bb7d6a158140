import type { ParsedBody } from "@dutyloop/contract/endpoints.ts";
import type { DeliveryEntry } from "./deliveries.ts";

type Delivery = ParsedBody<"importMeasures">["deliveries"][number];

/** What a program delivers; each field is named by its place: 'deliveries.3.figures.0.quantity'. */
export function entriesOfDeliveries(deliveries: readonly Delivery[]): DeliveryEntry[] {
  return deliveries.map((delivery, index) => {
    const path = `deliveries.${index}`;
    return {
      named: () => `${path}.${delivery.organizationId === undefined ? "organizationCode" : "organizationId"}`,
      organizationId: delivery.organizationId ?? null,
      organizationCode: delivery.organizationCode ?? null,
      organizationName: null,
      figures: delivery.figures.map(({ attributes, ...figure }, at) => ({
        named: (field) => `${path}.figures.${at}.${field}`,
        figure: { ...figure, attributes: withoutBlanks(attributes) },
      })),
    };
  });
}

function withoutBlanks(
  attributes: Readonly<Record<string, string | number | undefined>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
