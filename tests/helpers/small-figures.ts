// A database in which a third of the housing projects benefit so few households that their figures are withheld.
import { startApi, type TestApi } from "./app.ts";
import { makeOwnDatabase, query } from "./database.ts";

/** @returns the API on it, and `drop` for the end */
export async function startWithSmallFigures(): Promise<{
  api: TestApi;
  ownerUrl: string;
  drop: () => Promise<void>;
}> {
  const { ownerUrl, apiUrl, drop } = await makeOwnDatabase();
  await query(
    ownerUrl,
    `update housing_project set households_benefited = 1 + abs(hashtext(id::text)) % 4
     where abs(hashtext(id::text)) % 3 = 0`,
  );
  const api = await startApi(apiUrl);
  return {
    api,
    ownerUrl,
    drop: async () => {
      await api.close();
      await drop();
    },
  };
}
