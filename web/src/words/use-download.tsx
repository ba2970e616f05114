// A link that downloads a file, and what came of it: how much has come, that it is whole, or why not and again.
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { ApiError, openFile } from "../data/api.ts";
import { collect, nameIn, save } from "../lib/download.ts";
import { sizeText } from "../lib/number-text.ts";
import { DownloadNote } from "../ui/DownloadNote.tsx";
import { Failure } from "../ui/States.tsx";
import { useFailure } from "./use-failure.ts";

/** Nothing for so long, and the transfer counts as broken off. */
const PATIENCE_MS = 60_000;
/** The number on the screen changes no oftener than this. */
const TOLD_EVERY_MS = 250;

type Standing =
  | { step: "idle" }
  | { step: "running"; bytes: number }
  | { step: "failed"; error: Error }
  | { step: "done"; name: string; bytes: number };

const IDLE: Standing = { step: "idle" };

/**
 * The link keeps its address, so that it can be copied, or opened in another way; a plain click is followed here.
 * Another address, or leaving, ends what is under way.
 */
export function useDownload(href: string): {
  link: { href: string; download: true; onClick: (event: MouseEvent) => void };
  note: ReactNode;
} {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const failure = useFailure();
  const [standing, setStanding] = useState<Standing>(IDLE);
  const running = useRef<AbortController>(null);
  const stop = () => {
    running.current?.abort();
    running.current = null;
    setStanding(IDLE);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another file
  useEffect(() => stop, [href]);

  const start = async () => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const tell = (next: Standing) => {
      if (running.current === mine) setStanding(next);
    };
    tell({ step: "running", bytes: 0 });
    try {
      tell({ step: "done", ...(await download(href, mine, (bytes) => tell({ step: "running", bytes }))) });
    } catch (error) {
      tell({ step: "failed", error: error as Error });
    }
  };
  const onClick = (event: MouseEvent) => {
    // a new tab, a new window: that is the browser's
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (standing.step !== "running") void start();
  };
  return { link: { href, download: true, onClick }, note: noteOf() };

  function noteOf(): ReactNode {
    if (standing.step === "idle") return null;
    if (standing.step === "failed") {
      return <Failure title={t({ id: "download.failed" })} {...failure(standing.error, start)} />;
    }
    const size = sizeText(standing.bytes, language);
    return standing.step === "done" ? (
      <DownloadNote text={t({ id: "download.done" })} size={size} name={standing.name} />
    ) : (
      <DownloadNote
        text={t({ id: "download.running" })}
        size={size}
        cancel={t({ id: "download.cancel" })}
        onCancel={stop}
      />
    );
  }
}

/** @throws ApiError */
async function download(
  href: string,
  running: AbortController,
  onBytes: (bytes: number) => void,
): Promise<{ name: string; bytes: number }> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  let hasCome = false;
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => running.abort(), PATIENCE_MS);
  };
  try {
    wait();
    const response = await openFile(href, { signal: running.signal });
    hasCome = true;
    let told = 0;
    const file = await collect(response.body ?? new Blob().stream(), (bytes) => {
      wait();
      if (performance.now() - told < TOLD_EVERY_MS) return;
      told = performance.now();
      onBytes(bytes);
    });
    const name = nameIn(response.headers.get("content-disposition"));
    save(file, name);
    return { name, bytes: file.size };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError(hasCome ? "cut" : "offline", `${href}: ${error}`);
  } finally {
    clearTimeout(patience);
  }
}
