/** One Chromium, started with what this machine needs, for tests and pictures that drive a page from outside. */
import {chromium} from 'playwright-core';
import type {Browser} from 'playwright-core';
import {chromeArguments, chromePath} from './chrome.ts';

/** @throws where no Chromium is found. */
export const launch = (): Promise<Browser> =>
  chromium.launch({executablePath: chromePath(), args: [...chromeArguments]});
