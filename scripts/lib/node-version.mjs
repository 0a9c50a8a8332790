// Plain old syntax on purpose: a Node that is too old must still be able to read this file and say so.
var wanted = [20, 19];
var found = process.versions.node.split('.').map(Number);

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  process.stderr.write(
    'Goodword needs Node.js ' +
      wanted.join('.') +
      ' or newer, but this is ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org and try again.\n',
  );
  process.exit(1);
}
