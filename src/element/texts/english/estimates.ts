/** What a pattern takes, in the studio and with the result. */
export const estimates = {
  cm: 'cm',
  in: 'in',
  studioHours: 'about {hours} h',
  studioSkeins: 'about {packs} skeins',
  studioBags: 'about {packs} bags of 1,000',
  studioCut: 'fabric {width} × {height} {units}',
};
