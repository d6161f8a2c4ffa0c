import { describe, expect, it } from 'vitest';
import { unpinnedIn } from '../../../server/src/analysis/commands/index.ts';

/** The words that move, and the whole words of the command that they stand in. */
function moving(text: string): readonly string[][] {
  return unpinnedIn(text).map(({ target, from, to }) => [target, text.slice(from, to)]);
}

const IMAGE = 'registry.example.com/orders-api';

describe('what deploys whatever there is on that day', () => {
  it.each([
    [`kubectl apply -f https://github.com/acme/orders/releases/latest/deploy.yaml`, 'latest'],
    [`kubectl create -f https://raw.githubusercontent.com/acme/orders/refs/heads/main/deploy.yaml`, 'main'],
    [`kubectl -n shop set image deployment/orders api=${IMAGE}:latest`, 'latest'],
    [`kubectl replace -f https://github.com/acme/orders/blob/master/deploy.yaml`, 'master'],
    [`kubectl patch deployment orders --patch image=${IMAGE}:edge`, 'edge'],
    [`oc set image dc/orders api=${IMAGE}:nightly`, 'nightly'],
    ['helm install orders ./chart --set image.tag=latest', 'latest'],
    ['helm upgrade --install orders acme/orders --version=main', 'main'],
    ['helm rollback orders --set release=origin/develop', 'develop'],
    [`docker service update --image ${IMAGE}:latest orders`, 'latest'],
    [`docker service create --name orders ${IMAGE}:latest`, 'latest'],
    [`docker run -d ${IMAGE}:latest`, 'latest'],
    [`docker run --name orders --detach ${IMAGE}:canary-latest`, 'canary-latest'],
    ['ORDERS_TAG=latest docker stack deploy -c shop.yaml shop', 'latest'],
    ['TAG=trunk docker-compose up -d', 'trunk'],
    [`podman run -d ${IMAGE}:head`, 'head'],
    ['argocd app set orders --revision main', 'main'],
    ['argocd app rollback orders --to HEAD', 'HEAD'],
    ['argocd app create orders --revision=trunk', 'trunk'],
    [`gcloud run deploy orders --image ${IMAGE}:latest`, 'latest'],
    [`gcloud run services update orders --image=${IMAGE}:latest`, 'latest'],
    [`gcloud compute instance-groups update-container orders --container-image=${IMAGE}:latest`, 'latest'],
    [`az webapp config container set --name orders --image ${IMAGE}:latest`, 'latest'],
    [`az containerapp update --name orders --image ${IMAGE}:latest`, 'latest'],
    ['az webapp deployment source config --branch master', 'master'],
    [`aws lambda update-function-code --function-name orders --image-uri ${IMAGE}:latest`, 'latest'],
    ['nomad job run -var image_tag=latest orders.hcl', 'latest'],
    [`fly deploy --image ${IMAGE}:latest`, 'latest'],
    [`flyctl deploy --image ${IMAGE}:latest`, 'latest'],
    ['kamal deploy --version latest', 'latest'],
    ['kamal rollback --version=main', 'main'],
    ['ansible orders -m git -a version=main', 'main'],
    ['ansible-playbook orders.yaml -e orders_version=latest', 'latest'],
    ['make deploy TAG=latest', 'latest'],
    ['npm install -g @acme/orders@latest', 'latest'],
    ['npm i --global orders@next', 'next'],
    ['npm install orders@latest -g orders', 'latest'],
    ['./deploy.sh main', 'main'],
    ['scripts/shop deploy main', 'main'],
    ['orders-deploy --release latest', 'latest'],
    ['ship --to-version latest', 'latest'],
    ['deploy origin/main', 'origin/main'],
    ['deploy --image-tag latest', 'latest'],
    ['deploy git@github.com:acme/orders.git@main', 'main'],
    ['terraform-deploy https://example.com/module?ref=master', 'master'],
    ['git push dokku master', 'master'],
  ])('%s', (text, target) => expect(moving(text).map(([word]) => word)).toEqual([target]));
});

describe('what a checkout has, where something is started from it', () => {
  it.each([
    ['git checkout main && ./deploy.sh', 'main'],
    ['git switch master && sudo systemctl restart orders', 'master'],
    ['git reset --hard origin/main && systemctl start orders', 'origin/main'],
    ['git -C /srv/orders pull origin main && service orders restart', 'main'],
    ['git pull origin main && pm2 reload orders', 'main'],
    ['git pull origin main && pm2 restart orders', 'main'],
    ['git pull origin main && kubectl apply -k deploy', 'main'],
  ])('%s', (text, target) => expect(moving(text)).toEqual([[target, target]]));
});

describe('the words are those that say it', () => {
  it.each([
    [`kubectl set image deployment/orders api=${IMAGE}:latest`, `api=${IMAGE}:latest`],
    ['helm upgrade orders ./chart --set image.tag=latest', 'image.tag=latest'],
    ['TAG=latest ./deploy.sh', 'TAG=latest'],
    ['./deploy.sh production latest', 'latest'],
    ['deploy --tag latest --force', 'latest'],
  ])('%s', (text, words) => expect(moving(text).map(([, said]) => said)).toEqual([words]));
});

describe('nothing moves', () => {
  it.each([
    `kubectl set image deployment/orders api=${IMAGE}:4.18.2`,
    `kubectl set image deployment/orders api=${IMAGE}@sha256:0a1b2c`,
    'kubectl get deployment latest',
    'kubectl -n main rollout undo deployment/orders --to-revision=41',
    `kubectl run debug --rm -it --image=${IMAGE}:latest`,
    'helm list --filter latest',
    'helm upgrade main ./chart --set image.tag=4.18.2',
    `docker pull ${IMAGE}:latest`,
    `docker run --rm ${IMAGE}:latest orders-check`,
    `docker tag ${IMAGE}:4.18.2 ${IMAGE}:latest`,
    'docker-compose logs main',
    'argocd app get orders --revision main',
    'gcloud run services describe orders --region main',
    'aws ecs describe-services --cluster main',
    'nomad job status main',
    'make test TAG=latest',
    'npm install orders@latest',
    'npm view orders@latest',
    'check latest',
    './check.sh main',
    'git checkout main',
    'git checkout main && npm test',
    'git fetch origin main && ./deploy.sh 4.18.2',
    'git reset --hard HEAD && ./deploy.sh 4.18.2',
    'git switch -c fix && ./deploy.sh 4.18.2',
    'git push heroku v4.18.2',
    'git push origin main',
    'git push heroku',
    'never run ./deploy.sh latest',
    'constructor main',
    'toString latest',
  ])('%s', (text) => expect(moving(text)).toEqual([]));
});
