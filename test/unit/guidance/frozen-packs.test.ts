import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { guidancePacks, packFor } from '#shared/guidance/packs.ts';

/**
 * What was shipped, by id and version: portfolios name these and are counted by them. A line here is only ever added.
 * To change a pack: raise its version, put the file as it was into `formerPacks` of `shared/guidance/packs.ts`, and add
 * a line for the new version below those that are here.
 */
const shipped: Readonly<Record<string, string>> = {
  'acute-internal-medicine 1.0.0': '277a3aa7015beeea',
  'anaesthetics 1.0.0': 'fb3630995f75cdc0',
  'blank 1.0.0': '50041f53d27dd50d',
  'cardio-thoracic-surgery 1.0.0': 'b1eee252389366c1',
  'clinical-radiology 1.0.0': 'becbca466d5fe58e',
  'emergency-medicine 1.0.0': '77038c4d5076c532',
  'general-internal-medicine 1.0.0': '0619d02055dda2ae',
  'general-psychiatry 1.0.0': '06ce62f1d22f6aa0',
  'general-surgery 1.0.0': 'f9561c18969b7e16',
  'geriatric-medicine 1.0.0': '5778a0b551d70d73',
  'intensive-care-medicine 1.0.0': '483151490549374c',
  'neurosurgery 1.0.0': 'e8914b3c50e73efc',
  'obstetrics-and-gynaecology 1.0.0': '9d774a35c286707c',
  'oral-and-maxillo-facial-surgery 1.0.0': '02bd9a8c5c987689',
  'otolaryngology 1.0.0': 'fa109857a292b57f',
  'paediatric-surgery 1.0.0': 'a03383bf1a612698',
  'paediatrics 1.0.0': '14ffb7ecfec97aac',
  'plastic-surgery 1.0.0': '68e1cef1909607c6',
  'trauma-and-orthopaedic-surgery 1.0.0': '66989f2fcbf3f3e2',
  'urology 1.0.0': 'd05375ca684890c9',
  'vascular-surgery 1.0.0': 'e8da4b7abc8fa182',
};

const nameOf = ({ id, version }: GuidancePack) => `${id} ${version}`;
const digestOf = (pack: GuidancePack) =>
  createHash('sha256').update(canonicalJson(pack)).digest('hex').slice(0, 16);

describe('a shipped pack', () => {
  it.each(Object.entries(shipped))('is what it was when it was shipped: %s', (name, digest) => {
    const [packId = '', packVersion = ''] = name.split(' ');
    const pack = packFor({ packId, packVersion });
    expect(pack === undefined ? 'none' : nameOf(pack), 'kept in formerPacks once it was raised').toBe(name);
    expect(pack === undefined ? '' : digestOf(pack), 'unchanged: raise its version instead').toBe(digest);
  });

  it('is written down here, so that it can never be changed unseen', () => {
    const missing = guidancePacks.map(nameOf).filter((name) => !Object.hasOwn(shipped, name));
    expect(missing, 'add a line for each').toEqual([]);
  });

  it('has another digest as soon as one word of it is another', () => {
    const [pack] = guidancePacks;
    if (pack === undefined) throw new Error('no packs');
    expect(digestOf({ ...pack, notice: `${pack.notice}.` })).not.toBe(digestOf(pack));
  });
});
