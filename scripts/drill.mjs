import './lib/node-version.mjs';

const { drill } = await import('./lib/drill/index.mjs');
await drill(process.argv.slice(2));
