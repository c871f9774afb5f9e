/** What a pattern takes, in the studio and with the result. */
export const estimates = {
  cm: 'cm',
  in: 'in',
  studioHours: 'about {hours} h',
  'studioSkeins.one': 'about {count} skein',
  'studioSkeins.other': 'about {count} skeins',
  'studioBags.one': 'about {count} bag of 1,000',
  'studioBags.other': 'about {count} bags of 1,000',
  studioCut: 'fabric {width}\u00a0×\u00a0{height}\u00a0{units}',
};
