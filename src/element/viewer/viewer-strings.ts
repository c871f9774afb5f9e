// The viewer comes in a file of its own, so its texts do too, in English and Spanish. `strings` goes before them, which is also
// how other languages arrive.
const texts: Record<string, [en: string, es: string]> = {
  viewerPattern: [
    'Pattern, {columns} columns by {rows} rows, {colors} colours',
    'Patrón, {columns} columnas por {rows} filas, {colors} colores',
  ],
  viewerPicture: ['The finished pattern', 'El patrón terminado'],
  viewerNoPicture: [
    'The guide does not match the grid exactly, so no picture is drawn.',
    'La guía no coincide exactamente con la cuadrícula, así que no se dibuja.',
  ],
  viewerHint: ['Drag to move, pinch or Ctrl + wheel to zoom', 'Arrastra para mover, pellizca o usa Ctrl + rueda para ampliar'],
  viewerCell: ['Column {column}, row {row}: {name}', 'Columna {column}, fila {row}: {name}'],
  viewerZoomIn: ['Zoom in', 'Ampliar'],
  viewerZoomOut: ['Zoom out', 'Reducir'],
  viewerFit: ['Show all', 'Ver todo'],
  viewerSize: ['Size', 'Tamaño'],
  viewerUnits: ['Pieces', 'Piezas'],
  viewerColors: ['Colours', 'Colores'],
  viewerDifficulty: ['Difficulty', 'Dificultad'],
  'viewer-easy': ['Easy', 'Fácil'],
  'viewer-medium': ['Medium', 'Media'],
  'viewer-hard': ['Challenging', 'Exigente'],
  viewerMaterials: ['Materials', 'Materiales'],
  viewerGuide: ['Step by step', 'Paso a paso'],
  'viewer-rows': [
    'Row 1 is at the top. Work each row from left to right.',
    'La fila 1 está arriba. Trabaja cada fila de izquierda a derecha.',
  ],
  'viewer-columns': [
    'Column 1 is on the left. Work each column from top to bottom.',
    'La columna 1 está a la izquierda. Trabaja cada columna de arriba abajo.',
  ],
  'viewer-bottom-up': [
    'Row 1 is at the bottom. Work each row from left to right, then go up.',
    'La fila 1 está abajo. Trabaja cada fila de izquierda a derecha y ve subiendo.',
  ],
  viewerRow: ['Row {n}', 'Fila {n}'],
  viewerColumn: ['Column {n}', 'Columna {n}'],
  viewerOf: ['{step} of {count}', '{step} de {count}'],
  viewerPrevious: ['Previous', 'Anterior'],
  viewerNext: ['Next', 'Siguiente'],
  viewerPlaces: ['Where each colour goes', 'Dónde va cada color'],
};

/** How the viewer speaks: texts with values put in; numbers and lists as the language writes them. */
export type Voice = ReturnType<typeof voice>;

export function voice(lang: string, own: Partial<Record<string, string>> = {}) {
  let locale = 'en';
  try {
    locale = Intl.getCanonicalLocales(lang)[0] ?? locale;
  } catch {
    // A page may carry a language tag that is none.
  }
  const column = /^es\b/.test(locale) ? 1 : 0;
  const plain = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  const number = (value: number) => plain.format(value);
  return {
    number,
    percent: (value: number) => share.format(value / 100),
    list: (words: string[]) => lists.format(words),
    say: (key: string, values: Record<string, string | number> = {}) =>
      (own[key] ?? texts[key]?.[column] ?? '').replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = values[name] ?? place;
        return typeof value == 'number' ? number(value) : value;
      }),
  };
}
