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

export function Maker(props: Props) {
  return (
    <pattern-generator
      endpoint="/patterns"
      niche="mosaic"
      width-cm={props.width}
      no-pdf={props.noPdf}
      disabled={props.closed}
      prop:image={props.file}
      prop:parameters={{ maxColors: props.colors }}
      on:pattern-result={(event) => props.onResult(event.result)}
    >
      <span slot="heading">Your cat in wool</span>
    </pattern-generator>
  );
}
