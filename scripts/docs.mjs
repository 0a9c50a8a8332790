import './lib/node-version.mjs';

const { writeDocs } = await import('./lib/docs.mjs');
await writeDocs();
