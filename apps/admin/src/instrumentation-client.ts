import { prepareBrowser } from '@goodword/web/browser';

prepareBrowser();
