import { testRule } from '../../support/rule-tester.ts';

const yaml = (run: string): string => `rollback:\n  steps:\n    - id: redeploy\n      run: ${run}\n`;
const markdown = (run: string): string =>
  `# Rollback plan\n\n## Steps\n\n1. Redeploy\n\n   \`\`\`sh\n   ${run}\n   \`\`\`\n`;
const both = (run: string): { yaml: string; markdown: string } => ({ yaml: yaml(run), markdown: markdown(run) });

testRule('command-unpinned', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    { name: 'a version', ...both('kubectl set image deploy/orders-api api=registry.example.com/orders-api:4.18.2') },
    { name: 'a digest', ...both('helm upgrade orders ./chart --set image.digest=sha256:0a1b2c') },
    { name: 'the revision before', ...both('kubectl rollout undo deployment/orders-api') },
    {
      name: 'a branch that is looked at, not deployed',
      ...both('git fetch origin main && git log --oneline origin/main'),
    },
    { name: 'a checkout of a tag', ...both('git checkout v4.18.2 && ./deploy.sh production') },
    {
      name: 'a tool that is run, not deployed',
      ...both('docker run --rm curlimages/curl:latest -fsS https://orders.example.com'),
    },
    {
      name: 'what is built or pushed is not yet deployed',
      ...both('docker build -t orders-api:latest . && docker push orders-api:latest'),
    },
    { name: 'git that moves nothing', ...both('git --version && ./deploy.sh v4.18.2') },
    { name: 'a branch that is pushed to where nothing is deployed', ...both('git push origin main') },
    { name: 'half a command', ...both('git push') },
    { name: 'a dead letter called main', ...both('kubectl exec deploy/main -- cat /etc/latest') },
  ],
  faulty: [
    {
      name: 'an image',
      message:
        '"latest" is whatever it is on that day: a rollback to it may well bring back the version that failed. Name a version, a digest or a commit.',
      ...both('kubectl set image deploy/orders-api [|api=registry.example.com/orders-api:latest|]'),
    },
    {
      name: 'a value of a chart',
      ...both('helm upgrade orders ./chart --set [|image.tag=main|]'),
      message: /^"main", a branch, is/,
    },
    { name: 'a branch that is deployed', ...both('git checkout [|main|] && ./deploy.sh production') },
    {
      name: 'a branch that nobody names',
      ...both('git [|pull|] && systemctl restart orders'),
      message: /^What `git pull` brings is whatever it is on that day: /,
    },
    { name: 'a setting before the command', ...both('[|TAG=latest|] docker compose up -d') },
    { name: 'behind a setting that names no version', ...both('REGION=eu ./deploy.sh [|main|]') },
    { name: 'a program of the house', ...both('deploy [|main|]') },
    { name: 'a branch that a push deploys', ...both('git push heroku [|main|]') },
    { name: 'an argument of a script', ...both('./scripts/rollback.sh [|latest|]') },
    {
      name: 'a manifest of a branch',
      ...both('kubectl apply -f [|https://raw.githubusercontent.com/acme/orders/main/deploy.yaml|]'),
    },
    { name: 'an option', ...both('argocd app sync orders --revision [|HEAD|]') },
    {
      name: 'a stage',
      message: /nobody can say afterwards which version was deployed/,
      yaml: 'rollout:\n  stages:\n    - { id: canary, environment: production, run: "gcloud run deploy orders --image [|gcr.io/acme/orders:latest|]" }\n',
    },
  ],
});
