import './lib/node-version.mjs';

const { develop } = await import('./lib/dev.mjs');
await develop();
