// first: schemas read the setting when they are made
import "./data/zod-settings.ts";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { CrashBoundary } from "./app/CrashBoundary.tsx";
import "./ui/base.css";
import "./ui/looks.css";
import { applyStoredTheme } from "./ui/use-theme.ts";

applyStoredTheme();
createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <CrashBoundary>
      <App />
    </CrashBoundary>
  </StrictMode>,
);
