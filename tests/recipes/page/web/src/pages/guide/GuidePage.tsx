import { useLanguage } from "../../address/use-language.ts";
import { PageFrame } from "../PageFrame.tsx";
import { page } from "./guide.page.tsx";

export default function GuidePage({ topic }: { topic: string }) {
  const language = useLanguage();
  return (
    <PageFrame>
      <h1>
        {page.title[language]}: {topic}
      </h1>
    </PageFrame>
  );
}
