/** The values that a schema lists, each with what it means. */
import type { SchemaNode } from '../../model/schema/schema.ts';
import { paired } from '../../util/paired.ts';
import type { ValueOffer } from './types.ts';

export function enumOffers({ values, valueDescriptions }: SchemaNode, usual?: string): ValueOffer[] {
  return Array.from(paired(values, valueDescriptions), ([value, markdown]) => {
    const preselect = value === usual ? { preselect: true } : {};
    return { label: String(value), kind: 'enum', value, ...preselect, markdown };
  });
}
