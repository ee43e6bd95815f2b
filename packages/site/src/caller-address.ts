/**
 * Who sends, as far as an address tells people apart. A private address is a proxy's, or one of a whole office: behind it stand
 * many, so it tells nobody apart. What a request says of itself (`X-Forwarded-For` and the like) anybody can write, and is
 * not believed.
 */
import {BlockList, isIP} from 'node:net';

/** Private, local and shared ranges: RFC 1918, 6598, 3927, 4193, 4291. */
const shared = new BlockList();
for (const [address, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16]] as const) {
  shared.addSubnet(address, bits, 'ipv4');
}
for (const [address, bits] of [['::', 127], ['fc00::', 7], ['fe80::', 10]] as const) shared.addSubnet(address, bits, 'ipv6');

/** The first four groups of an IPv6 address: one subscriber has all of the rest. */
function network(address: string): string {
  const [before = '', after] = address.split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const gap = after === undefined ? 0 : 8 - groups(before).length - groups(after).length;
  return [...groups(before), ...Array.from({length: gap}, () => '0'), ...groups(after)].slice(0, 4).join(':');
}

/** What is the same for one sender and another for others; undefined where nobody can say. */
export function addressOf(remote: string | undefined): string | undefined {
  const address = remote?.toLowerCase().replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/, '') ?? '';
  const version = isIP(address);
  if (!version || shared.check(address, version === 4 ? 'ipv4' : 'ipv6')) return undefined;
  return version === 4 ? address : network(address);
}
