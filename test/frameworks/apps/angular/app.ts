import { Component, signal } from '@angular/core';
import { hear, OPEN, turnedBy } from '../shop.js';
import { Maker } from './maker.js';

@Component({
  selector: 'shop-app',
  imports: [Maker],
  template: `
    <p>Visitors: {{ shop().visitors }}</p>
    @if (shop().shown) {
      <shop-maker
        [file]="shop().file"
        [width]="shop().width"
        [colors]="shop().colors"
        [noPdf]="shop().noPdf"
        [closed]="shop().closed"
        (result)="hear($event)"
      />
    }
  `,
})
export class App {
  shop = signal(OPEN);
  hear = hear;
  constructor() {
    turnedBy((change) => this.shop.update((before) => ({ ...before, ...change })));
  }
}
