import { describe, expect, it } from 'vitest';
import { commandFacts, isMadeBy, namesMade } from '../../../server/src/analysis/commands/index.ts';

const CASES = [
  ['kafka-topics --delete --topic orders', 'kafka-topics --create --topic orders', true],
  ['kafka-topics --delete --topic orders', 'kafka-topics --create --topic=orders', true],
  ['kafka-topics --delete --topic orders', 'kafka-topics --create --topic=payments --config=orders', false],
  ['kafka-topics --delete --topic orders', 'kafka-topics --describe --topic=orders', false],
  ['kubectl delete namespace shop', 'kubectl apply -n shop -f app.yaml', false],
  ['kubectl delete namespace shop', 'kubectl create namespace shop', true],
  ['kubectl delete namespace shop', 'kubectl get pods\nkubectl create namespace shop', true],
  ['kubectl delete namespace shop', 'helm create namespace shop', false],
  ['kubectl delete namespace shop', 'helm install namespace shop', false],
  ['kubectl delete namespace shop', 'kubectl create namespace shopping', false],
  ['kubectl delete namespace shop', 'kubectl create namespace payments', false],
  ['docker compose down -v', 'docker-compose up', false],
] as const;

describe('what a command has made may be taken away', () => {
  it.each(CASES)('%s | %s', (line, text, made) => {
    const [fact] = commandFacts(line);
    expect(fact && isMadeBy(fact, text)).toBe(made);
  });

  it.each(CASES.filter(([, , made]) => made))('%s | %s: by a name that is known beforehand', (line, text) => {
    expect(namesMade(text)).toContain(commandFacts(line)[0]?.target);
  });

  it('nothing is made without a target', () => {
    const [fact] = commandFacts('kubectl delete namespace shop');
    expect(fact && isMadeBy({ ...fact, target: undefined }, 'kubectl create undefined')).toBe(false);
  });

  it.each([
    ['mkdir /srv/export', ['/srv/export', '/srv/export']],
    ['kubectl get pods', []],
    ['kafka-topics --create --topic=orders', ['--create', '--create', '--topic=orders', 'orders']],
  ])('%s makes', (text, names) => expect(namesMade(text)).toEqual(names));
});
