import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { updatePageSearch, usePageSearch } from "../../address/use-url.ts";
import { Button } from "../../ui/Button.tsx";
import { PageFrame } from "../PageFrame.tsx";
import { page } from "./guide.page.tsx";

const words = {
  start: { th: "เริ่มต้น", en: "To begin with" },
  more: { th: "เพิ่มเติม", en: "More of it" },
};

export default function GuidePage({ topic }: { topic: string }) {
  const language = useLanguage();
  const part = usePageSearch(page).part ?? "start";
  return (
    <PageFrame>
      <h1>
        {page.title[language]}: {topic}
      </h1>
      <h2>{words[part][language]}</h2>
      <a href={pageLink(page, { topic }, { part: "more" })}>{words.more[language]}</a>
      <Button onClick={() => updatePageSearch(page, { part: null })}>{words.start[language]}</Button>
    </PageFrame>
  );
}
