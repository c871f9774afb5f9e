// Three little scenes, drawn by us: soft enough to look like snapshots, clear enough to stitch well. 900 × 600 each.

const WIDTH = 900;
const HEIGHT = 600;

const frame = (defs: string, body: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<defs>
<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="7"/></filter>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="7"/>
<feColorMatrix values="0 0 0 0 0.5  0 0 0 0 0.45  0 0 0 0 0.4  0 0 0 0.16 0"/></filter>
${defs}</defs>${body}<rect width="${WIDTH}" height="${HEIGHT}" filter="url(#grain)"/></svg>`;

const fade = (id: string, ...colors: string[]) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops(colors)}</linearGradient>`;
const glow = (id: string, ...colors: string[]) =>
  `<radialGradient id="${id}" cx="0.36" cy="0.3" r="0.8">${stops(colors)}</radialGradient>`;
const stops = (colors: string[]) =>
  colors.map((color, index) => `<stop offset="${index / (colors.length - 1)}" stop-color="${color}"/>`).join('');

const lighthouse = frame(
  fade('sky', '#44608c', '#8d8fae', '#e0a48f', '#f6d3a0') +
    fade('sea', '#cf9f8d', '#6d7f9c', '#35506f') +
    fade('rock', '#5c4a45', '#2f2a2e') +
    '<linearGradient id="tower"><stop offset="0" stop-color="#fff6e8"/><stop offset="0.55" stop-color="#f1e2d0"/><stop offset="1" stop-color="#a99a98"/></linearGradient>' +
    '<linearGradient id="band"><stop offset="0" stop-color="#d4493d"/><stop offset="1" stop-color="#7e2630"/></linearGradient>',
  `<rect width="900" height="400" fill="url(#sky)"/>
<circle cx="210" cy="352" r="62" fill="#ffe9bd"/><circle cx="210" cy="352" r="110" fill="#ffdf9e" opacity="0.35" filter="url(#soft)"/>
<g fill="#f4c9b4" opacity="0.75" filter="url(#soft)"><ellipse cx="330" cy="130" rx="190" ry="18"/><ellipse cx="140" cy="205" rx="150" ry="13"/>
<ellipse cx="770" cy="95" rx="140" ry="15"/><ellipse cx="480" cy="235" rx="120" ry="10"/></g>
<rect y="395" width="900" height="205" fill="url(#sea)"/>
<g fill="#ffe2b0" opacity="0.75"><rect x="150" y="408" width="125" height="7" rx="3"/><rect x="128" y="430" width="155" height="7" rx="3"/>
<rect x="168" y="454" width="95" height="8" rx="4"/><rect x="140" y="484" width="130" height="9" rx="4"/><rect x="180" y="520" width="70" height="9" rx="4"/></g>
<path d="M470 600 q20-120 90-150 q60-42 150-28 q120 0 190 66 v112z" fill="url(#rock)"/>
<path d="M500 556 q50-80 130-92 q110-22 200 30 q-110-16-170 6 q-90 20-160 56z" fill="#6f7a4a"/>
<path d="M628 452 l22-262 h80 l22 262z" fill="url(#tower)"/>
<path d="M645 250 h90 l5 62 h-100z" fill="url(#band)"/><path d="M635 366 h110 l5 62 h-120z" fill="url(#band)"/>
<rect x="640" y="176" width="100" height="18" rx="4" fill="#3b3540"/><rect x="656" y="126" width="68" height="52" fill="#ffe9a8"/>
<path d="M646 128 q44-62 88 0z" fill="#8d2d33"/><g fill="#3b3540"><rect x="654" y="126" width="6" height="52"/><rect x="687" y="126" width="6" height="52"/><rect x="720" y="126" width="6" height="52"/></g>
<path d="M656 132 L60 70 L60 178 L656 170z" fill="#fff1c0" opacity="0.3"/>
<rect x="680" y="322" width="20" height="30" rx="9" fill="#4a4450"/>
<g fill="#ece4d8"><path d="M752 456 h110 v46 h-110z"/></g><path d="M742 458 l65-44 l65 44z" fill="#8d3a35"/><rect x="780" y="470" width="18" height="20" fill="#f7cf74"/><rect x="820" y="470" width="18" height="32" fill="#55454a"/>`,
);

const pear = (x: number, y: number, scale: number, tilt: number, skin: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale}) rotate(${tilt})">
<path d="M0-150 C34-150 44-116 50-82 C58-44 98-18 98 46 C98 108 52 138 0 138 C-52 138-98 108-98 46 C-98-18-58-44-50-82 C-44-116-34-150 0-150z" fill="url(#${skin})"/>
<path d="M0-146 C2-168 10-182 22-196" stroke="#5a3b25" stroke-width="11" fill="none" stroke-linecap="round"/>
<ellipse cx="-38" cy="6" rx="17" ry="44" fill="#fffbe0" opacity="0.5" filter="url(#soft)"/></g>`;
const leaf = (x: number, y: number, tilt: number) =>
  `<path transform="translate(${x} ${y}) rotate(${tilt})" d="M0 0 q46-48 106-14 q-44 44-106 14z" fill="#5d7a3c"/>`;
const checks = Array.from(
  { length: 19 },
  (_, index) => `<rect x="${index * 50}" y="420" width="22" height="180" fill="#33588a" opacity="0.42"/>`,
)
  .concat(
    Array.from(
      { length: 4 },
      (_, index) => `<rect y="${432 + index * 46}" width="900" height="20" fill="#33588a" opacity="0.42"/>`,
    ),
  )
  .join('');

const pears = frame(
  fade('wall', '#dcc7a5', '#c9a987', '#a98468') +
    glow('green', '#e8e48c', '#b7bb4f', '#66752c') +
    glow('gold', '#ffe493', '#e3a93f', '#96592a') +
    glow('red', '#f2b06c', '#c65a3c', '#6e2630'),
  `<rect width="900" height="420" fill="url(#wall)"/>
