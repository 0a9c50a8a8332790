import './lib/node-version.mjs';

// Imported only after the check above, because an older Node could not even read what follows.
const { start } = await import('./lib/start.mjs');
await start(process.argv.slice(2));
