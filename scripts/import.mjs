import './lib/node-version.mjs';

const { importFile } = await import('./lib/import.mjs');
await importFile(process.argv.slice(2));
