// The last resort: a fault of the page itself shows as words and a way on, in both languages, never as a blank.
import { Component, type ReactNode } from "react";
import { basePath } from "../lib/base.ts";
import styles from "./CrashBoundary.module.css";

export class CrashBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className={styles.crash} role="alert">
        <h1>หน้านี้ขัดข้อง · This page has failed</h1>
        <p>โหลดหน้าใหม่ หากยังเป็นอยู่ให้เปิดหน้าแรก แล้วแจ้งข้อความด้านล่างแก่ผู้ดูแลระบบ</p>
        <p lang="en">Reload. If it stays, open the first page, and tell the administrator the text below.</p>
        <p>
          <a href={location.href}>โหลดใหม่ · Reload</a> · <a href={basePath}>หน้าแรก · First page</a>
        </p>
        <code>{error.message}</code>
      </div>
    );
  }
}
