/** Plan values without places, as the writer takes them. */
import type { LocatedNode } from '../../located.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Nothing that could be written: what is not there, and lists and mappings that hold nothing. */
export function isVoid(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (isList(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isVoid);
}

export function jsonOf(node: LocatedNode): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(jsonOf);
  return Object.fromEntries(Array.from(node.entries, ([key, { value }]) => [key, jsonOf(value)]));
}

export function equalJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((item, at) => equalJson(item, other[at]));
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one).filter((key) => !isVoid(one[key]));
  if (keys.length !== Object.keys(other).filter((key) => !isVoid(other[key])).length) return false;
  return keys.every((key) => equalJson(one[key], other[key]));
}
