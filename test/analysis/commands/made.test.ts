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
  ['rm -rf /opt/a/releases/7.0.3', 'mkdir -p /opt/a/releases/7.0.3', true],
  ['rm -rf /opt/a/7.0.3/*', 'mkdir -m 755 /opt/a/7.0.3/', true],
  ['rm -rf /opt/a/7.0.3 /tmp/a', 'mkdir -p /opt/a/7.0.3', true],
  ['rm -rf /srv/data /opt/a/7.0.3', 'mkdir -p /opt/a/7.0.3', false],
  ['rm -rf /opt/a', 'mkdir -p /opt/a/7.0.3', false],
  ['rm -rf /opt/a-7.0.3', 'tar xzf a.tgz -C /opt/a-7.0.3', true],
  ['rm -rf /opt/a-7.0.3', 'tar xzf a.tgz --directory=/opt/a-7.0.3', true],
  ['rm -rf /opt/a-7.0.3', 'unzip -q a.zip -d /opt/a-7.0.3', true],
  ['rm -rf /opt/a-7.0.3', 'git clone --depth 1 https://git.example.com/a /opt/a-7.0.3', true],
  ['rm -rf /opt/a-7.0.3', 'rsync -a /opt/a-7.0.3 backup:/opt', false],
  ['rm -rf /opt/a-7.0.3', 'tar czf a.tgz /opt/a-7.0.3', false],
  ['rm -rf /srv/data', 'tar xzf a.tgz -C /srv/data', false],
  ['rm -rf /opt/a-7.0.3', 'cp -r /opt/a-7.0.3', false],
  ['curl -X DELETE http://es:9200/a-v2', 'curl --request PUT http://es:9200/a-v2', true],
  ['aws s3 rm s3://site/v7/ --recursive', 'aws s3 sync ./dist s3://site/v7/', true],
  ['aws s3 rm s3://site/v7 --recursive', 'aws s3 sync ./dist s3://site/v7/ --delete --acl public-read', true],
  ['aws s3 rm s3://site/v7 --recursive', 'aws --profile prod s3 cp --recursive dist s3://site/v7/', true],
  ['aws s3 rm s3://site/v7/ --recursive', 'aws s3 sync s3://site/v7/ s3://site/v8/', false],
  ['aws s3 rm s3://site7/ --recursive', 'aws s3 sync ./dist s3://site7/', false],
  ['aws s3 rm s3://site/live/ --recursive', 'aws s3 sync ./dist s3://site/live/', false],
  ['aws s3 rm s3://site/v7/ --recursive', 'gsutil rsync ./dist s3://site/v7/', false],
  ['aws s3 rb s3://site --force', 'aws s3 mb s3://site', true],
  ['curl -X DELETE http://es:9200/products-v7', 'curl -X PUT http://es:9200/products-v7', true],
  ['curl -XDELETE http://es:9200/products-v7', 'curl -fsS -XPUT http://es:9200/products-v7 -d @mapping.json', true],
  ['curl -X DELETE http://es:9200/products-v7', 'curl -X POST http://es:9200/products-v7', false],
  ['curl -X DELETE http://es:9200/products-v7', 'curl -X PUT http://es:9200/products-v7/_settings', false],
  ['rabbitmqadmin delete queue name=q2', 'rabbitmqadmin declare queue name=q2 durable=true', true],
  ['rabbitmqadmin delete queue name=q2 vhost=shop', 'rabbitmqadmin declare queue name=q3 vhost=shop', false],
  ['aws dynamodb delete-table --table-name o2', 'aws dynamodb create-table --table-name o2', true],
  ['aws dynamodb delete-table --table-name o2', 'aws dynamodb create-backup --table-name o2', false],
  ['aws cloudformation delete-stack --stack-name v2', 'aws cloudformation create-stack --stack-name=v2', true],
  ['az group delete -n rg2', 'az group create -n rg2 -l westeurope', true],
  ['az group delete --name rg2', 'az group create -n rg2', true],
  ['az group delete -n rg2', 'az group create --name rg2', true],
  ['az group delete -n rg2', 'az group create -n rg3', false],
  ['az group delete -n rg2', 'az storage account create -g rg2 -n orders', false],
  [
    'az postgres flexible-server delete -g shop -n orders',
    'az postgres flexible-server backup create -g shop -n orders',
    false,
  ],
  ['zfs destroy tank/orders@before', 'zfs snapshot tank/orders@before', true],
  ['zfs destroy tank/orders', 'zfs snapshot tank/orders@before', false],
  ['gcloud sql instances delete orders', 'gcloud sql instances create orders', true],
  ['gcloud sql instances delete orders', 'gcloud sql databases create orders', false],
] as const;

describe('what a command has made may be taken away', () => {
  it.each(CASES)('%s | %s', (line, text, made) => {
    const [fact] = commandFacts(line);
    expect(fact && isMadeBy(fact, text)).toBe(made);
  });

  it.each(CASES.filter(([, , made]) => made))('%s | %s: by a name that is known beforehand', (line, text) => {
    expect(namesMade(text)).toEqual(expect.arrayContaining([...(commandFacts(line)[0]?.targets ?? [])]));
  });

  it('nothing is made without a target', () => {
    const [fact] = commandFacts('kubectl delete namespace shop');
    expect(fact && isMadeBy({ ...fact, targets: [] }, 'kubectl create undefined')).toBe(false);
  });

  it.each([
    ['mkdir /srv/export', ['/srv/export', '/srv/export']],
    ['kubectl get pods', []],
    ['kafka-topics --create --topic=orders', ['--create', '--create', '--topic=orders', 'orders']],
  ])('%s makes', (text, names) => expect(namesMade(text)).toEqual(names));
});
