// A database in which a third of the housing projects benefit so few households that their figures are withheld, many lose a
// few from one stage to the next, and some are recorded as nobody should: a stage left out, or below the one after it.
import { startOwnApi } from "./app.ts";

export const startWithSmallFigures = () =>
  startOwnApi({
    prepare: `update housing_project set households_benefited = 1 + abs(hashtext(id::text)) % 4
     where abs(hashtext(id::text)) % 3 = 0;
     update housing_project set households_built = households_benefited + hashtext(id::text || 'built') % 5
     where abs(hashtext(id::text)) % 5 = 0 and households_benefited >= 5;
     update housing_project set households_approved = null where abs(hashtext(id::text)) % 11 = 0;
     update housing_project set households_planned = abs(hashtext(id::text || 'planned')) % 5
     where abs(hashtext(id::text)) % 7 = 0`,
  });
