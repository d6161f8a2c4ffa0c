// How the browser is started: headless, and cut off from every host but this one.
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

async function launchOptions() {
  return {
    executablePath: await ensureChromium(),
    headless: true,
    args: [
      // In containers we are often root, where Chromium's sandbox refuses to start. It loads our own pages only.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  };
}

const VIEWPORT = { width: 1280, height: 800 };

export async function openPage() {
  const browser = await chromium.launch(await launchOptions());
  const page = await browser.newPage({ viewport: VIEWPORT });
  return { browser, page };
}
