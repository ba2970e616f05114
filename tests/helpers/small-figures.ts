// A database in which a third of the housing projects benefit so few households that their figures are withheld, many lose a
// few from one stage to the next, and some are recorded as nobody should: a stage left out, or below the one after it.
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
     where abs(hashtext(id::text)) % 3 = 0;
     update housing_project set households_built = households_benefited + hashtext(id::text || 'built') % 5
     where abs(hashtext(id::text)) % 5 = 0 and households_benefited >= 5;
     update housing_project set households_approved = null where abs(hashtext(id::text)) % 11 = 0;
     update housing_project set households_planned = abs(hashtext(id::text || 'planned')) % 5
     where abs(hashtext(id::text)) % 7 = 0`,
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
