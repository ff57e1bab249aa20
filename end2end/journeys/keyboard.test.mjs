//! By keyboard alone, in a window as narrow as a telephone: from the first page to a publication.
//!
//! Wherever Tab stops, the focus is seen; on every page visited, nothing runs out sideways.

import { journey, NARROW } from "../support/journey.mjs";
import { accept, approve, claim, file, publish } from "../support/filing.mjs";
import { TITLE } from "../support/form.mjs";
import { keyboard } from "../support/hands.mjs";

journey(
  "written, approved, reviewed and published by keyboard",
  async (cast) => {
    const filing = await file(await cast.person("Amina"));
    await approve(await cast.person("Bashir"), filing);
    const chidi = await cast.person("Chidi");
    await claim(chidi, filing);
    await accept(chidi);
    const publication = await publish(await cast.person("Dana"), filing);

    const visitor = await cast.anybody();
    await visitor.open("/publications");
    await visitor.followTo(TITLE);
    await visitor.shows(publication);
  },
  { viewport: NARROW, hand: keyboard },
);
