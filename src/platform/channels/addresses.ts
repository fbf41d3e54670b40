import { BlockList, isIP } from 'node:net';

/** Networks that no webhook may reach unless the city allows it: behind them stand machines that trust whoever is inside. */
const INNER = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['::1', 128],
  // Addresses of the old kind in new clothes: translated, tunnelled. (A mapped one is checked as the old one that it is.)
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 23],
  ['2002::', 16],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const;

const inner = listOf(INNER.map(([net, bits]) => `${net}/${bits}`));

/** Networks and hosts that a city allows webhooks to reach although they are its own. */
export type Allowed = { readonly networks: BlockList; readonly hosts: ReadonlySet<string> };

/** Reads `10.8.0.0/16, robot.city.example`; undefined where a part is neither a network nor a host's name. */
export function readAllowed(text: string): Allowed | undefined {
  const parts = text.split(',').flatMap((part) => part.trim().toLowerCase() || []);
  const networks = parts.filter((part) => isIP(part.split('/')[0]!));
  const hosts = parts.filter((part) => !networks.includes(part));
  if (hosts.some((host) => !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host))) return undefined;
  try {
    return { networks: listOf(networks), hosts: new Set(hosts) };
  } catch {
    return undefined;
  }
}

/** Whether the city allows a host, by its name or by the address that stands for its name. */
export const isAllowed = (host: string, { hosts, networks }: Allowed): boolean =>
  hosts.has(host.toLowerCase()) || (isIP(host) > 0 && networks.check(host, familyOf(host)));

/** Whether a webhook may reach an address that `host` has. */
export const mayReach = (host: string, address: string, allowed: Allowed): boolean =>
  isAllowed(host, allowed) ||
  allowed.networks.check(address, familyOf(address)) ||
  !inner.check(address, familyOf(address));

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [net, bits] = network.split('/') as [string, string?];
    const v6 = isIP(net) === 6;
    list.addSubnet(net, Number(bits ?? (v6 ? 128 : 32)), v6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
