import { bootstrapApplication, provideClientHydration, type BootstrapContext } from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { App } from './app.js';

const providers = [provideServerRendering(), provideClientHydration()];
const start = (context: BootstrapContext) => bootstrapApplication(App, { providers }, context);

/** Angular renders a whole page; the app and the state that it hands on are its body. */
export const render = async () => {
  const page = await renderApplication(start, { document: '<shop-app></shop-app>', url: '/' });
  return /<body[^>]*>([^]*)<\/body>/.exec(page)![1]!;
};
