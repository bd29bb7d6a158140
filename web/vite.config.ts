import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { themeStyle } from "./help/theme-style.ts";

/** The API that `vite` asks during development; the built pages are served by the server itself. */
const api = process.env.DUTYLOOP_API ?? "http://127.0.0.1:8080";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), themeStyle()],
  build: {
    target: "chrome109",
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    // The application, and the sheet that the server writes the guide on.
    rolldownOptions: {
      input: { index: `${import.meta.dirname}/index.html`, help: `${import.meta.dirname}/help.html` },
    },
  },
  server: { proxy: { "/api": api } },
});
