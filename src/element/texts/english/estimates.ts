/** What a pattern takes, in the studio and with the result. */
export const estimates = {
  studioHours: 'about {hours} h',
  studioSkeins: 'about {packs} skeins',
  studioBags: 'about {packs} bags of 1,000',
  studioCut: 'fabric {width} × {height} {units}',
};
