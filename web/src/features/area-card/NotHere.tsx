import { LinkList } from "../../ui/LinkList.tsx";
import { Empty } from "../../ui/States.tsx";

/** In place of a figure: that the indicator has none of such a place, and the way to one that it has. */
export function NotHere({ text, links }: { text: string; links: { href: string; text: string }[] }) {
  return (
    <>
      <Empty>{text}</Empty>
      <LinkList links={links} />
    </>
  );
}
