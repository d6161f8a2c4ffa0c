/** Stands in for the memory of what was read, in `npm run mutation`: whoever asks again has it read again. */
export default class Forgetful {
  get(): undefined {
    return undefined;
  }

  set(): this {
    return this;
  }
}
