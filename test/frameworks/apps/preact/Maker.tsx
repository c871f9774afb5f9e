import 'pattern-generator-element/define';
import type { PatternResult } from 'pattern-generator-element';
import type {} from 'pattern-generator-element/jsx';

interface Props {
  file?: File;
  width: number;
  colors: number;
  noPdf: boolean;
  closed: boolean;
  onResult(result: PatternResult): void;
}

export function Maker({ file, width, colors, noPdf, closed, onResult }: Props) {
  return (
    <pattern-generator
      endpoint="/patterns"
      niche="mosaic"
      width-cm={width}
      no-pdf={noPdf}
      disabled={closed}
      image={file}
      parameters={{ maxColors: colors }}
      onpattern-result={(event) => onResult(event.result)}
    >
      <span slot="heading">Your cat in wool</span>
    </pattern-generator>
  );
}
