// first: schemas read the setting when they are made
import "./data/zod-settings.ts";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startRouter } from "./address/router.ts";
import { App } from "./app/App.tsx";
import { CrashBoundary } from "./app/CrashBoundary.tsx";
import { pages } from "./app/pages.ts";
import "./ui/base.css";
import "./ui/looks.css";
import { applyStoredTheme } from "./ui/use-theme.ts";

applyStoredTheme();
const root = createRoot(document.getElementById("root") as HTMLElement);
startRouter(pages).then(
  (router) =>
    root.render(
      <StrictMode>
        <CrashBoundary>
          <App router={router} />
        </CrashBoundary>
      </StrictMode>,
    ),
  (error: Error) =>
    root.render(
      <CrashBoundary>
        <Fail error={error} />
      </CrashBoundary>,
    ),
);

/** A page whose code did not come is a page that has failed. */
function Fail({ error }: { error: Error }): never {
  throw error;
}
