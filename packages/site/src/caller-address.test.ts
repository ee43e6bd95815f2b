import {expect, it} from 'vitest';
import {addressOf} from './caller-address.ts';

it.each([
  ['198.51.100.7', '198.51.100.7'], ['::ffff:198.51.100.7', '198.51.100.7'], ['2a02:1:2:3:4:5:6:7', '2a02:1:2:3'], ['2A02:1:2:3::9', '2a02:1:2:3'],
  ['2a02::1', '2a02:0:0:0'], ['2a02:1::', '2a02:1:0:0'],
  // Behind these stand a proxy or a whole office.
  ['127.0.0.1', undefined], ['::1', undefined], ['::ffff:127.0.0.1', undefined], ['10.1.2.3', undefined], ['172.31.0.1', undefined], ['192.168.1.1', undefined],
  ['100.64.0.1', undefined], ['fd00::1', undefined], ['fe80::1%eth0', undefined], ['::ffff:10.0.0.1', undefined], ['', undefined], [undefined, undefined], ['nobody', undefined],
])('the sender at %s is told apart as %s', (remote, address) => { expect(addressOf(remote)).toBe(address); });
