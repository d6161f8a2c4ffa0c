import { describe, expect, test } from 'vitest';
import { commandFacts } from '../../../server/src/analysis/commands/index.ts';

const damageOf = (text: string): (string | undefined)[] => commandFacts(text).map(({ damage }) => damage);

describe('files that are deleted', () => {
  test.each([
    ['rm -rf /srv/data', ['irreversible']],
    ['rm -rf src', ['destroys']],
    ['rm -rf src build', ['destroys']],
    ['rm -rf build dist', []],
    ['rm -rf src /srv/data', ['irreversible']],
    ['rm -rf build /srv/data', ['irreversible']],
    ['rm src', []],
    ['cd /srv/data && rm -rf orders', ['irreversible']],
    ['cd web && rm -rf src', ['destroys']],
    ['rm -rf /var/lib/apt/lists/*', []],
    ['rm -rf /var/lib/apt/lists', []],
    ['rm -rf /var/lib/apt', ['irreversible']],
    ["find /var/log/api -name '*.gz' -mtime +14 -delete", []],
    ["find /var/log/api -name '*.gz' -delete", ['irreversible']],
    ["find /var/lib/api -name '*.gz' -mtime +14 -delete", ['irreversible']],
    ['cd /tmp && rm -rf orders', []],
    ['Remove-Item -Recurse C:\\srv\\data', ['irreversible']],
    ['Remove-Item C:\\srv\\data', []],
    ['Remove-Item -Force -Recurse build', []],
    ['Remove-Item -PreRecord C:\\srv\\data', []],
    ['ri -rec .\\build\\x', []],
    ['Remove-Item -Recurse .\\dist', []],
    ["Remove-Item -Recurse -Force '.\\bin\\Release'", []],
    ['Remove-Item -Recurse ..\\data', ['irreversible']],
    ['Remove-Item -Recurse .\\src', ['destroys']],
    ['Remove-Item -Recurse "C:\\srv\\data"', ['irreversible']],
  ])('%s', (text, damage) => expect(damageOf(text)).toEqual(damage));
});

describe('files that xargs hands over', () => {
  test.each([
    ['find /srv/data -maxdepth 1 -mtime +30 | xargs rm -rf', ['irreversible']],
    ['find /srv/data -maxdepth 1 -print0 | xargs -0 rm -rf', ['irreversible']],
    ['find /srv/data -maxdepth 1 | grep -v keep | xargs -r sudo rm -rf', ['irreversible']],
    ['find /srv/data -maxdepth 1 | xargs -I{} rm -rf {}', ['irreversible']],
    ['xargs rm -rf < list.txt', ['irreversible']],
    ['find data -maxdepth 1 | xargs rm -rf', ['destroys']],
    ['cd /srv && find data -maxdepth 1 | xargs rm -rf', ['irreversible']],
    ['find . -type d -name __pycache__ | xargs rm -rf', []],
    ['find . -type d -name __pycache__ | xargs -I{} rm -rf {}', []],
    ['find /tmp/orders -mtime +1 | xargs rm -rf', []],
    ['cd /tmp/orders && find /srv/data -mtime +1 -delete', ['irreversible']],
    ['cd /tmp && find . -mtime +1 | xargs rm -rf', []],
    ['cd /tmp/orders && find . -mtime +1 -delete', []],
    ['find /var/log -mtime +30 | xargs rm -rf', []],
    ['find /srv/data -maxdepth 1 | xargs rm', []],
    ['find /srv/data | xargs rm -rf /tmp/orders', []],
    ['ls -t /opt/orders/releases | tail -n +6 | xargs rm -rf', []],
    ['rm -rf', []],
  ])('%s', (text, damage) => expect(damageOf(text)).toEqual(damage));
});

describe('branches that are written over', () => {
  test.each([
    ['git push --force origin main', 1],
    ['git push --force origin release/2.1', 1],
    ['git push --force origin fix/x:main', 1],
    ['git push --force origin $BRANCH', 1],
    ['git push --force origin refs/heads/production', 1],
    ['git push --force origin my-main', 0],
    ['git push -f heroku 3f2a1bc:main', 0],
    ['git push --force dokku v4.18.2:master', 0],
    ['git push --force heroku-eu v4.18.2:main', 0],
    ['git push --force https://git.heroku.com/shop.git v4.18.2:main', 0],
    ['git push --force herokuish v4.18.2:main', 1],
    ['git push --force origin mainline', 0],
    ['git push --force origin fix/x', 0],
    ['git push --force origin main:fix/x', 0],
    ['git push origin main', 0],
  ])('%s', (text, count) => expect(commandFacts(text)).toHaveLength(count));
});
