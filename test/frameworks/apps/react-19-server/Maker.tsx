import { useEffect, useRef } from 'react';
import 'pattern-generator-element/define';
import type { PatternGenerator, PatternResult, PatternResultEvent } from 'pattern-generator-element';
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
  const maker = useRef<PatternGenerator>(null);
  useEffect(() => {
    maker.current!.image = file;
  }, [file]);
  useEffect(() => {
    maker.current!.parameters = { maxColors: colors };
  }, [colors]);
  useEffect(() => {
    const element = maker.current!;
    const done = (event: PatternResultEvent) => onResult(event.result);
    element.addEventListener('pattern-result', done);
    return () => element.removeEventListener('pattern-result', done);
  }, [onResult]);
  // The element writes its state on itself, which React may find before it hydrates.
  return (
    <pattern-generator
      ref={maker}
      suppressHydrationWarning
      endpoint="/patterns"
      niche="mosaic"
      width-cm={width}
      no-pdf={noPdf}
      disabled={closed}
    >
      <span slot="heading">Your cat in wool</span>
    </pattern-generator>
  );
}
