import { buildApi } from './build.mjs';
import { launch, runCli } from './launch.mjs';
import { installPackages } from './requirements.mjs';
import { step } from './terminal.mjs';

/** `npm run docs`: writes the pages that are generated from code. */
export function writeDocs() {
  return launch(async () => {
    await step('Packages installed', installPackages);
    await step('Programs built', buildApi);
    await step('Pages written', () => runCli(['docs'], process.env));
  });
}
