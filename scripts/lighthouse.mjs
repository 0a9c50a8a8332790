import './lib/node-version.mjs';

const { lighthouse } = await import('./lib/lighthouse.mjs');
await lighthouse(process.argv.slice(2));
