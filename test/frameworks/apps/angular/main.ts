import { bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { App } from './app.js';

const rendered = document.querySelector('shop-app');
if (!rendered) document.body.append(document.createElement('shop-app'));
await bootstrapApplication(App, { providers: rendered ? [provideClientHydration()] : [] });
