// The viewer comes in a file of its own, so its texts do too. `strings` goes before them, which is also how other languages arrive.
export const en: Record<string, string> = {
  viewerPattern: 'Pattern, {columns} columns by {rows} rows, {colors} colours',
  viewerPicture: 'The finished pattern',
  viewerNoPicture: 'The guide does not match the grid exactly, so no picture is drawn.',
  viewerHint: 'Drag to move, pinch or Ctrl + wheel to zoom',
  viewerCell: 'Column {column}, row {row}: {name}',
  viewerZoomIn: 'Zoom in',
  viewerZoomOut: 'Zoom out',
  viewerFit: 'Show all',
  viewerSize: 'Size',
  viewerUnits: 'Pieces',
  viewerColors: 'Colours',
  viewerDifficulty: 'Difficulty',
  'viewer-easy': 'Easy',
  'viewer-medium': 'Medium',
  'viewer-hard': 'Challenging',
  viewerMaterials: 'Materials',
  viewerGuide: 'Step by step',
  'viewer-rows': 'Row 1 is at the top. Work each row from left to right.',
  'viewer-columns': 'Column 1 is on the left. Work each column from top to bottom.',
  'viewer-bottom-up': 'Row 1 is at the bottom. Work each row from left to right, then go up.',
  viewerRow: 'Row {n}',
  viewerColumn: 'Column {n}',
  viewerOf: '{step} of {count}',
  viewerPrevious: 'Previous',
  viewerNext: 'Next',
  viewerPlaces: 'Where each colour goes',
};

const es: typeof en = {
  viewerPattern: 'Patrón, {columns} columnas por {rows} filas, {colors} colores',
  viewerPicture: 'El patrón terminado',
  viewerNoPicture: 'La guía no coincide exactamente con la cuadrícula, así que no se dibuja.',
  viewerHint: 'Arrastra para mover, pellizca o usa Ctrl + rueda para ampliar',
  viewerCell: 'Columna {column}, fila {row}: {name}',
  viewerZoomIn: 'Ampliar',
  viewerZoomOut: 'Reducir',
  viewerFit: 'Ver todo',
  viewerSize: 'Tamaño',
  viewerUnits: 'Piezas',
  viewerColors: 'Colores',
  viewerDifficulty: 'Dificultad',
  'viewer-easy': 'Fácil',
  'viewer-medium': 'Media',
  'viewer-hard': 'Exigente',
  viewerMaterials: 'Materiales',
  viewerGuide: 'Paso a paso',
  'viewer-rows': 'La fila 1 está arriba. Trabaja cada fila de izquierda a derecha.',
  'viewer-columns': 'La columna 1 está a la izquierda. Trabaja cada columna de arriba abajo.',
  'viewer-bottom-up': 'La fila 1 está abajo. Trabaja cada fila de izquierda a derecha y ve subiendo.',
  viewerRow: 'Fila {n}',
  viewerColumn: 'Columna {n}',
  viewerOf: '{step} de {count}',
  viewerPrevious: 'Anterior',
  viewerNext: 'Siguiente',
  viewerPlaces: 'Dónde va cada color',
};

/** How the viewer speaks: texts with values put in, and numbers as the language writes them. */
export interface Voice {
  say(key: string, values?: Record<string, string | number>): string;
  number(value: number): string;
  percent(value: number): string;
}

/** A page may carry a language tag that is none; numbers are then written in English. */
const format = (lang: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat => {
  try {
    return new Intl.NumberFormat(lang, options);
  } catch {
    return new Intl.NumberFormat('en', options);
  }
};

export function voice(lang: string, own: Partial<Record<string, string>> = {}): Voice {
  const table = /^es\b/i.test(lang) ? es : en;
  const plain = format(lang);
  const share = format(lang, { style: 'percent', maximumFractionDigits: 1 });
  const number = (value: number) => plain.format(value);
  return {
    number,
    percent: (value) => share.format(value / 100),
    say: (key, values = {}) =>
      (own[key] ?? table[key] ?? '').replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = values[name] ?? place;
        return typeof value == 'number' ? number(value) : value;
      }),
  };
}
