import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { noteSigns } from "./app/api/attended.ts";
import { makeQueryClient } from "./app/api/queries.ts";
import { keepFocus } from "./app/frame/keep-focus.ts";
import { router } from "./app/router.tsx";
import { putPaperColours } from "./app/theme/apply-theme.ts";
import { ThemeProvider } from "./app/theme/ThemeProvider.tsx";
import "./ui/base.css";
import "./ui/print.css";

noteSigns();
keepFocus();
putPaperColours();

const element = document.getElementById("app");
if (!element) throw new Error("the page has no place for the application");

createRoot(element).render(
  <StrictMode>
    <ThemeProvider>
      <QueryClientProvider client={makeQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ThemeProvider>
  </StrictMode>,
);
