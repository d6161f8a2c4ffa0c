/** Kubernetes, its packages, and containers. */
import { hasAny } from '../arguments.ts';
import { forms, type Tool, tool } from '../table.ts';
import type { Command } from '../types.ts';

const KEEPS_DATA =
  /(?:^|,)(?:ns|namespaces?|pv|pvc|persistentvolumes?|persistentvolumeclaims?|crds?|customresourcedefinitions?|volumesnapshots?|projects?)(?:[./,]|$)/i;
const COMES_BACK =
  /^(?:po|pods?|jobs?|events?|rs|replicasets?|ep|endpoints?|leases?|ev|nodeclaims?|hpa|pdb|vs|certificaterequests?|orders?|challenges?)(?:[./,]|$)/i;
const KUBECTL =
  '-n --namespace --context --cluster --kubeconfig -l --selector -f --filename -k --kustomize --grace-period --timeout -o --output --as --field-selector --replicas -c --container -s --server --token --user';

function wordsPipedTo({ pipedFrom }: Command): string[] {
  return pipedFrom ? [...pipedFrom.words.map(({ text }) => text), ...wordsPipedTo(pipedFrom)] : [];
}

export const CLUSTERS: readonly Tool[] = [
  tool('kubectl oc kubecolor k', {
    valued: KUBECTL,
    forms: [
      {
        sub: 'delete',
        // `kubectl get pvc -o name | xargs kubectl delete` names the kind in the command before.
        when: ({ command }, operands) => [...operands, ...wordsPipedTo(command)].some((word) => KEEPS_DATA.test(word)),
        damage: 'irreversible',
        loss: 'deletes what holds the data, with everything in it',
      },
      {
        sub: 'delete',
        // What it leaves as orphans goes on running.
        unless: '--cascade=orphan|--cascade=false',
        when: (_, [kind = '']) => !COMES_BACK.test(kind),
        damage: 'destroys',
        loss: 'removes the objects from the cluster, and what they run stops',
        takesDown: true,
      },
      {
        sub: 'replace',
        needs: ['--force'],
        damage: 'destroys',
        loss: 'deletes the object before it makes the new one, so its pods stop in between',
      },
      { sub: 'scale', needs: ['--replicas=0'], damage: 'destroys', loss: 'stops every pod', takesDown: true },
    ],
  }),
  tool('helm', {
    valued: '-n --namespace --kube-context --kubeconfig --timeout',
    forms: forms('destroys', 'removes every object of the release', ['uninstall|delete|del|un'], { takesDown: true }),
  }),
  tool('helmfile', {
    valued: '-e --environment -f --file -l --selector',
    forms: forms('destroys', 'removes every release', ['destroy|delete'], { takesDown: true }),
  }),
  tool('argocd', {
    forms: forms('destroys', 'deletes the application with the objects it manages', ['app delete'], {
      takesDown: true,
    }),
  }),
  tool('velero', { forms: forms('irreversible', 'deletes backups', ['backup delete', 'delete backup|backups']) }),
  tool('eksctl', { forms: forms('irreversible', 'deletes the cluster with what runs in it', ['delete cluster']) }),
  tool('kops', {
    forms: forms('irreversible', 'deletes the cluster with what runs in it', ['delete cluster'], { needs: ['--yes'] }),
  }),
  tool('nomad', {
    forms: forms('destroys', 'stops the job and forgets it', ['job stop', 'stop'], {
      takesDown: true,
      needs: ['-purge'],
    }),
  }),
  tool('docker podman docker-compose nerdctl', {
    valued: '-f --file -p --project-name -H --host --context --filter --profile --env-file',
    forms: [
      {
        when: (args, operands) =>
          operands.includes('down') &&
          (operands[0] === 'compose' || args.command.name === 'docker-compose') &&
          hasAny(args, '-v|--volumes'),
        damage: 'irreversible',
        loss: 'deletes the volumes, and with them the data of every service',
      },
      ...forms('irreversible', 'deletes volumes with the data in them', ['volume rm|remove', 'volume prune']),
      ...forms('irreversible', 'deletes every volume that no container uses right now', ['system prune'], {
        needs: ['--volumes'],
      }),
      ...forms('destroys', 'removes every service of the stack', ['stack rm|remove|down'], { takesDown: true }),
    ],
  }),
  tool('crane regctl skopeo', {
    forms: forms('irreversible', 'deletes the image from the registry', [
      'delete',
      'tag delete',
      'image delete',
      'manifest delete',
    ]),
  }),
];
