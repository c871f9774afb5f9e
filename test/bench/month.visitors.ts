export interface Visit {
  /** Epoch ms. */
  at: number;
  design: number;
  ip: string;
}

const DAY = 86_400_000;
/** What the shop itself offers: pictures × crafts × sizes that people press. */
const OFFERED = 1500;
/** Of a thousand visitors so many bring a picture of their own. */
const OWN = 8;

/** A month's presses in their order: more by day than by night, what is popular most often, some twice and some by two at once. */
export function visitorsOf(count: number, from: number, random: () => number): Visit[] {
  const visits: Visit[] = [];
  for (let visitor = 0; visitor < count; visitor++) {
    const hour = 24 * (random() + random() + random()) * (1 / 3);
    let at = from + Math.floor(random() * 30) * DAY + hour * 3_600_000;
    const ip = `203.${visitor >> 16}.${(visitor >> 8) & 255}.${visitor & 255}`;
    const popular = Math.floor(OFFERED ** random()) - 1;
    const design = random() * 1000 < OWN ? OFFERED + visitor : popular;
    visits.push({ at, design, ip });
    if (random() < 0.15) visits.push({ at: at + random() * 20_000, design, ip }); // reloads, and presses again
    if (random() < 0.2) visits.push({ at: (at += 120_000 * random()), design: Math.floor(random() * OFFERED), ip });
  }
  return visits.sort((a, b) => a.at - b.at);
}
