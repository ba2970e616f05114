// A row per feature for a spreadsheet, in the words of a language; written as the features come, nothing kept.
import { Transform, type TransformCallback } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { BYTE_ORDER_MARK, csvLine } from "../../../common/csv.ts";
import type { ExportAbout, ExportFormat } from "../../../common/export-formats.ts";

export const format: ExportFormat = {
  id: "csv",
  mediaType: "text/csv",
  title: { th: "CSV", en: "CSV" },
  description: {
    th: "ตาราง CSV (UTF-8) มีหัวคอลัมน์เสมอ เปิดได้ในโปรแกรมตารางคำนวณ",
    en: "CSV for spreadsheets: UTF-8 with byte order mark, CRLF, headings even when there are no rows",
  },
  hasWords: true,
  encode: (about) => new FeatureRows(about),
};

class FeatureRows extends Transform {
  private readonly decoder = new StringDecoder("utf8");
  private rest = "";
  private opened = false;

  constructor(private readonly about: ExportAbout) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const lines = (this.rest + this.decoder.write(chunk)).split("\n");
    this.rest = lines.pop() ?? "";
    this.send(lines);
    done();
  }

  override _flush(done: TransformCallback): void {
    this.send(this.rest === "" ? [] : [this.rest]);
    done();
  }

  private send(features: readonly string[]): void {
    const { columns, lang } = this.about;
    let text = "";
    if (!this.opened) text = BYTE_ORDER_MARK + csvLine(columns.map((column) => column[lang]));
    this.opened = true;
    for (const line of features) {
      const feature = JSON.parse(line);
      text += csvLine(columns.map((column) => column.of(feature, lang)));
    }
    if (text !== "") this.push(text);
  }
}
