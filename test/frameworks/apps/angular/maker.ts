import { Component, CUSTOM_ELEMENTS_SCHEMA, EventEmitter, Input, Output } from '@angular/core';
import 'pattern-generator-element/define';
import type { PatternResult } from 'pattern-generator-element';

@Component({
  selector: 'shop-maker',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <pattern-generator
      endpoint="/patterns"
      niche="mosaic"
      [widthCm]="width"
      [noPdf]="noPdf"
      [disabled]="closed"
      [image]="file"
      [parameters]="{ maxColors: colors }"
      (pattern-result)="result.emit($event.result)"
    >
      <span slot="heading">Your cat in wool</span>
    </pattern-generator>
  `,
})
export class Maker {
  @Input() file?: File;
  @Input() width = 20;
  @Input() colors = 20;
  @Input() noPdf = false;
  @Input() closed = false;
  @Output() result = new EventEmitter<PatternResult>();
}