<g fill="#f7e7c6" opacity="0.75" filter="url(#soft)"><path d="M80 30 h150 v130 h-150z M250 30 h150 v130 h-150z M92 182 h150 v130 h-150z M262 182 h150 v130 h-150z"/></g>
<rect y="420" width="900" height="180" fill="#e9e6df"/>${checks}<rect y="418" width="900" height="7" fill="#8d6f5a" opacity="0.5"/>
<g fill="#4a3a3a" opacity="0.4" filter="url(#soft)"><ellipse cx="330" cy="502" rx="150" ry="26"/><ellipse cx="545" cy="526" rx="150" ry="28"/><ellipse cx="730" cy="498" rx="130" ry="22"/></g>
${pear(310, 366, 1.02, -7, 'green')}${pear(700, 374, 0.94, 12, 'red')}${pear(500, 366, 1.16, 3, 'gold')}
${leaf(330, 172, -24)}${leaf(536, 150, 8)}${leaf(640, 214, 168)}`,
);

const snow = Array.from({ length: 46 }, (_, index) => {
  const [x, y] = [(index * 197 + 31) % 900, (index * 331 + 57) % 560];
  return `<circle cx="${x}" cy="${y}" r="${3 + ((index * 7) % 6)}"/>`;
}).join('');
const berries = [
  [150, 300],
  [188, 330],
  [128, 344],
  [690, 236],
  [728, 262],
  [660, 270],
  [760, 214],
]
  .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="21" fill="url(#berry)"/>`)
  .join('');

const robin = frame(
  fade('mist', '#9db4bd', '#c3cfcd', '#e6e4da') +
    glow('berry', '#ff9a78', '#c8302f', '#6d1424') +
    glow('breast', '#f79a4b', '#dd6128', '#a03a20') +
    glow('back', '#a58b6c', '#7d644c', '#463a33') +
    glow('belly', '#fffdf5', '#ece6da', '#b9b3aa'),
  `<rect width="900" height="600" fill="url(#mist)"/>
<g fill="#5d7a70" opacity="0.5" filter="url(#soft)"><path d="M40 600 l90-260 l90 260z M180 600 l80-210 l80 210z M640 600 l100-300 l100 300z M780 600 l80-240 l80 240z"/></g>
<path d="M-10 400 q180-66 400 20 q220 76 520-90 l0 40 q-280 160-530 92 q-220-70-390-20z" fill="#5a4638"/>
<path d="M-10 398 q180-66 400 20 q220 76 520-90 l0 14 q-290 158-530 88 q-220-72-390-18z" fill="#fbfbf8"/>
<path d="M250 372 q-70-30-110-76 M600 412 q60-60 90-150 M700 360 q40-70 60-130" stroke="#5a4638" stroke-width="11" fill="none" stroke-linecap="round"/>${berries}
<g transform="translate(10 6)"><path d="M560 250 l170 66 l-22 40 l-176-20z" fill="#54453b"/>
<path d="M330 232 C330 150 400 110 462 124 C540 140 610 220 600 312 C592 388 520 424 452 420 C366 414 330 330 330 232z" fill="url(#back)"/>
<path d="M346 330 C380 420 470 430 520 400 C560 366 560 330 520 320z" fill="url(#belly)"/>
<path d="M330 214 C326 160 372 124 418 136 C462 150 500 216 496 280 C490 344 440 372 400 356 C350 336 334 270 330 214z" fill="url(#breast)"/>
<path d="M500 214 C580 236 640 300 660 352 C590 372 500 350 474 288z" fill="#5f4d40"/>
<path d="M336 186 l-52 16 l50 18z" fill="#403630"/><circle cx="382" cy="182" r="15" fill="#1e1a1a"/><circle cx="377" cy="177" r="5" fill="#fff"/>
<g stroke="#4b3a30" stroke-width="8" stroke-linecap="round"><path d="M430 414 v32 M474 416 v34"/></g></g>
<g fill="#fff" opacity="0.9">${snow}</g>`,
);

export const SCENES = { lighthouse, pears, robin };
