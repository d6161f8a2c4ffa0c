/** Names that stand for another version tomorrow: `latest`, and the usual branches. */

const BRANCHES = 'main|master|trunk|develop|HEAD|nightly|edge';
const NAMES = `latest|${BRANCHES}|canary-latest|\\$LATEST`;

/** As a word of its own. */
export const MOVES = new RegExp(`^(?:origin/)?(?:${NAMES})$`);

/** The name within a word that says where it points: of an image, a setting, an address. */
export function movingIn(word: string): string | undefined {
  for (const pattern of PATTERNS) {
    const target = pattern
      .exec(word)
      ?.slice(1)
      .find((group) => group !== undefined);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** `IMAGE_TAG=latest`, `IMAGE=orders:latest`. */
export function movingSetting(word: string): string | undefined {
  return SETTING.exec(word)?.[1] ?? IMAGE.exec(word)?.[1];
}

const VERSION =
  /(?:^|[^\w.])v?\d+\.\d+\.\d+(?![\w.]*\.\d)|(?:^|[^\w.])v\d+|^\d+\.\d+$|@sha256:|^(?=.*\d)(?=.*[a-f])[0-9a-f]{7,40}$/;

/** Whether a word names one version for good: `5.0.0`, a digest, a commit. */
export function namesVersion(word: string): boolean {
  return VERSION.test(word);
}

/** `image.tag=latest`, `--version=main`, `IMAGE_TAG=latest`. */
const SETTING = new RegExp(
  `(?:tag|version|revision|ref|release|image|branch|^--to)=(?:origin/)?(${NAMES}|head)(?:[,\\s]|$)`,
  'i',
);
/** `registry.example.com/app:latest`, also behind `image=`. */
const IMAGE = new RegExp(`[\\w/.>}-]:(${NAMES}|head|stable|current)(?:[,\\s]|$)`);
/** `{"spec":{"image":"orders:latest"}}`, handed to `kubectl patch`. */
const FIELD = new RegExp(
  `"(?:image|tag|version|\\w*revision|ref|branch)"\\s*:\\s*"(?:[\\w/.\${}-]+:)?(${NAMES})"`,
  'i',
);
/** `https://github.com/acme/orders/raw/main/deploy.yaml`; `/src/main/` is a folder like any other. */
const ADDRESS = new RegExp(
  `^(?:https?://|git\\+|git@|github\\.com/)\\S*(?:/(?:blob|raw|tree|archive|refs/heads)/(${BRANCHES})[/.]|/releases/(latest)/|[?&@]ref=(${BRANCHES})(?:[&#]|$)|@(${BRANCHES})(?:/|$))`,
);
const RAW = new RegExp(`^https://raw\\.githubusercontent\\.com/[^/]+/[^/]+/(${BRANCHES})/`);
/** `@acme/orders@latest`. */
const PACKAGE = /^@?[\w./-]+@(latest|next)$/;
/** `gcloud run services update-traffic --to-latest`. */
const FLAG = /^--to-(latest)$/;
const PATTERNS = [IMAGE, SETTING, FIELD, ADDRESS, RAW, PACKAGE, FLAG];
