// All that can be read of the API: an address for each path that it describes.
import { register } from "@phuenthi/server/records/kinds";
import { collectionPath } from "@phuenthi/server/records/record-kind";
import type { TestApi } from "./app.ts";

/** An address for each path of the description; a path that is new here has to be given one. */
export async function addresses(api: TestApi): Promise<string[]> {
  const { paths } = await api.get("/openapi.json");
  const { boundary } = await api.get("/health");
  const ofRecords: Record<string, string> = {};
  const withoutRecords: string[] = [];
  for (const kind of register.open) {
    const path = collectionPath(kind);
    const [record] = (await api.get(`/${path}?limit=1`)).items;
    // of a kind that was just declared there may be none
    if (record) ofRecords[`/${path}/{id}`] = `/${path}/${record.id}`;
    else withoutRecords.push(`/${path}/{id}`);
    ofRecords[`/export/${path}.{format}`] = `/export/${path}.geojson?${kind.liesAt ? "within=10" : ""}`;
  }
  const [authority] = (await api.get("/local-authorities?limit=1")).items;
  const given: Record<string, string> = {
    "/areas/at": "/areas/at?lon=100.5&lat=13.75",
    "/areas/{code}": "/areas/50",
    "/areas/{code}/profile": "/areas/50/profile",
    "/local-authorities/{code}": `/local-authorities/${authority.code}`,
    "/places/extent": "/places/extent?within=50",
    "/coverage/{indicator}": "/coverage/councils?level=province",
    "/coverage/{indicator}/areas/{code}": "/coverage/councils/areas/50",
    "/gaps/{indicator}": "/gaps/plans-linked?level=province",
    "/gaps/{indicator}.csv": "/gaps/plans-linked.csv?level=province",
    "/similar/{indicator}/{code}": "/similar/plans-linked/100401",
    "/targets/{indicator}": "/targets/plans-linked",
    ...ofRecords,
    "/tiles/areas/{version}/{z}/{x}/{y}": `/tiles/areas/${boundary.id}/6/49/29`,
    "/tiles/{layer}.json": "/tiles/organizations.json",
    "/tiles/{layer}/{z}/{x}/{y}": "/tiles/organizations/6/49/29",
    "/explain/{indicator}/{code}.csv": "/explain/plans-linked/50.csv",
    "/export/areas.{format}": "/export/areas.csv?level=province",
  };
  const read = Object.entries<object>(paths)
    .filter(([, methods]) => "get" in methods)
    .map(([path]) => path.replace("/api", ""))
    .filter((path) => !withoutRecords.includes(path));
  return ["/openapi.json", ...read.map((path) => given[path] ?? path)];
}
