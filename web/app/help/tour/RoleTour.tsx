import { Tour } from "antd";
import { useState } from "react";
import { useTexts } from "../../language/texts.ts";
import { OfficeTheme } from "../../theme/OfficeTheme.tsx";
import { helpTexts } from "../texts.ts";
import { tourTexts } from "./texts.ts";
import type { TourStep } from "./tour-steps.ts";

/** Three notes on the page. Nothing is covered: the page goes on working, Esc and the cross end it. */
export default function RoleTour({ steps, onClose }: { steps: readonly TourStep[]; onClose: () => void }) {
  const t = useTexts(tourTexts);
  const words = useTexts(helpTexts);
  const [host, setHost] = useState<HTMLElement | null>(null);
  return (
    <OfficeTheme>
      <div ref={setHost} />
      {host && (
        <Tour
          open
          mask={false}
          // In the page's body it would lock scrolling, by a style element without the nonce that the server asks for.
          getPopupContainer={() => host}
          onClose={onClose}
          onFinish={onClose}
          steps={steps.map(({ at, title, text }, index) => ({
            title: t(title),
            description: t(text),
            target: shown(at),
            nextButtonProps: { children: words(index === steps.length - 1 ? "tourEnd" : "tourNext") },
            prevButtonProps: { children: words("tourBack") },
          }))}
        />
      )}
    </OfficeTheme>
  );
}

/** The first element of these that can be seen; nothing puts the note into the middle. */
function shown(selectors: readonly string[]): HTMLElement | null {
  const found = selectors.flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)]);
  return found.find((element) => element.getClientRects().length > 0) ?? null;
}
