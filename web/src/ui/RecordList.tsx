import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import styles from "./RecordList.module.css";
import { Empty, Failure, Skeleton } from "./States.tsx";
import { TitleList } from "./TitleList.tsx";

type Item = { id: string; title: string; note: string; onChoose: () => void };
type Query = {
  isPending: boolean;
  error: Error | null;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};

/** A list that grows by pages, each line a way to the record itself. */
export function RecordList({
  title,
  empty,
  items,
  total,
  query,
  words,
  whole,
}: {
  title: string;
  empty: string;
  items: Item[];
  total: number | null;
  query: Query;
  words: {
    loading: string;
    failed: string;
    failure: (
      error: Error,
      refetch: () => unknown,
    ) => { detail: string; retry?: string; onRetry?: () => void };
    more: (left: number) => string;
    number: (count: number) => string;
  };
  /** a way to all of them at once */
  whole?: ReactNode;
}) {
  return (
    <section className={styles.list}>
      <h3>
        {title} {total !== null && <span className="tabular">{words.number(total)}</span>}
      </h3>
      {query.error && items.length === 0 ? (
        <Failure title={words.failed} {...words.failure(query.error, query.refetch)} />
      ) : query.isPending ? (
        <Skeleton lines={3} label={words.loading} />
      ) : items.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <TitleList items={items} />
      )}
      {query.hasNextPage && total !== null && (
        <Button look="link" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {words.more(total - items.length)}
        </Button>
      )}
      {whole}
    </section>
  );
}
