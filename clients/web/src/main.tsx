import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startI18n } from "./i18n/i18n";
import { router } from "./routes";
import { startTheme } from "./theme/theme";
import "./theme/theme.css";
import "./theme/base.css";
import "./theme/controls.css";

startTheme();
await startI18n();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
